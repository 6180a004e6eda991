import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

/** Dictated in the languages tickets come in; what stands between ⟦ and ⟧ must go, the rest must stay. */
const DICTATED = [
  'ring ⟦oh two oh, seven nine four six, oh nine five eight⟧ please',
  'it is ⟦0117 496 oh oh 55⟧ please',
  'број ⟦064 четрдесет један осамдесет осам двадесет⟧ хвала',
  'тел ⟦0884 - четири едно осем - 820⟧ мерси',
  'nomor ⟦kosong delapan satu sembilan, 4418, 207⟧ terima kasih',
  'ring ⟦plus forty-four, double seven double two nine one six⟧ please',
  'Nummer ⟦null eins sieben eins, drei neun zwei, null null, sechs eins⟧ danke',
  'Rückruf: ⟦null eins fünf eins achtundvierzig siebenunddreißig zwölf⟧ danke',
  'numéro ⟦zéro six, trente-neuf, quatre-vingt-dix-huit, douze, quarante-sept⟧ merci',
  'es el ⟦seis cinco cinco, doble uno, noventa y ocho, veintidós⟧ gracias',
  'é o ⟦nove um dois, meia sete oito, três três quatro⟧ obrigado',
  'è il ⟦tre quattro sette, cinque uno due, zero zero otto⟧ grazie',
  'is ⟦nul zes, een twee drie, vijfenveertig, zevenenzestig⟧ bedankt',
  'Numret: ⟦noll sju noll, ett sju fyra, noll sex, noll nio⟧ tack',
  'Nummeret: ⟦ni to fire, førtifem, seksti, null åtte⟧ takk',
  'Nummeret: ⟦to otte, femogfyrre, tres, nul otte ni syv⟧ tak',
  'Numero: ⟦nolla neljä nolla, viisi viisi viisi, kaksi kuusi⟧ kiitos',
  'Telefon ⟦sześćset jeden, pięćset dwa, trzysta czternaście⟧ dziękuję',
  'Číslo: ⟦sedm sedm sedm, jedna dva tři, osmačtyřicet, šest⟧ díky',
  'Szám: ⟦nulla hat, harminc, kettő egy kilenc, tizenhét ötvenöt⟧ köszönöm',
  'numărul ⟦zero șapte doi trei, patru cinci șase, opt nouă⟧ mulțumesc',
  'тел ⟦нула осем осем осем, едно две три, петдесет⟧ мерси',
  'τηλ ⟦έξι εννέα επτά, σαράντα πέντε, δύο δύο μηδέν⟧ ευχαριστώ',
  'номер ⟦восемь девятьсот двенадцать триста сорок пять шестьдесят семь⟧ спасибо',
  'síminn ⟦sex sex fimm, núll einn, sjö sjö⟧ takk',
  'број је ⟦шездесет три, пет пет пет, нула један⟧ хвала',
  'namba ya simu ⟦sifuri saba tatu moja, nne nne, tisa mbili⟧ asante',
  'ტელ ⟦ხუთასოთხმოცი, ორი ორი სამი, ოთხი ერთი⟧ მადლობა',
  'mòbil ⟦sis sis cinc, trenta-nou, vuitanta-dos, onze⟧ gràcies',
  'to kinito ⟦exi enia epta, dio dio tria, miden okto⟧ efxaristo',
  'uimhir ghutháin: ⟦náid naoi a haon, cúig náid a cúig, a ceathair a dó a hocht⟧ slán',
  'ffôn: ⟦dim saith saith, dim dim naw, dim dim wyth, un dau⟧ diolch',
  'tel ⟦disgħa disgħa, erbgħa erbgħa, tnax, tmienja tlieta⟧ grazzi',
  'ਫੋਨ ⟦ਨੌਂ ਅੱਠ ਸੱਤ ਛੇ ਪੰਜ ਚਾਰ ਤਿੰਨ ਦੋ ਇੱਕ ਸਿਫ਼ਰ⟧',
  'numret är ⟦noll sju tre, femhundrafyrtiotvå, noll ett⟧ tack',
  "номер ⟦нуль шість сім, п'ять п'ять п'ять, дев'ять один⟧ дякую",
  'numaram ⟦sıfır beş yüz otuz iki, beş yüz elli beş, kırk bir⟧ teşekkürler',
  'nomor ⟦kosong delapan satu dua, lima lima lima kosong⟧ terima kasih',
  'số ⟦không chín không ba, năm năm năm, một hai⟧ nhé',
  'رقمي ⟦صفر خمسة خمسة، واحد اثنين ثلاثة، تسعة وعشرين⟧ شكرا',
  'המספר ⟦אפס חמש ארבע, שלוש שתיים אחת, עשרים ושמונה⟧ תודה',
  'नंबर ⟦नौ आठ एक शून्य, दो दो पांच पांच⟧ है',
  '電話 ⟦〇三、五五五五、〇一二三⟧ です',
  '연락처 ⟦공일공-오오오오-공일사구⟧ 입니다',
  'โทร ⟦ศูนย์ แปด หนึ่ง ห้า ห้า ห้า หนึ่ง สอง⟧ ค่ะ',
  'security code ⟦four one seven⟧ was refused',
  'Prüfziffer ist ⟦drei neun null⟧ danke',
  '¿recibió el código?\nsi, claro\nes ⟦seis uno siete, cero cinco seis⟧',
  'Der Zahlencode fürs Tor geht nicht mehr, ich tippe ⟦drei null sechs acht⟧ und dann Raute',
  'it expires ⟦march twenty twenty eight⟧, they say',
  'vence ⟦maio de dois mil e vinte e nove⟧, CPF depois',
  'date of birth ⟦third of may nineteen eighty five⟧, thanks',
  'geboren am ⟦vierzehnten März neunzehnhundertfünfundachtzig⟧ und fertig',
];

/** Number words that dictate nothing. */
const SAID = [
  'we tried one or two times, three at most, and four of us saw it',
  'step one two three four five six seven eight is fine',
  'five thousand two hundred and thirty four requests, one hundred and seven errors',
  'listening on 127.0.0.1 and 0.0.0.0, one or two ports',
  'Fehler siebzehn, danach zwei von drei Versuchen, insgesamt achtundvierzig',
  'dos de tres intentos fallan, uno de cada cinco',
  'it expires in two or three days, in march we renew',
  'deux ou trois fois sur dix, un jour sur deux',
  'one of the two cards has four decimals',
  'the door is shut again; the plate is D O P, eight eight two four',
  'login query: null, null, null, null, null',
];

describe('dictated numbers', () => {
  it.each(DICTATED)('[C-OUT-1] masks the value and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const [before, value, after] = marked.split(/[⟦⟧]/) as [string, string, string];
    const { masked, spans } = mask(text);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
    expect(masked).toBe(`${before}${spans[0]?.placeholder}${after}`);
  });

  it.each(SAID)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});
