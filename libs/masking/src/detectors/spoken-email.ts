import type { Detector, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { WordTable } from '../text/word-table.ts';

/** How addresses are said in one language; `at` and `dot` of one language belong together. */
const SAID: readonly { at: string; dot: string; other: string }[] = [
  { at: 'at', dot: 'dot period', other: 'dash hyphen minus underscore plus' },
  { at: 'ät at aet klammeraffe affenschwanz', dot: 'punkt dot', other: 'minus strich bindestrich unterstrich plus' },
  { at: 'arobase arobas arrobase chez', dot: 'point', other: 'tiret underscore soulignement' },
  { at: 'arroba', dot: 'punto ponto', other: 'guion guión guionbajo hífen traço underline underscore menos' },
  { at: 'chiocciola chioccola at', dot: 'punto', other: 'trattino underscore meno' },
  { at: 'apenstaartje apestaartje at', dot: 'punt', other: 'streepje koppelteken liggend underscore min' },
  {
    at: 'snabela snabel kanelbulle krøllalfa alfakrøll at ätt',
    dot: 'punkt prik punktum',
    other: 'bindestreck bindestreg bindestrek streck strek minus understreck understrek understreg',
  },
  { at: 'miukumauku ät at', dot: 'piste', other: 'viiva alaviiva tavuviiva' },
  { at: 'małpa małpka at', dot: 'kropka', other: 'myślnik kreska podkreślnik podkreślenie minus' },
  { at: 'zavináč zavinac', dot: 'tečka tecka bodka', other: 'pomlčka podtržítko podčiarkovník spojovník' },
  { at: 'kukac', dot: 'pont', other: 'kötőjel aláhúzás' },
  { at: 'arond coadă at', dot: 'punct', other: 'minus cratimă liniuță underscore' },
  { at: 'кльомба маймунка маймунско маймуна ет', dot: 'точка', other: 'тире долна' },
  { at: 'παπάκι papaki', dot: 'τελεία teleia telia', other: 'παύλα κάτω pavla' },
  { at: 'собака собачка эт sobaka', dot: 'точка tochka', other: 'дефис тире минус подчеркивание подчёркивание нижнее' },
  { at: 'равлик собачка песик собака ет', dot: 'крапка', other: 'дефіс тире мінус підкреслення' },
  { at: 'kuyruklu et at', dot: 'nokta', other: 'tire çizgi alttan' },
  { at: 'et at', dot: 'titik', other: 'strip garis setrip minus' },
  { at: 'còng cong móc', dot: 'chấm cham', other: 'gạch ngang dưới' },
  { at: 'آت ات @', dot: 'نقطة دوت', other: 'شرطة داش' },
  { at: 'שטרודל כרוכית', dot: 'נקודה', other: 'מקף קו תחתון' },
  { at: 'एट ऐट at', dot: 'डॉट डाट dot', other: 'डैश हाइफन अंडरस्कोर' },
  {
    at: 'majmunče majmun manki monkey мајмунче мајмун afna et at',
    dot: 'točka tocka точка pika tačka tacka тачка',
    other: 'crtica donja minus',
  },
  { at: '골뱅이 앳', dot: '점 닷 쩜', other: '대시 하이픈 언더바' },
  {
    at: 'アットマーク アット あっと あっとまーく',
    dot: 'ドット どっと てん',
    other: 'ハイフン アンダーバー アンダースコア',
  },
  { at: '艾特 小老鼠 花a', dot: '点 點', other: '杠 横杠 下划线' },
  { at: 'แอท แอด', dot: 'จุด ดอท', other: 'ขีด' },
  { at: 'arrova rova abildua', dot: 'punt puntu', other: 'guionet gidoia' },
  { at: 'hjá ätt et eta', dot: 'punktur punkts punkt taškas', other: 'bandstrik sidekriips domuzīme brūkšnys' },
  { at: 'შტრუდელი ძაღლუკა շնիկ', dot: 'წერტილი կետ', other: 'ტირე գծիկ' },
  { at: 'at ات kwenye', dot: 'nukta ponc نقطه', other: 'خط' },
  { at: 'অ্যাট এট', dot: 'ডট', other: 'ড্যাশ হাইফেন' },
  { at: 'ఎట్ యాట్', dot: 'డాట్', other: 'డాష్' },
  { at: 'அட் ஆட்', dot: 'டாட் புள்ளி', other: 'கோடு' },
  { at: 'ит белгісі', dot: 'нүкте', other: 'сызықша' },
  { at: 'pri afna', dot: 'pika', other: 'vezaj pomišljaj' },
];

/** By vocabulary id: the languages in which the word is said for `@`, for a dot, and for another sign. */
const ats = new WordTable();
const dots = new WordTable();
const signs = new WordTable();

const enter = (table: WordTable, list: string, language: number): void =>
  table.add(list.split(' ').map(foldText), 1 << language);
for (const [language, { at, dot, other }] of SAID.entries()) {
  enter(ats, at, language);
  enter(dots, dot, language);
  enter(signs, other, language);
  enter(signs, dot, language);
}

/** Words that belong to the sentence and not to the address: what stands before it, and articles after "at". */
const SENTENCE: ReadonlySet<string> = new Set(
  foldText(
    `ich bin im am je suis soy sou sono jestem jsem is are was it its to my your our the a an email mail e-mail emails address me us write contact reach user login account from under via on use with or by
    ist lautet an meine mein ihre unter adresse mailadresse die der das est à au mon ma mes le la les adresse courriel mel es el mi su correo dirección
    é o a meu minha e-mail endereço è il mio mia indirizzo posta van mijn is het adres naar är min mitt på er min til on osoite sähköposti to jest mój adres na
    je můj moje môj adresa az a cím címem este mea имейл е на моя είναι το η μου почта мой моя на это адрес пошта моя ben benim adresim
    para por pour para für fur zu do pro dla для till for voor per kepada con com avec mit med med s z ze adalah saya alamat surel là của tôi هو بريدي البريد ايميل ایمیل المييل הוא המייל שלי מייל है मेरा ईमेल पर this that these those every each all any work home first last least once noon night`,
  )
    .trim()
    .split(/\s+/),
);

/** In one piece, where East Asia writes words without spaces: `jane골뱅이shop점example`. */
const GLUED =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9](?:(?:[A-Za-z0-9._+-]|점|닷|쩜|ドット|点|點){0,38}[A-Za-z0-9])?(?:골뱅이|앳|アットマーク|アット|艾特|小老鼠)[A-Za-z0-9][A-Za-z0-9-]{0,30}(?:(?:점|닷|쩜|ドット|点|點|\.)[A-Za-z0-9][A-Za-z0-9-]{1,30}){1,3}(?![A-Za-z0-9])/gu;

const LEFT_MAX = 8;
const RIGHT_MAX = 9;

/**
 * Addresses said in words, with spaces inside: "e zanchetta chiocciola laguna trattino sistemi punto example". After the
 * word for `@` at least one word for a dot of the same language must come before the sentence goes on.
 */
export const spokenEmails: Detector = (scan, findings) => {
  const { tokens } = scan;
  eachMatch(GLUED, scan.text, ({ index, 0: address }) => {
    findings.push({ start: index, end: index + address.length, type: 'EMAIL' });
  });
  for (let token = 1; token < tokens.count - 2; token += 1) {
    const languages = ats.of(tokens.ids[token] as number);
    if (languages === 0) continue;
    const last = hostEnd(scan, afterSign(scan, token), languages);
    const first = last < 0 ? -1 : localBegin(scan, beforeSign(scan, token), languages);
    if (first < 0) continue;
    findings.push({ start: tokens.starts[first] as number, end: tokens.ends[last] as number, type: 'EMAIL' });
    token = last;
  }
};

/** "at sign", "snabel-a", "at-tecken"; "a còng". */
const TAILS: ReadonlySet<string> = new Set(
  foldText('a белгісі sign symbol tecken işareti merkki tegn zeichen znak знак символ').split(' '),
);

function afterSign(scan: Scan, at: number): number {
  const next = scan.text[scan.tokens.starts[at + 1] as number] === '-' ? at + 2 : at + 1;
  return next < scan.tokens.count && TAILS.has(scan.folding(next)) ? next + 1 : at + 1;
}

const beforeSign = (scan: Scan, at: number): number =>
  /^(?:cong|moc)$/.test(scan.folding(at)) && scan.folding(at - 1) === 'a' ? at - 2 : at - 1;

const isBracket = (scan: Scan, token: number) =>
  '()[]{}<>"\'-_+'.includes(scan.text[scan.tokens.starts[token] as number] as string);
const gapAfter = ({ tokens }: Scan, token: number) =>
  (tokens.starts[token + 1] as number) - (tokens.ends[token] as number);

/** The last token of the host said from `first` on, or -1: labels of up to three words, and what is said for a dot. */
function hostEnd(scan: Scan, first: number, languages: number): number {
  const { tokens } = scan;
  let label = 0;
  let last = -1;
  let dotted = false;
  for (let token = first; token < tokens.count && token < first + RIGHT_MAX; token += 1) {
    if (token > first && gapAfter(scan, token - 1) > 1) break;
    const id = tokens.ids[token] as number;
    if (tokens.kinds[token] === 0) {
      if (!isBracket(scan, token)) break;
    } else if ((dots.of(id) & languages) !== 0) {
      if (label === 0) break;
      [dotted, label] = [true, 0];
    } else if ((signs.of(id) & languages) !== 0) {
      label = 0;
    } else {
      // "I'm at jane at shop dot example": the first is a word of the sentence.
      if ((ats.of(id) & languages) !== 0) return -1;
      if (label > 2 || SENTENCE.has(scan.folding(token)) || (dotted && label > 0)) break;
      label += 1;
      if (dotted) last = token;
    }
  }
  return last;
}

/** Words without a sign between them that one local part may be said in: "e zanchetta", "anna maria". */
const APART_MAX = 3;
const isLatin = (code: number) => code < 0x250 || (code >= 0x1e00 && code < 0x1f00);

/** The token the local part begins with, read backwards from the one before the word for `@`; -1 where none is. */
function localBegin(scan: Scan, last: number, languages: number): number {
  const { tokens, text } = scan;
  let [begin, minimal, apart, joined] = [-1, -1, 0, true];
  let latin: boolean | undefined;
  for (let token = last; token >= 0 && last - token < LEFT_MAX; token -= 1) {
    if (gapAfter(scan, token) > 1) return begin;
    const start = tokens.starts[token] as number;
    if (tokens.kinds[token] === 0) {
      if (!isBracket(scan, token)) return begin;
      continue;
    }
    const id = tokens.ids[token] as number;
    if (((signs.of(id) | dots.of(id)) & languages) !== 0) {
      [joined, apart] = [true, 0];
      continue;
    }
    if ((ats.of(id) & languages) !== 0) return begin;
    const word = scan.folding(token);
    const single = (tokens.ends[token] as number) - start === 1;
    // "è" is a word of the sentence, "e" a letter of the address.
    const letter = single && word !== 'a' && word === text[start]?.toLowerCase();
    if ((single && !letter) || (!letter && SENTENCE.has(word))) return begin;
    latin ??= isLatin(text.charCodeAt(start));
    if (latin !== isLatin(text.charCodeAt(start)) && tokens.kinds[token] === 1) return begin;
    apart += joined || single ? 0 : 1;
    if (apart >= APART_MAX) return minimal;
    begin = token;
    if (joined || single) minimal = token;
    joined = false;
  }
  return begin;
}
