import type { Detector } from '../scan.ts';
import { foldedWords } from './contexts.ts';
import { isWrittenAsName, saysOther } from './person-fields.ts';

/** How letters end in scripts without capitals, words joined by `_`. */
const CLOSINGS: ReadonlySet<string> = new Set(
  [
    ...foldedWords(`
  مع_التحية مع_تحياتي مع_خالص_التحية مع_أطيب_التحيات مع_الشكر مع_الشكر_والتقدير مع_فائق_الاحترام مع_الاحترام وشكرا شكرا شكرا_لكم تحياتي تقبلوا_تحياتي والسلام والسلام_عليكم المخلص المخلصة
  با_احترام با_تشکر با_سپاس با_سپاس_فراوان ارادتمند با_تقدیم_احترام ممنون سپاسگزارم تشکر شکریہ والسلام آپ_کا_مخلص آپ_کی_مخلص مخلص نیازمند خیر_اندیش
  בברכה בברכה_רבה בתודה תודה תודה_רבה תודה_מראש בכבוד_רב בהוקרה שלכם בתודה_ובברכה
  सादर धन्यवाद भवदीय भवदीया आपका आपकी आभार सादर_धन्यवाद निवेदक प्रार्थी आपला आपली कळावे धन्यवादासह
  ধন্যবাদান্তে ধন্যবাদ বিনীত ইতি শুভেচ্ছান্তে শুভেচ্ছাসহ নিবেদক இப்படிக்கு நன்றி அன்புடன் தங்கள்_உண்மையுள்ள மிக்க_நன்றி ఇట్లు ధన్యవాదాలు భవదీయుడు ధన్యవాదాలతో
  ಧನ್ಯವಾದಗಳು ಇಂತಿ ಇಂತಿ_ತಮ್ಮ നന്ദി വിശ്വസ്തതയോടെ സ്നേഹത്തോടെ આભાર લિ. લિખિતંગ ਧੰਨਵਾਦ ਸਤਿਕਾਰ_ਸਹਿਤ ස්තූතියි මෙයට
  ด้วยความเคารพ ขอบคุณครับ ขอบคุณค่ะ ขอบคุณ ขอแสดงความนับถือ ด้วยความนับถือ ຂອບໃຈ ດ້ວຍຄວາມນັບຖື ដោយក្តីគោរព សូមអរគុណ ကျေးဇူးတင်ပါတယ် လေးစားစွာဖြင့်
  პატივისცემით მადლობა გმადლობთ საუკეთესო_სურვილებით ከሰላምታ_ጋር አመሰግናለሁ ከአክብሮት_ጋር
`),
  ].map((closing) => closing.replaceAll('_', ' ')),
);
const CLOSING_MAX = 30;
const NAME_MAX = 60;
/** Two to four words without a digit or a mark, and nothing else in their line. */
const ALONE = /^[\p{L}\p{M}][\p{L}\p{M}'’.]*(?: [\p{L}\p{M}][\p{L}\p{M}'’.]*){1,3}$/u;
const CAPITAL = /\p{Lu}/u;

/** Who signs a letter in a script without capitals: two words or more, alone in the line behind how it ends. */
export const signedOff: Detector = (scan, findings) => {
  const { text, folded } = scan;
  let isBehind = false;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = end - from > NAME_MAX ? '' : text.slice(from, end).trim();
    const start = from + text.slice(from, end).search(/\S/);
    if (isBehind && line !== '' && ALONE.test(line) && !CAPITAL.test(line)) {
      if (isWrittenAsName(line) && !saysOther(scan, start, start + line.length))
        findings.push({ start, end: start + line.length, type: 'PERSON' });
    }
    if (line !== '' || end - from > NAME_MAX)
      isBehind = end - from <= CLOSING_MAX && endsLetter(folded.slice(from, end));
    from = end + 1;
  }
};

const endsLetter = (line: string): boolean => CLOSINGS.has(line.replace(/[,،!.።:：\s]+$/u, '').trim());
