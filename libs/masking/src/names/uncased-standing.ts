import { matchesOf } from '../text/matches.ts';
import type { Customs } from './customs.ts';
import { anySpelling } from './spellings.ts';
import { isKept, isKeptWhole, isNamed, isWordToo } from './uncased-known.ts';
import type { Push } from './unspaced-names.ts';

/** Letters and vowel signs from India to Ethiopia, without digits. */
const LETTERS =
  '\\u0900-\\u0963\\u0970-\\u09e5\\u09f0-\\u0a65\\u0a70-\\u0ae5\\u0b00-\\u0b65\\u0b70-\\u0be5\\u0c00-\\u0c65\\u0c70-\\u0ce5\\u0d00-\\u0d57\\u0d60-\\u0d65\\u0d7a-\\u0de5\\u0df0-\\u0dff\\u1200-\\u135a';
const WORDS = new RegExp(`[${LETTERS}]{2,40}`, 'gu');
/** Firms, streets, temples and festivals are called by names. */
const THING = new RegExp(
  `^(?:${anySpelling(
    [
      'ट्रेडर्स|ट्रेडिंग|स्टोर्स?|स्टोअर्स?|मेडिकल|हॉस्पिटल|अस्पताल|रुग्णालय|रोड|मार्ग|नगर|कॉलोनी|कॉलनी|चौक|मंदिर|बैंक|बँक|स्कूल|विद्यालय|कॉलेज|महाविद्यालय|एंटरप्राइजेज|एंटरप्रायझेस|इंडस्ट्रीज|ज्वेलर्स|मोटर्स|एजेंसी|एजन्सी|स्वीट्स|होटल|हॉटेल|मार्केट|फाउंडेशन|ट्रस्ट|सोसायटी|विश्वविद्यालय|विद्यापीठ|स्टेशन|प्राइवेट|प्रा|लिमिटेड|इलेक्ट्रॉनिक्स|टेक्सटाइल्स|फार्मा|फाइनेंस|चतुर्थी|जयंती|पूजा|नवमी|अष्टमी|पुर|पथ|चोक|नदी|सागर|एक्सप्रेस',
      'ট্রেডার্স|স্টোর|স্টোর্স|মেডিকেল|হাসপাতাল|রোড|সড়ক|নগর|কলোনি|মন্দির|মসজিদ|ব্যাংক|স্কুল|বিদ্যালয়|কলেজ|এন্টারপ্রাইজ|ইন্ডাস্ট্রিজ|জুয়েলার্স|মোটরস|এজেন্সি|হোটেল|মার্কেট|ফাউন্ডেশন|ট্রাস্ট|স্টেশন|লিমিটেড|ইলেকট্রনিক্স|ফার্মা|পূজা|জয়ন্তী|পুর|এক্সপ্রেস',
      'ટ્રેડર્સ|સ્ટોર્સ?|મેડિકલ|હોસ્પિટલ|રોડ|માર્ગ|નગર|કોલોની|ચોક|મંદિર|બેંક|બેન્ક|સ્કૂલ|શાળા|વિદ્યાલય|કોલેજ|એન્ટરપ્રાઇઝ|ઇન્ડસ્ટ્રીઝ|જ્વેલર્સ|મોટર્સ|એજન્સી|સ્વીટ્સ|હોટલ|માર્કેટ|ફાઉન્ડેશન|ટ્રસ્ટ|સોસાયટી|યુનિવર્સિટી|સ્ટેશન|પ્રા|લિમિટેડ|ઇલેક્ટ્રોનિક્સ|ટેક્સટાઇલ્સ|ફાર્મા|ફાઇનાન્સ|જયંતી|ચતુર્થી|પાર્ક|એપાર્ટમેન્ટ',
      'ਟ੍ਰੇਡਰਜ਼|ਸਟੋਰ|ਸਟੋਰਜ਼|ਮੈਡੀਕਲ|ਹਸਪਤਾਲ|ਰੋਡ|ਮਾਰਗ|ਨਗਰ|ਕਲੋਨੀ|ਕਾਲੋਨੀ|ਚੌਕ|ਮੰਦਰ|ਗੁਰਦੁਆਰਾ|ਬੈਂਕ|ਸਕੂਲ|ਕਾਲਜ|ਇੰਟਰਪ੍ਰਾਈਜ਼ਿਜ਼|ਇੰਡਸਟਰੀਜ਼|ਜਵੈਲਰਜ਼|ਮੋਟਰਜ਼|ਏਜੰਸੀ|ਸਵੀਟਸ|ਹੋਟਲ|ਢਾਬਾ|ਮਾਰਕੀਟ|ਟਰੱਸਟ|ਯੂਨੀਵਰਸਿਟੀ|ਸਟੇਸ਼ਨ|ਲਿਮਟਿਡ|ਪ੍ਰਾਈਵੇਟ|ਜਯੰਤੀ',
      'ಟ್ರೇಡರ್ಸ್|ಸ್ಟೋರ್ಸ್|ಮೆಡಿಕಲ್ಸ್?|ಆಸ್ಪತ್ರೆ|ರಸ್ತೆ|ನಗರ|ನಗರದ|ಬಡಾವಣೆ|ಕಾಲೋನಿ|ವೃತ್ತ|ದೇವಸ್ಥಾನ|ಬ್ಯಾಂಕ್|ಶಾಲೆ|ಕಾಲೇಜು|ಎಂಟರ್ಪ್ರೈಸಸ್|ಇಂಡಸ್ಟ್ರೀಸ್|ಜ್ಯುವೆಲ್ಲರ್ಸ್|ಮೋಟಾರ್ಸ್|ಏಜೆನ್ಸಿ|ಸ್ವೀಟ್ಸ್|ಹೋಟೆಲ್|ಮಾರ್ಕೆಟ್|ಟ್ರಸ್ಟ್|ವಿಶ್ವವಿದ್ಯಾಲಯ|ನಿಲ್ದಾಣ|ಪ್ರೈವೇಟ್|ಲಿಮಿಟೆಡ್|ಜಯಂತಿ|ಚತುರ್ಥಿ|ಭವನ|ಹಬ್ಬ',
      'ട്രേഡേഴ്സ്|സ്റ്റോഴ്സ്|മെഡിക്കൽസ്?|ആശുപത്രി|ഹോസ്പിറ്റൽ|റോഡ്|നഗർ|നഗറിൽ|കോളനി|ജംഗ്ഷൻ|ക്ഷേത്രം|പള്ളി|ബാങ്ക്|സ്കൂൾ|സ്കൂളിൽ|കോളേജ്|കോളജ്|എന്റർപ്രൈസസ്|ഇൻഡസ്ട്രീസ്|ജ്വല്ലേഴ്സ്|ജ്വല്ലറി|മോട്ടോഴ്സ്|ഏജൻസി|ഏജൻസീസ്|ഹോട്ടൽ|ബേക്കറി|മാർക്കറ്റ്|ട്രസ്റ്റ്|സ്റ്റേഷൻ|ലിമിറ്റഡ്|പ്രൈവറ്റ്|ജയന്തി|ഫിനാൻസ്|ഇലക്ട്രോണിക്സ്|ടെക്സ്റ്റൈൽസ്',
      'டிரேடர்ஸ்|ஸ்டோர்ஸ்|மெடிக்கல்ஸ்?|மருத்துவமனை|சாலை|தெரு|நகர்|காலனி|கோவில்|கோயில்|வங்கி|பள்ளி|கல்லூரி|எண்டர்பிரைசஸ்|ஜுவல்லர்ஸ்|மோட்டார்ஸ்|ஏஜென்சி|ஸ்வீட்ஸ்|ஹோட்டல்|மார்க்கெட்|அறக்கட்டளை|நிலையம்|லிமிடெட்|ஜெயந்தி|சதுர்த்தி|பவன்',
      'ట్రేడర్స్|స్టోర్స్|మెడికల్స్?|హాస్పిటల్|ఆసుపత్రి|రోడ్డు|రోడ్|నగర్|కాలనీ|చౌరస్తా|గుడి|ఆలయం|దేవాలయం|బ్యాంక్|బ్యాంకు|స్కూల్|కాలేజీ|ఎంటర్ప్రైజెస్|ఇండస్ట్రీస్|జ్యువెలర్స్|మోటార్స్|ఏజెన్సీ|స్వీట్స్|హోటల్|మార్కెట్|ట్రస్ట్|స్టేషన్|లిమిటెడ్|జయంతి|చవితి|భవన్',
      'වෙළඳසැල|ස්ටෝර්ස්|ට්රේඩර්ස්|රෝහල|පාර|මාවත|වීදිය|බැංකුව|පාසල|විද්යාලය|හෝටලය|සමාගම|එන්ටර්ප්රයිසස්|මෝටර්ස්|ලිමිටඩ්|පුද්ගලික|පන්සල',
      'ባንክ|ሆስፒታል|ትምህርት|መንገድ|ጎዳና|አደባባይ|ሆቴል|ሱቅ|ድርጅት|ኢንተርፕራይዝ|ትሬዲንግ|ፋርማሲ|ኮሌጅ|ዩኒቨርሲቲ|ቤተክርስቲያን|ኩባንያ|ክፍለ|ሰፈር',
    ].join('|'),
  )})(?![${LETTERS}])`,
  'u',
);
/** `കെ. രാജൻ`, `ಎಂ.ಆರ್. ರಮೇಶ್`: initials, where they are no title. */
const INITIALS = new RegExp(`(?:^|[^${LETTERS}.])((?:[${LETTERS}]{1,4}\\. ?){1,3})$`, 'u');
const TITLE_WITH_DOT =
  /(?:^|\s)(?:डॉ|डाॅ|डा|श्री|स्व|चि|सौ|कु|प्रो|मो|ડૉ|ડો|સ્વ|ચિ|કુ|પ્રો|લિ|ਸ|ਡਾ|ਪ੍ਰੋ|ਸਵ|ಡಾ|ಶ್ರೀ|ಪ್ರೊ|ದಿ|ಕು|ഡോ|ശ്രീ|പ്രൊഫ|അഡ്വ|ഫാ|റവ|ডা|ড|মো|প্রফ|திரு|டாக்|డా|శ్రీ|නො|අං|നം|ನಂ|नं|नं॰|क्र|નં|ਨੰ|নং|எண்|నెం|సం)\.\s?$/u;
const PREFIX = /^[የለከበ]/u;
const AHEAD = 24;
const BEFORE = 20;

interface Told {
  start: number;
  end: number;
  /** The next word cannot belong to the same name. */
  closed: boolean;
  /** It is no word besides. */
  plain: boolean;
}

/** Names that stand by themselves: those that are no words, and any two in a row. */
export function standingUncased(text: string, isStop: (word: string) => boolean, push: Push): void {
  let run: Told[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.some(({ plain }) => plain) && !THING.test(text.slice(last.end + 1, last.end + AHEAD)))
      push(first.start - initialsBefore(text, first.start), last.end);
    run = [];
  };
  for (const match of matchesOf(WORDS, text)) {
    const told = tell(match[0], match.index, isStop);
    const previous = run.at(-1);
    const joins = told && previous && !previous.closed && told.start === previous.end + 1 && text[previous.end] === ' ';
    if (!joins) close();
    if (told) run.push(told);
  }
  close();
}

const SHORT = 3;

function tell(word: string, start: number, isStop: (word: string) => boolean): Told | undefined {
  const end = start + word.length;
  if (isStop(word.normalize('NFC'))) return undefined;
  const ethiopic = word >= '\u1200';
  if (ethiopic && word.length > SHORT && PREFIX.test(word) && !isKept(word)) {
    const rest = word.slice(1);
    return isKept(rest) && !isWordToo(rest)
      ? { start: start + 1, end, closed: !isKeptWhole(rest), plain: true }
      : undefined;
  }
  if (!isNamed(word)) return undefined;
  const kept = isKept(word);
  return {
    start,
    end,
    closed: kept && !isKeptWhole(word),
    plain: kept && word.length >= (ethiopic ? 3 : 4) && !isWordToo(word),
  };
}

function initialsBefore(text: string, start: number): number {
  if (text[start - 1] !== '.' && text[start - 2] !== '.') return 0;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const initials = INITIALS.exec(before)?.[1];
  return initials === undefined || TITLE_WITH_DOT.test(before) ? 0 : initials.length;
}

export interface Families {
  /** The last word of a name. */
  family: RegExp | undefined;
  /** Names by their ending. */
  shaped: RegExp | undefined;
  /** Titles, roles and relatives. */
  roles: RegExp;
}

export const familiesOf = ({ family, shaped, titles, weak }: Customs): Families => ({
  family: family
    ? new RegExp(`(?<=[${LETTERS}\\u0620-\\u06ff] )(?:${anySpelling(family)})(?![\\p{L}\\p{M}])`, 'gu')
    : undefined,
  shaped: shaped ? new RegExp(`(?<![\\p{L}\\p{M}])(?:${anySpelling(shaped)})(?![\\p{L}\\p{M}])`, 'gu') : undefined,
  roles: new RegExp(`^(?:${anySpelling(`${titles}|${weak}`)})$`, 'u'),
});

const BACK = /(?:^|[^\p{L}\p{M}])((?:[\p{L}\p{M}]+ )?[\p{L}\p{M}]{2,})$/u;

/** `… ਸਿੰਘ`, `કોકિલાબેન`: names by their last word or by their ending, whatever stands before. */
export function familyNames(
  text: string,
  { family, shaped, roles }: Families,
  { stop, verb }: Pick<Customs, 'stop' | 'verb'>,
  push: Push,
): void {
  for (const match of shaped ? matchesOf(shaped, text) : []) {
    if (!stop.test(match[0].normalize('NFC'))) push(match.index, match.index + match[0].length);
  }
  for (const match of family ? matchesOf(family, text) : []) {
    const end = match.index + match[0].length;
    if (THING.test(text.slice(end + 1, end + AHEAD))) continue;
    const words = BACK.exec(text.slice(Math.max(0, match.index - 49), match.index - 1))?.[1]?.split(' ');
    const last = words?.at(-1)?.normalize('NFC');
    if (!words || last === undefined || stop.test(last) || roles.test(last)) continue;
    if (!isNamed(last) && (verb.test(last) || isWordToo(last))) continue;
    const first = words.length > 1 ? (words[0] as string) : undefined;
    const both = first !== undefined && isKeptWhole(first) && !stop.test(first.normalize('NFC')) && !roles.test(first);
    push(match.index - 1 - (both ? words.join(' ') : (words.at(-1) as string)).length, end);
  }
}
