import type { Detector } from '../scan.ts';
import { matchesOf } from '../text/matches.ts';

const KHMER = '[\\u1780-\\u17d3]';
const LAO = '[\\u0e80-\\u0ecf]';
const BURMESE = '[\\u1000-\\u1049\\u1050-\\u109f]';
const GEORGIAN = '[\\u10d0-\\u10ff]';

/** One or two words of a script behind a word that says name, none of them one that sentences go on with. */
const behind = (cue: string, letter: string, stop: string, length = '{2,22}'): string =>
  `(?<!${letter})(?:${cue}) ?[:፦፡]? ?((?!${stop})${letter}${length}(?: (?!${stop})${letter}${length})?)(?!${letter})`;

/** Names of Cambodia, Laos, Burma and Georgia; group 1 is the name. */
const PATTERNS = [
  behind(
    'ខ្ញុំឈ្មោះ|បងឈ្មោះ|ឈ្មោះពេញ|ឈ្មោះ|លោកស្រី|លោក|កញ្ញា|អ្នកស្រី',
    KHMER,
    'លេខ|បាន|ជា|នៅ|កើត|មាន|ទៅ|ពី|សូម|និង|មិន|ត្រូវ|ទូរស័ព្ទ|អាស័យ|គណនី|ខុស|ក្នុង|របស់',
  ),
  behind('ຂ້ອຍຊື່|ຊື່ນ້ອງ|ຊື່ແລະນາມສະກຸນ|ຊື່|ທ້າວ|ທ່ານ', LAO, 'ເບີ|ເລກ|ບັນຊີ|ໂອນ|ຢູ່|ແມ່ນ|ໄດ້|ບໍ່|ແລະ|ຜິດ|ຂອງ|ໃນ|ຈາກ|ໂທ|ລະຫັດ|ອີເມວ|ຖືກ|ຄົນ|ທີ່'),
  `(?:ကျွန်တော့်?|ကျွန်မ|ကျွန်ုပ်|ကျမ)(?: ?(?:နာမည်|အမည်))? (?:ကို|မ|ဦး|ဒေါ်)?(${BURMESE}{3,28}(?: ${BURMESE}{2,20})?) ?(?=ပါ|ဖြစ်)`,
  behind('နာမည်|အမည်', BURMESE, 'မှား|ပြောင်း|မတူ|က |ကို|ဖုန်း|မှတ်ပုံ|လိပ်စာ', '{3,24}'),
  behind(
    'მე ვარ|მქვია|ჰქვია|ბატონ[იო]|ქალბატონ[იო]|სახელი და გვარი ?:|სახელი ?:|გვარი ?:|პატივისცემით,?',
    GEORGIAN,
    'არ|და|რომ|თქვენ|მე|ჩემი|ბარათ|ტელეფონ|ნომერ|მომხმარ|კლიენტ|ოპერატორ',
    '{3,18}',
  ),
  `(?<!${GEORGIAN})(${GEORGIAN}{3,14} ${GEORGIAN}{2,14}(?:შვილი|შვილს|შვილის|შვილმა|ძე|ძეს|ძის|ძემ|ავა|უა|იანი))(?!${GEORGIAN})`,
].map((source) => new RegExp(source, 'gu'));
const SCRIPTS = /[\u0e80-\u0ecf\u1000-\u109f\u10d0-\u10ff\u1780-\u17d3]/;

/** Names in scripts that few tickets are written in, by what stands before or behind them. */
export const namesOfMoreScripts: Detector = ({ text }, findings) => {
  if (!SCRIPTS.test(text)) return;
  for (const pattern of PATTERNS) {
    for (const match of matchesOf(pattern, text)) {
      const name = match[1] as string;
      const start = match.index + match[0].indexOf(name, match[0].startsWith(name) ? 0 : 1);
      findings.push({ start, end: start + name.length, type: 'PERSON' });
    }
  }
};
