import { foldText } from '../text/characters.ts';

const set = (words: string): ReadonlySet<string> => new Set(foldText(words).trim().split(/\s+/));

/** Words inside addresses that need no capital: units, floors, buildings, districts, and the small words between. */
const ADDRESS_WORDS = set(`
  apt apartment apto ap appt appartement app unit flat suite ste room rm floor fl level lvl building bldg block blk tower tor house hse lot box po p.o bp cs cedex
  depto dpto depto. col colonia cdmx caba barrio torre
  piso planta puerta pta esc escalera portal bajo izq izda izquierda der dcha derecha centro edificio edif bloco bl torre casa cj conjunto sala galpão galpon lote
  quadra qd km s/n sn snc nº n° n no nr num numero número int interno scala sc piano pal palazzo loc fraz c/o co
  etage étage et og stock eg ug dg hinterhaus hh seitenflügel vorderhaus top stiege tür wohnung whg aufgang
  bus bte boîte boite
  bis ter quater bât bâtiment bat batiment immeuble résidence residence lieu-dit lieudit porte esc hall zi za zac
  tv th mf st stuen sal kld lgh lägenhet vån tr vaning uppg as huoneisto krs
  m lok mieszkanie kl klatka piętro blok budynek patro byt č.p čp vchod poschodí poschodie emelet em ajtó fszt fsz lph lh ép épület
  д дом корп корпус стр строение кв квартира оф офис под подъезд этаж эт к литер г город р-н район обл область край пос п с дер д. ул пер пр буд будинок поверх під'їзд
  бл вх ет ап жк ж.к блок вход етаж сектор scara sc bloc etaj et sector judet județ jud nr
  kat daire d no no: blok apt apartmanı apartman site sitesi ilçe il mah mahallesi mh
  όροφος ορ αρ τκ t.k
  شقة مبنى الطابق طابق عمارة بناية حي رقم منطقة قطعة فيلا برج دور בית דירה קומה כניסה ד מס
  tầng lầu phòng căn hộ chung cư lô khu ấp phường p quận q xã huyện tỉnh tp thành phố ngõ ngách hẻm số
  rt rw rt/rw no blok kel kec kota kab kelurahan kecamatan lantai lt gedung perum perumahan gang gg desa dusun
  मकान फ्लैट गली नगर सेक्टर मोहल्ला मंजिल नं वार्ड ग्राम पोस्ट जिला
  de do da dos das del della dei delle di du des la le les el los las van von vom zum zur der den dem am an der im auf bei sur sous lez lès en al ob pod nad na y e
  north south east west nord süd ost sud est ouest norte sur este oeste noord zuid oost n s e w ne nw se sw c
`);

/** Capitalised words that end an address: what a sentence or the next field begins with. */
const ENDS = set(`
  gyvenu dzīvoju elan živim bydlím mieszkam lakom locuiesc moro vivo abito asun bor wohne habite courier went moved turing
  address adresse anschrift dirección direccion endereço indirizzo διευθυνση адрес адреса adres adress osoite cím cim adresa alamat

  please thanks thank tel telephone phone mobile mob fax email e-mail mail cell call contact dob born customer account order case ticket invoice my our we i you he she they it this that these there
  is was and but if since when however also attn regards best kind yours hi hello dear not can could would will
  telefon mobil handy konto bitte danke mit und ich wir sie mein meine unser die das kundennummer bestellung rechnung geboren geb
  tél portable merci bonjour je nous mon ma né née commande facture et mais avec pour
  tlf móvil gracias mi nuestro pedido factura dni nif nie cif telefono teléfono nacido nacida y pero con para por favor
  cpf rg cnpj telefone celular obrigado obrigada meu minha nota
  cellulare grazie cordiali mio mia ordine fattura nato nata codice
  telefoon bedankt mijn onze bestelling factuur graag
  tel. puhelin kiitos telefonszám köszönöm tack tak takk ring min mit vi jag jeg
  proszę dziękuję mój moja pesel nip zamówienie faktura prosím děkuji můj moje objednávka č.ú
  тел телефон моб паспорт снилс инн спасибо мой моя заказ счет счёт дякую мій замовлення чоловік фактура поръчка
  telefonum teşekkürler sipariş fatura
  هاتف جوال رقم_الهاتف الجوال טלפון נייד הזמנה
  điện thoại đt sđt gọi cảm hp telp
  मोबाइल फ़ोन फोन धन्यवाद
`);

/** Words before a number that make it no house: "Step 4, Error 50012". */
const TECHNICAL = set(`
  error code step version build release rev revision port status line http https timeout job task order invoice ticket page chapter row level log event request response
  retry attempt firmware update patch bug issue fehler schritt zeile seite auftrag rechnung erreur ligne étape paso línea linea passo riga regel steg rad krok řádek sor pas
  ошибка шаг строка версия заказ счет помилка node pod worker shard batch exit signal api sdk ipv4 ipv6 windows ubuntu debian android ios iphone office server
  rejeicao rejection rechazo rejet ablehnung odrzucenie registro duplicado
  dell lenovo thinkpad latitude optiplex elitebook probook macbook iphone ipad galaxy pixel xperia surface xps proliant poweredge laserjet officejet
  january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre
`);

export const isTechnicalWord = (word: string): boolean => TECHNICAL.has(foldText(word.replace(/[^\p{L}\p{M}]/gu, '')));

const POSTCODE_LIKE =
  /^(?:[A-Z]{1,2}-)?[0-9][0-9\p{L}½/.:#-]{0,10}$|^\p{Lu}{1,2}[0-9]{1,2}[0-9A-Z]?$|^#?[0-9A-Z-]{1,6}$|^[0-9]{1,4}[ºª°.]{1,2}$/u;

/** Whether a word can stand in an address: a number, an address word, or a capitalised word that ends none. */
export function isAddressWord(word: string): boolean {
  const bare = word.replace(/^["'(#]+|["'.,)]+$/gu, '');
  if (bare === '' || /^(?:[-–/·]|\p{L}\/)$/u.test(word)) return true;
  const folded = foldText(bare);
  if (ENDS.has(folded)) return false;
  if (ADDRESS_WORDS.has(folded) || POSTCODE_LIKE.test(bare)) return true;
  if (/^[\u0590-\u06ff\u0900-\u097f][\p{L}\p{M}]{1,20}$/u.test(bare)) return true;
  return /^(?:'s-|\p{Ll}{1,3}(?=\p{Lu}))?\p{Lu}[\p{L}\p{M}'’.-]{1,28}(?:\/\p{Lu}[\p{L}\p{M}]{1,24})?$/u.test(bare);
}

/** Whether a line begins with a word that no town is called. */
const endsAddress = (line: string): boolean => {
  const word = foldText(/[\p{L}\p{M}]+/u.exec(line)?.[0] ?? '');
  return (
    ENDS.has(word) ||
    /(?:nummer|number|numero|numer|nr|karte|karta|card|cartao|carte|tarjeta|kart|kaart|kort|cuenta|konto|iban)$/.test(
      word,
    )
  );
};

const TELLING = /[0-9\p{Lu}\u0590-\u06ff\u0900-\u097f]/u;

/** Length of the leading words of a match that cannot belong to an address. */
export function leadingNonAddress(place: string): number {
  let skipped = 0;
  for (const word of place.split(/(?<= )/u)) {
    if (isAddressWord(word.trim())) break;
    skipped += word.length;
  }
  return skipped === place.length ? 0 : skipped;
}

/** How much of a segment belongs to an address: its leading words, if a number or a capital is among them. */
export function addressPart(segment: string): number {
  let length = 0;
  let telling = false;
  // `Khu công nghệ cao Hòa Lạc`: a district's name in small letters after the word for it.
  if (/^(?:Khu|Phường|Xã|Quận|Huyện|Thôn|Đường|Phố|Tòa|Chung cư) /u.test(segment) && segment.split(' ').length < 8)
    return segment.trimEnd().length;
  for (const word of segment.split(/(?<= )/u)) {
    const bare = word.trim();
    if (bare.length > 32 || !isAddressWord(bare)) break;
    length += word.length;
    telling ||= TELLING.test(bare);
    if (/[\p{L}\p{M}]{4}\.$/u.test(bare) || (/[0-9][A-Z]{0,2}\.$/.test(bare) && /^\p{Lu}/u.test(segment.slice(length))))
      break;
  }
  return telling
    ? segment
        .slice(0, length)
        .trimEnd()
        .replace(/(?<=[\p{L}\p{M}]{4}|[0-9][A-Z]{0,2})\.$/u, '').length
    : 0;
}

const SEGMENT = /^[^,،;\n()<>·|\x7f]{1,48}/u;
const SEGMENTS_MAX = 7;
const JOINT =
  /^(?: ?[,،] ?\n?| ?[-–] | ?[·|] (?=(?:[A-Z]{1,2}-)?[0-9]{4,6} ?\p{Lu}|[0-9]{2,3}[ -][0-9]{2,3} \p{Lu})|\n| ?\/ ?(?=\p{Lu})| (?=[0-9]{3,6}(?:[ -][0-9]{2,3})?,? \p{Lu})| (?=\p{Lu}{1,2}[0-9])| (?=\([^)\n]{2,24}\)))/u;

/** Postcode and town in a line of their own, in either order: "⏎74963 Baiano", "⏎Redondo Beach H91 A9C2". */
const TOWN_LINE =
  /^,?(?: ?[-–])?\n(?:(?:[A-Z]{1,2}-)?[0-9]{4,6}[ \n]\p{Lu}[\p{L}\p{M}'’.-]{1,24}(?: (?:am|an der|im|bei|ob|pod|nad|na|sur|sous|de|la|del|di|upon)\b)?(?:[ \n]\p{Lu}[\p{L}\p{M}'’.-]{2,24}(?=[.,;)\n]|$))?|(?:(?:\p{Ll}{1,4})?\p{Lu}[\p{L}\p{M}'’.-]{1,24}[ \n]){1,3}(?:[0-9]{4,7}|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}|[A-Z][0-9]{2} ?[0-9A-Z]{4}|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]))(?![0-9A-Za-z]| ?[-.:/]? ?[0-9])/u;

const BELOW = /^\n\p{Lu}[\p{L}\p{M}'’-]{2,24}(?: [\p{L}\p{M}'’-]{2,20}){0,3}(?=[.,;]?(?:\n|$))/u;
/** A town of one word, and the sentence goes on: "146 Elm Court, Phulera in May". */
const IN_TOWN =
  /^\p{Lu}\p{Ll}[\p{L}\p{M}-]{1,20}(?: \p{Lu}[\p{L}\p{M}-]{2,20})? (?:in|on|at|and|last|since|from|until|but|where|im|am|und|seit|ab|en|depuis|et|desde|y|desde|e|dal|sinds|vanaf|och|og|sedan|siden|od|i|w|v|a|od|és)(?!\p{L})/u;

/** `…, Región de Arica y Parinacota`, `…, județul Argeș`: what some countries write last. */
const REGION =
  /^, ?(?:Regi[oó]n|[Jj]ude[tțţ]ul|[Jj]ud\.|[Ww]oj\.|[Pp]owiat|[Oo]kres|[Cc]omuna|[Dd]epartamento) (?:del? (?:la |los )?)?\p{Lu}\p{L}+(?: (?:(?:y|de|del|la|los) ){0,2}\p{Lu}\p{L}+){0,4}/u;

/** Follows an address from its street or postcode through unit, postcode, town and country; the end. */
export function growRight(text: string, from: number): number {
  let end = from;
  for (let segments = 0; segments < SEGMENTS_MAX; segments += 1) {
    end += REGION.exec(text.slice(end, end + 64))?.[0].length ?? 0;
    const line = TOWN_LINE.exec(text.slice(end, end + 96))?.[0];
    if (line !== undefined && !line.split(/[\s,]+/).some(isTechnicalWord) && !endsAddress(line)) {
      end += line.length;
      continue;
    }
    // "…, 837 66⏎Žďár nad Sázavou": the town below its postcode.
    const below =
      /[,\n] ?(?:[0-9]{5,6}|[0-9]{3} [0-9]{2})$/.test(text.slice(Math.max(from, end - 10), end)) &&
      BELOW.exec(text.slice(end, end + 48));
    if (below && !endsAddress(below[0])) {
      end += below[0].length;
      continue;
    }
    const joint = JOINT.exec(text.slice(end, end + 40))?.[0];
    if (joint === undefined) break;
    const at = end + joint.length;
    const bracket = /^\(([^)\n]{2,24})\)/u.exec(text.slice(at, at + 28));
    if (bracket && addressPart(bracket[1] as string) === (bracket[1] as string).length) {
      end = at + bracket[0].length;
      continue;
    }
    const segment = SEGMENT.exec(text.slice(at, at + 48))?.[0] ?? '';
    const part = addressPart(segment);
    if (part === 0) break;
    const whole = part >= segment.trimEnd().replace(/\.$/, '').length || /^\.(?:\s|$)/.test(segment.slice(part));
    // A line of its own, or a word that opens a sentence, belongs to the address only with a number in it.
    const numbered = /[0-9]/.test(segment.slice(0, part));
    if (
      (joint.includes('\n') &&
        !(whole && (numbered || (/[,،]/.test(joint) && segment.slice(0, part).split(' ').length < 4)))) ||
      (!whole &&
        !numbered &&
        /^ \p{Ll}/u.test(segment.slice(part)) &&
        !(IN_TOWN.test(segment) && !joint.includes('\n')))
    )
      break;
    end = at + part;
    if (!whole) break;
  }
  // The full stop of a sentence is not the last letter of an abbreviation.
  return text[end - 1] === '.' &&
    /^(?:\s|$)/.test(text.slice(end, end + 1)) &&
    !/[0-9]\.$/.test(text.slice(end - 2, end))
    ? end - 1
    : end;
}

const BUILDING =
  /(?:^|[\s"])(?:flat|unit|suite|apt|apartment|room|floor|level|house|hotel|building|tower|court|yard|hall|mansions?|lodge|cottage|farm|villas?|mill|wharf|studio|gate|slip|office|block|plot|rr|rural route|top|lieu-dit|lieudit|résidence|bâtiment|bât|immeuble|hameau|appt|appartement|étage|haus|hof|hinterhaus|edificio|edif|torre|bloque|planta|piso|galpão|bloco|condomínio|fazenda|sítio|loc|fraz|località|frazione|cascina|palazzo|scala|interno|gebouw|huis|etage|bygning|budynek|blok|dům|byt|ház|épület|bloc|scara|жк|м|дом|корпус|корп|кв|офис|оф|под|подъезд|этаж|г|город|пос|дер|обл|бл|вх|kat|daire|apt|blok|site|c\/o|lô|tầng|tòa|khu|gedung|lantai|perum|مبنى|شقة|عمارة|حي|בית|דירה|קומה)(?![\p{L}])/iu;

/** Walks back over the segments before an address that name a building, a unit or a town: `The Slip, 2 North Pier`. */
export function growLeft(text: string, from: number): number {
  let start = from;
  for (let segments = 0; segments < 3; segments += 1) {
    if (!endsSegment(text, start)) break;
    const before = text.slice(Math.max(0, start - 52), start);
    const match =
      /(?:^|[,;:()|·\n]\s{0,2}|[.!?] |[^\p{L}\p{N}\p{M}] | (?=(?:[A-Z]{1,2}-)?[0-9]{4,6} \p{Lu}))("?[\p{L}\p{N}#](?:[^,;:()|·\n.!?\x7f]|\.(?! )|(?<=(?:^|[^\p{L}])\p{L}{1,4})\. ){1,44}"?) ?(?:, ?\n?|\n)$/u.exec(
        before,
      );
    if (!match) break;
    const segment = match[1] as string;
    const at = start - before.length + match.index + match[0].indexOf(segment);
    const own = ownTail(segment, /[0-9]{5,6},? $/.test(text.slice(Math.max(0, at - 9), at)));
    if (own === undefined) break;
    start = at + segment.length - own.length;
    if (own.length < segment.length) break;
  }
  return start;
}

/** Whether a comma (and a space) or the end of a line stands before: nothing else parts an address from what precedes it. */
function endsSegment(text: string, start: number): boolean {
  const last = text[start - 1];
  return last === ',' || last === '\n' || (last === ' ' && text[start - 2] === ',');
}

const COMPANY = /(?:Ltd|LLC|GmbH|Inc|AG|S\.?A|SARL|BV|AB|AS|Oy|LLP|PLC|Limited)\.?$/u;

/** The words that end a segment and name a building, a unit or a numbered place; `afterPostcode` a town will do. */
function ownTail(segment: string, afterPostcode: boolean): string | undefined {
  const place = /(?:^| )((?:[A-Z]{1,2}-)?[0-9]{4,6} \p{Lu}[\p{L}\p{M}.-]{1,24}(?: \p{Lu}[\p{L}\p{M}.-]{1,24})?)$/u.exec(
    segment,
  )?.[1];
  if (place && place.length < segment.length) return place;
  const words = segment.split(' ');
  while (words.length > 0 && !words.every((word) => isAddressWord(word) || word === 'the')) words.shift();
  // `to Flat 3`: a small word of the sentence does not begin an address.
  while (words.length > 1 && /^\p{Ll}{1,4}$/u.test(words[0] as string) && !BUILDING.test(words[0] as string))
    words.shift();
  const own = words.join(' ');
  if (own === '' || words.length > 6 || COMPANY.test(own)) return undefined;
  const telling =
    afterPostcode ||
    /^"\p{Lu}[^"]{2,40}"$/u.test(own) ||
    BUILDING.test(own) ||
    /^[0-9]{1,5}[a-z]?$|^[0-9]{6}$|^(?:[A-Z]{1,2}-)?(?:[0-9]{4,5}|[0-9]{2}-[0-9]{3}|[0-9]{3} [0-9]{2}) \p{Lu}/u.test(
      own,
    );
  return telling ? own : undefined;
}
