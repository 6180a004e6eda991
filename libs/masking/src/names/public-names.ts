import type { Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { foldedWords } from './contexts.ts';
import { Word, wordFlags } from './lexicon.ts';

/** What bears even the full name of a person: rooms, ships, schools, stops, storms, diseases, prizes, works, plants. */
const BEARERS = foldedWords(`
  room rooms hall auditorium building theatre theater cinema school college hospital stadium airport station line ferry ship boat train storm hurricane cyclone typhoon award prize team squad font typeface shade musical opera novel variety
  saal raum zimmer hörsaal aula schule gymnasium krankenhaus stadion flughafen bahnhof haltestelle haltestellen station schiff fähre boot zug sturm orkan sturmtief hurrikan tief wirbelsturm morbus rose sorte apfelsorte kartoffel preis schriftart
  salle amphi amphithéâtre lycée collège école hôpital stade aéroport gare station arrêt navire bateau ferry car-ferry train tempête ouragan cyclone maladie syndrome prix théâtre livre roman rosier tarte pêche poire salade borne
  sala aula salón auditorio colegio instituto escuela hospital estadio aeropuerto estación parada paradas buque barco tren tormenta huracán borrasca temporal enfermedad síndrome premio teatro
  auditório colégio escola estádio aeroporto estação navio barco trem tempestade furacão doença síndrome prêmio prémio
  auditorium scuola liceo istituto ospedale stadio aeroporto stazione fermata nave traghetto treno tempesta uragano ciclone morbo malattia sindrome premio libro romanzo pizza
  zaal lokaal school ziekenhuis luchthaven station halte schip boot trein storm orkaan ziekte syndroom prijs
  rum sal salen mötesrum konferensrum skola sjukhus flygplats hållplats båten färjan fartyget tåget stormen orkanen sjukdom syndrom pris
  møterom mødelokale lokale skole sykehus hospital lufthavn stasjon stoppested skipet skibet fergen ferjen færgen toget stormen orkanen sykdom sygdom
  neuvotteluhuone kokoushuone huone sali koulu sairaala lentoasema asema pysäkki laiva juna myrsky tauti oireyhtymä palkinto
  sala salka szkoła szkole liceum szpital stadion lotnisko dworzec przystanek rondo plac galeria statek prom pociąg burza orkan choroba zespół nagroda
  zasedačka sál místnost škola gymnázium nemocnice letiště stanice zastávka loď vlak bouře orkán choroba nemoc syndrom cena zasadačka miestnosť gymnázium nemocnica letisko zastávka vlak
  terem tárgyaló iskola gimnázium kórház repülőtér állomás megálló hajó vonat vihar betegség szindróma díj
  sala școala liceul spitalul stadionul aeroportul gara stația nava trenul furtuna boala sindromul premiul
  зал зала переговорная школа гимназия лицей больница театр стадион аэропорт станция вокзал остановка улица площадь теплоход пароход судно поезд шторм ураган циклон болезнь синдром премия премии
  школи гімназія ліцей лікарня станція вокзал зупинка вулиця площа пароплав ураган хвороба синдром училище болница летище спирка кораб влак болест награда сала дворана болница школа станица воз брод
  αίθουσα σχολείο νοσοκομείο σταθμός στάση πλοίο αεροδρόμιο βραβείο
  odası salonu okulu hastanesi havalimanı istasyonu durağı gemisi
  họp 서버 프린터 회의실 الخادم الطابعة قاعة שרת המדפסת חדר सर्वर प्रिंटर कक्ष
  ruang ruangan aula sekolah stasiun halte bandara kapal penyakit sindrom badai
  dvorana sala škola bolnica stanica brod vlak bolest sindrom nagrada šola bolnišnica postaja ladja nevihta
  mokykla ligoninė stotis stotelė laivas audra liga zāle skola slimnīca stacija pietura kuģis vētra slimība ruum saal kool haigla jaam peatus laev torm haigus`);
const COMPOUND =
  /.(?:raum|saal|zimmer|schule|gymnasium|klinik|haltestelle|tief|orkan|sturm|sorte|schiff|syndrom|krankheit|zaal|ziekte|rummet|lokale|huone)$/;
/** "Named after", "of", and what else stands between the thing and the name. */
const BEHIND_BEARER =
  /(?<![\p{L}\p{M}])([\p{L}\p{M}-]{2,24}) (?:(?:of|de|del|della|di|do|da|van|von|af|av|MS|MV|SS|M\/S) |d')?["'«„“]?$/u;
const NAMED_AFTER =
  /(?<![\p{L}])(?:im\.|имени|імені|ім\.|M\/[SVYsvy]|MV|SS|HMS) ["'«„“]?$|(?:服务器|伺服器|打印机|印表機|会议室|會議室|サーバー|プリンター|会議室)["「『]?$/u;
/** "Victoria Street Stop", "Turing Award", "Sabiha Gökçen Havalimanı". */
const PUBLIC_BEHIND =
  /^ (?:Streets?|Road|Avenue|Square|Bridge|Tower|Station|Stop|Park|Awards?|Prize|Medal|Hall|House|Stadium|Airport|Cent(?:er|re)|School|College|University|Hospital|Institute|Foundation|Society|Museum|Theatre|Theater|Ave|Blvd|Havalimanı|Hastanesi|Okulu|Üniversitesi|Meydanı|Salonu|syndrome|disease|algorithm|theorem|tárgyaló|terem|iskola|gimnázium|kórház|repülőtér|állomás|megálló|odası|salonu|okulu|hastanesi|istasyonu|durağı)(?![\p{L}])/u;
/** "Pierre, le robot", "Ivy, your virtual assistant". */
const APPOSED =
  /^, (?:your|our|the|a|unser|unsere|der|die|das|ein|notre|votre|le|la|un|nuestro|nuestra|el|il|nostro|o|a|nosso|de|het|onze|vår|vores|nasz|náš|наш|наша) (?:\p{Ll}{1,14} ){0,2}(?:bot|chatbot|robot|server|serveur|servidor|printer|imprimante|drucker|cluster|drone|virtual assistant|assistant virtuel|asistente virtual|сервер|бот|робот|принтер)(?![\p{L}])/u;
const REACH = 44;

const isBearer = (word: string): boolean => BEARERS.has(word) || COMPOUND.test(word);

/** What is listed by title, colour or brand: "Song titles: Billie Jean, Eleanor Rigby". */
const LISTED = foldedWords(`
  titles songs books novels films movies playlist albums fonts plants seeds dishes drinks colour colours color colors shades brands
  bücher filme lieder schriften farben pflanzen gerichte marken titres livres films chansons couleurs plats marques polices títulos libros películas canciones colores platos marcas
  titoli libri canzoni colori piatti marche livros filmes músicas cores pratos boeken liedjes kleuren gerechten merken böcker filmer låtar färger rätter bøger sange farver retter
  książki filmy piosenki kolory dania knihy písně barvy jídla книги фильмы песни цвета блюда фільми пісні кольори страви kitaplar filmler şarkılar renkler yemekler`);
const LIST_REACH = 150;

/** Whether a name is that of a room, a ship, a school, a stop, a storm or a disease: "Room Marie Curie", "syndrome de Raynaud". */
export function isPublic({ text, folded }: Scan, { start, end }: { start: number; end: number }): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (NAMED_AFTER.test(before)) return true;
  const behind = BEHIND_BEARER.exec(before);
  if (behind && isBearer(foldText(behind[1] as string))) return true;
  if (isMark(text, start, end, before)) return true;
  if (isListed(text, start, end)) return true;
  const after = text.slice(end, end + 48);
  if (PUBLIC_BEHIND.test(after) || APPOSED.test(after)) return true;
  // The thing was read with its name, or without: `Konferenzraum Goethe`, `Zaal`.
  const space = text.slice(start, end).indexOf(' ');
  const isAlone = space < 0;
  if (isAlone && !/^ \p{Lu}/u.test(after)) return isHalfOfFirm(text, folded, start, end);
  const first = folded.slice(start, isAlone ? end : start + space);
  return isBearer(first) && (wordFlags(first) & Word.given) === 0;
}

/** `DB`, `mx1.quill.example`, „Ludwig“, Theme "Emma": one word, written as labels, hosts and names of things are. */
function isMark(text: string, start: number, end: number, before: string): boolean {
  const own = text.slice(start, end);
  if (/[ \n]/.test(own)) return false;
  const after = text.slice(end, end + 3);
  if (/^\p{Lu}{1,3}$/u.test(own) || (/^\p{Ll}/u.test(own) && before.endsWith('.') && after.startsWith('.')))
    return true;
  if (/[„«「『»]$/u.test(before)) return /^["“”»«」』]/u.test(after);
  return /\p{Lu}[\p{L}\p{M}]* ["“]$/u.test(before) && /^["”](?! \p{Lu})/u.test(after);
}

function isListed(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - LIST_REACH), start);
  const colon = near.lastIndexOf(': ');
  if (colon < 0 || !(colon + 2 === near.length ? GOES_ON.test(text.slice(end, end + 8)) : LIST.test(near.slice(colon))))
    return false;
  const clause = near.slice(Math.max(0, colon - 20), colon);
  return (foldText(clause).match(/[\p{L}\p{M}]+/gu) ?? []).slice(-2).some((word) => LISTED.has(word));
}
const AND = '(?:and|und|et|y|e|og|och|i|a|ja|en|и|та|і|ve)';
const LIST = new RegExp(`^: [^.!?;:\\n]{2,}(?:, | ${AND} )$`, 'u');
const GOES_ON = new RegExp(`^(?:, | ${AND} )\\p{Lu}`, 'u');

/** `Johnson & Johnson`, `Smith & Wesson`: surnames only. */
function isHalfOfFirm(text: string, folded: string, start: number, end: number): boolean {
  const before = /(\p{Lu}[\p{L}\p{M}'-]{1,24}) & $/u.exec(text.slice(Math.max(0, start - 29), start))?.[1];
  const other = before ?? /^ & (\p{Lu}[\p{L}\p{M}]{1,24})/u.exec(text.slice(end, end + 29))?.[1];
  if (!other) return false;
  const [left, right] = [wordFlags(folded.slice(start, end)), wordFlags(foldText(other))];
  if (foldText(other) === folded.slice(start, end)) return true;
  return ((left | right) & Word.given) === 0 && (left & right & Word.surname) !== 0;
}
