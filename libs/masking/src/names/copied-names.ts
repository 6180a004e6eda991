import type { Detector, Scan } from '../scan.ts';
import { foldText, Kind, kindOf } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { SENTENCE } from './contexts.ts';
import { Word, wordFlags } from './lexicon.ts';
import { isHeadWord } from './sentence-heads.ts';
import { isRelation, isTitle } from './titles.ts';
import { isUncasedStop } from './uncased-cues.ts';
import { NOT_NAMES } from './words.ts';

const WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}'.-]{0,30}";
const NAME = `(${WORD}(?: ${WORD}){0,4}?)`;
const EDGE = '(?<![\\p{L}\\p{M}])';
const END = '(?![\\p{L}\\p{M}])';

/** "Put … in copy", by what stands before and behind the name in the languages of the tickets. */
const IN_COPY = [
  `(?:put|add|include|keep|loop|bring|copy|have) ${NAME} (?:in|on|to|into) (?:the )?(?:cc|bcc|copy|loop|thread)`,
  `(?:bitte|nehmen sie|nimm|nehmt|setzen sie|setze|setzt|stell|stellen sie) (?:auch |noch |bitte )?${NAME} (?:in|auf|ins) (?:kopie|cc)`,
  `(?:mettre|mettez|mets|ajoutez|ajouter|ajoute|gardez|garder|inclure|inclure) (?:aussi |également )?${NAME} (?:en|dans la|à la) (?:copie|cc)`,
  `(?:pon|ponga|poner|pongan|agregue|agregar|agrega|agreguen|añada|añadir|añadan|incluya|incluir|copie|copiar|pongan) a ${NAME} en (?:la )?(?:copia|cc)`,
  `(?:coloque|colocar|coloquem|ponha|inclua|incluir|incluam|adicione|adicionar|copie|copiar|coloquem|incluam) (?:o |a )?${NAME} (?:em|na) (?:cópia|cc)`,
  `(?:mettere|metta|mettete|metti|aggiungere|aggiunga|aggiungete|inserire|inserite|includete) (?:anche )?${NAME} in (?:copia|cc)`,
  `(?:zet|plaats|neem|voeg|hou|houd|graag) (?:ook )?${NAME} (?:in|op|aan) (?:de )?(?:cc|kopie|kopij)`,
  `(?:sätt|lägg|ta|inkludera|sæt|sett|legg|tag|inkluder) (?:gärna |venligst |gjerne |med )?${NAME} (?:på|i|som) (?:kopia|kopi|cc)`,
  `(?:lisätkää|lisää|laittakaa|laita|ottakaa|ota|pyydän lisäämään) ${NAME} (?:kopioon|kopioksi|jakeluun|cc-kenttään)`,
  `(?:dodać|dodaj|dodajcie|dołączyć|dołącz|wstawić|przidejte|přidejte|přidat|dejte|pridajte|pridať|dajte|zařaďte) (?:prosím |też |také )?${NAME} do (?:kopii|kopie|kópie|wiadomości|dw|cc)`,
  `(?:puneți|puneti|pune|adăugați|adaugati|includeți) (?:pe |și pe )?${NAME} (?:în|in) (?:copie|cc)`,
  `(?:dodajte|stavite|uključite|dodaj|stavi|vključite) ${NAME} (?:u|v) (?:kopiju|kopijo|cc)`,
  `(?:добавьте|добавить|поставьте|поставить|включите|додайте|додати|поставте|включіть|добавете|сложете|додајте|ставете|ставите) (?:пожалуйста |будь ласка |моля )?${NAME} (?:в|у|до|на) (?:копию|копії|копію|копие|копија|копију|копия)`,
  `(?:βάλτε|προσθέστε|βάλε|πρόσθεσε|να μπει) (?:τον |την |και τον |και την |ο |η )?${NAME} (?:σε|στην|στη) (?:κοινοποίηση|αντίγραφο|cc)`,
  `(?:įtraukite|įtraukti|pridėkite|pridėti) ${NAME} į (?:kopiją|cc)`,
  `(?:pievienojiet|iekļaujiet|pievienot) ${NAME} (?:kopijā|cc)`,
  `(?:lisage|lisada|pange|lisa) ${NAME} (?:koopiasse|koopiale)`,
  `(?:tegyék|tegye|vegyék|vegye|rakják|tedd) ${NAME} (?:másolatba|cc-be)`,
  `(?:sertakan|menyertakan|masukkan|tambahkan|tembuskan|sertakan juga) ${NAME} (?:dalam|di|ke|ke dalam|pada|sebagai) (?:cc|tembusan|salinan)`,
  `(?:thêm|cho|đưa) (?:anh |chị |ông |bà |em )?${NAME} vào (?:danh sách nhận|cc|bản sao|đồng gửi|danh sách)`,
  `lütfen ${NAME} (?:kişisini|kişisine|beyi|hanımı|bey'i|hanım'ı)`,
  `(?:weka|ongeza|jumuisha) ${NAME} kwenye (?:nakala|cc)`,
  `(?:isama|ilagay|idagdag) si ${NAME} sa (?:cc|kopya)`,
  `(?:إضافة|اضافة|أضف|اضف|أضيفوا|اضيفوا|ضع|ضعوا|وضع|إدراج|تضمين|حطوا|خلوا) ${NAME} (?:في|إلى|الى|ضمن|على|بـ) (?:ال)?(?:نسخة|نسخه|كوبي|سي سي|مراسلة|مراسلات)`,
  `(?:لطفا|لطفاً|خواهشمندم|خواهشا) ${NAME} را (?:هم )?(?:در|به) (?:رونوشت|سی‌سی|کپی|cc)`,
  `(?:براہ کرم|برائے مہربانی|پلیز) ${NAME} کو (?:کاپی|سی سی|نقل)`,
  `(?:कृपया|प्लीज|प्लीज़|जरा|ज़रा) ${NAME} (?:को|यांना|लाई) (?:भी )?(?:कॉपी|सीसी|प्रतिलिपि|प्रत|cc)`,
  `(?:অনুগ্রহ করে|দয়া করে|প্লিজ) ${NAME}(?: কে|কে|-কে) (?:কপিতে|সিসিতে|কপি|অনুলিপি)`,
  `(?:להוסיף|הוסיפו|תוסיפו|לצרף|צרפו|לכתב) (?:את )?${NAME} (?:לעותק|להעתק|כמכותב|כמכותבת|לתפוצה|ב-?cc)`,
  `(?:לעותק|להעתק|כמכותב|כמכותבת|לתפוצה) את ${NAME}(?=[.,\\n]|$)`,
];
/** "The account belongs to …", closed by a verb behind the name or by the clause. */
const OWNED = [
  `(?:متعلق به|به نام|مربوط به) ${NAME} (?:است|می‌باشد|میباشد|هست|ثبت)`,
  `(?:الحساب|الاشتراك|العقد|الخط|حساب) (?:يعود ل|يخص|ملك|تابع ل|مسجل باسم) ?${NAME}(?=[.,،؛\\n]|$)`,
  `(?:חשבון|החשבון|המנוי|הכרטיס|הרישיון) (?:שייך|שייכת|רשום|רשומה) (?:ל|על שם )-?${NAME}(?=[.,\\n]|$)`,
  `(?:hesap|hesabı|abonelik|kayıt|sipariş|hat) ${NAME} (?:adına|üzerine)`,
  `(?:खाता|अकाउंट|कार्ड) ${NAME} (?:के नाम|का है|की है)`,
];
/** Latin, Greek and Cyrillic, or a script without capitals. */
const scriptOf = (text: string): number => (/[\u0590-\u0eff]/.test(text) ? 2 : /[α-ωа-я]/i.test(text) ? 1 : 0);
/** By the script they are written in. */
const PATTERNS: readonly RegExp[] = [0, 1, 2].map((script) => {
  const sources = [...IN_COPY, ...OWNED].filter((source) => scriptOf(source) === script);
  return new RegExp(`${EDGE}(?:${sources.join('|')})${END}`, 'giu');
});
/** What one of these words is said with; folded. */
const WORDS_TOLD =
  'bcc|cc|copy|loop|thread|kopi|copi|cópia|kópi|másolat|копи|копі|κοινοπ|αντίγραφο|koopia|jakelu|wiadomo|dw|tembusan|salinan|nakala|danh sách|bản sao|đồng gửi|kişisi|نسخة|النسخة|نسخه|كوبي|رونوشت|سی‌سی|کپی|کاپی|نقل|कॉपी|सीसी|प्रत|কপি|সিসি|לעותק|להעתק|כמכותב|לתפוצה|متعلق|به نام|مربوط|الحساب|الاشتراك|العقد|الخط|حساب|חשבון|החשבון|המנוי|הכרטיס|הרישיון|adına|üzerine|खाता|अकाउंट|कार्ड';
const TOLD = new RegExp(`(?<!\\p{L})(?:${foldText(WORDS_TOLD)})`, 'gu');
const NEAR = 110;

/** Names between the words that ask to put somebody in copy, or say whose account it is. */
export const copiedNames: Detector = (scan, findings) => {
  let read = 0;
  for (const told of matchesOf(TOLD, scan.folded)) {
    if (told.index < read) continue;
    const from = Math.max(0, told.index - NEAR);
    read = told.index + NEAR;
    const near = scan.text.slice(from, read);
    for (const match of near.matchAll(PATTERNS[scriptOf(told[0])] as RegExp)) {
      const name = match.slice(1).find((group) => group !== undefined) as string;
      const start = from + match.index + match[0].indexOf(name, match[0].indexOf(' '));
      if (isName(scan, name, start)) findings.push({ start, end: start + name.length, type: 'PERSON' });
    }
  }
};

/** No word of it is one of sentences or of support life, and the lists, its capitals or its script say that it is a name. */
function isName({ text, folded }: Scan, name: string, start: number): boolean {
  const words = folded
    .slice(start, start + name.length)
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '');
  let listed = 0;
  for (const word of words) {
    const flags = wordFlags(word);
    const named = (flags & (Word.given | Word.surname)) !== 0;
    if (named) listed += 1;
    else if (
      word.length > 1 &&
      (NOT_NAMES.has(word) || SENTENCE.has(word) || isHeadWord(word) || isTitle(word) || isRelation(word))
    )
      return false;
    if (isUncasedStop(word)) return false;
  }
  const kind = kindOf(text.charCodeAt(start));
  if (kind === Kind.lower) return listed === words.length || (listed > 0 && words.length < 4);
  return listed > 0 || words.length > 1;
}
