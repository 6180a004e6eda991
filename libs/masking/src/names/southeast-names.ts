import type { Detector } from '../scan.ts';
import { Feature, foldText } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { WordSet } from '../text/word-set.ts';
import { Word, wordFlags } from './lexicon.ts';

const VIETNAMESE = /[ăđơưĂĐƠƯạ-ỹẠ-Ỹ]/;
const NAME = "\\p{Lu}[\\p{L}']*(?: \\p{Lu}[\\p{L}']*){0,4}";
/** Labels, pronouns and forms of address of Vietnam; their one-letter forms only with a dot or before one short name. */
const VIETNAMESE_CUED = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:[Hh]ọ (?:và )?tên|[Nn]gười (?:nhận|gửi|đại diện|liên hệ)|[Đđ]ại diện|[Cc]hủ (?:tk|thẻ|tài khoản|hộ)|[Kk]hách(?: hàng)?|[Bb]ệnh nhân|[Nn]hân viên|(?:em|e|mình|tôi|tui|cháu|con) (?:là|tên|tên là)|[Cc]ô|[Tt]hầy|[Bb]ác sĩ|[Bb]ạn|[Cc]hú|[Bb]ác|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Bb]é|[Cc]hồng|[Vv]ợ|[Cc]on trai|[Cc]on gái|[Ee]m|(?<=[ (,]|^)[ace]\\.|(?<=[ (,]|^)[ac](?= [^ ]{2,7} (?:[a-zà-ỹđ]|$)))[: ]{0,2}(${NAME})(?![\\p{L}\\p{N}])`,
  'gu',
);
const NO_VIETNAMESE =
  /^(?:Rịa|Trưng|Chiểu|Nẵng|Công|Ngân|Hóa|Việt|Kính|Xin|Cảm|Chào|Trân|Chi|Đơn|Mã|Số|Thẻ|App|Web|Wifi|OTP|CSKH|VIP|Bình Dương|Đặt|Chuyển|Tết|Noel|Ơi|Chị|Anh|Em|Ông|Bà|Nội|Ngoại|Ba|Ban|Hàng|Quận|Phường|Đường|Lỗi|Hà Nội|Sài Gòn|TP|Tp|ID|IP|VN|TK|STK|NH|CMND|CCCD|Vietcombank|Techcombank|Agribank|BIDV|Momo|Zalo|Shopee|Lazada|Tiki)(?![\p{L}])/u;

/** Particles before names in Tagalog, Cebuano and Ilocano; elsewhere they are other words. */
const TAGALOG = new WordSet(
  'po ang mga hindi ako yung nang naman salamat opo akin kayo nga dili wala yong ung ninyo paki'.split(' '),
);
const TAGALOG_CUED =
  /(?<![\p{L}])(?:[Ss]i|[Kk]ay|[Nn]i|[Kk]ina|[Nn]ina|[Ss]ina|Aling|Mang|Kuya|Ate|Tatay|Nanay|Lolo|Lola|Tita|Tito|Ginoong|Ginang|Engr\.|Atty\.|[Ss]alamat(?: po)?,) (?:(?:Aling|Mang|Kuya|Ate|Engr\.|Atty\.|Dr\.|Sir|Ma'am) )?"?([A-Z][a-zñ]+(?:[- ][A-Z][a-zñ.]*){0,3})/gu;
const NO_TAGALOG =
  /^(?:Inasal|Donalds|Customer|Admin|Gcash|GCash|Maya|Globe|Smart|Lazada|Shopee|Po|Sir|Ma'am|Google|Meralco|Bayad)(?![\p{L}])/u;

/** Pronouns and titles of Indonesia and Malaysia before a name that then does something. */
const INDONESIAN =
  /(?<![\p{L}])(?:gw|gue|gua|aku|saya|nama|a\.n\.?|an\.|atas nama|sama|dari|kepada|hubungi|tanya|cari|minta|suruh|Pak|Bu|Bang|Kak|Mas|Mbak|Om|Tante|Bapak|Ibu|Sdr\.?|Sdri\.?|Encik|Puan|Cik|Tuan) (?:(?:Pak|Bu|Bang|Kak|Mas|Mbak|Bapak|Ibu) )?([A-Z][a-z']{2,14}(?: [A-Z][a-z']{1,14}){0,3})(?! ?[=:]|[\p{L}\p{N}_@])/gu;
const MALAY = new WordSet(
  'saya tidak tak gak gabisa nggak sudah udah belum dan yang yg untuk dgn dengan tolong minta bisa boleh dapat mohon komplain lupa juga rekening'.split(
    ' ',
  ),
);

const SPEAKS = new WordSet(
  'main mai mein hum me naan nan nenu naa na mera meraa hamara amar ismi ismy ana ani shmi korim watashi namae boku jeoneun jeneun je ji bhai bhaiya didi anna akka garu gaaru sahab saheb sahib baji appa chechi chettan dada'.split(
    ' ',
  ),
);
/** South Asian and Semitic tongues in Latin letters: who speaks, and the verb behind. */
const SPEAKING =
  /(?<![\p{L}])(?:(?:main|mai|mein|hum|me) ([\p{L}]{3,14}(?: [\p{L}]{2,14}){0,2}) (?:bol rah|bol rhi|bol rha|baat kar|hoon|hu )|(?:naan|nan) ([A-Z][a-z]{2,16}(?: [A-Z][a-z]{2,16})?) pes|(?:nenu|naa peru|na peru) ([A-Z][a-z]{2,16}(?: [A-Z][a-z]{2,16})?)|(?:mera|meraa|hamara) (?:naam|nam|name) ([\p{L}]{3,14}(?: [A-Z][a-z]{2,14}){0,2})|(?:amar naam|amar nam) ([A-Z][a-z]{2,16}(?: [A-Z][a-z]{2,14}){0,2})|(?:ismi|ism[iy]|wa ana|ana|ani|shmi|korim li) ([A-Z][a-z]{2,14})(?=[, ]|$)|(?:watashi wa|namae wa|boku wa) ([A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14})?)|(?:jeo?neun|je ireumeun|je ileumeun) ([A-Z][a-z]{1,14}(?:[ -][A-Za-z]{2,14}){0,2}))/gu;
/** `Muthu anna`, `Harpreet ji`: a form of address behind. */
const BEHIND =
  /(?<![\p{L}\p{N}_.@-])([A-Z][a-z]{2,14}) (?:ji|bhai|bhaiya|didi|anna|akka|garu|gaaru|sahab|saheb|sahib|baji|appa|chechi|chettan|dada)(?![\p{L}])/gu;

const isNamed = (word: string) => (wordFlags(foldText(word)) & (Word.given | Word.surname)) !== 0;
const isEveryday = (word: string) => {
  const flags = wordFlags(foldText(word));
  return (flags & Word.everyday) !== 0 && (flags & (Word.given | Word.surname)) === 0;
};

/** Names by the customs of Vietnam, the Philippines, Indonesia, Malaysia and of languages written in Latin letters. */
export const southeastNames: Detector = ({ text, tokens, features }, findings) => {
  let [tagalog, malay, speaks] = [false, false, false];
  for (let token = 0; token < tokens.count; token += 1) {
    const id = tokens.ids[token] as number;
    if (id === 0) continue;
    tagalog ||= TAGALOG.hasId(id);
    malay ||= MALAY.hasId(id);
    speaks ||= SPEAKS.hasId(id);
  }
  const push = (match: RegExpExecArray, name: string) => {
    const start = match.index + match[0].lastIndexOf(name);
    findings.push({ start, end: start + name.length, type: 'PERSON' });
  };
  if ((features & Feature.foreign) !== 0 && VIETNAMESE.test(text))
    for (const match of matchesOf(VIETNAMESE_CUED, text)) {
      const name = match[1] as string;
      if (!NO_VIETNAMESE.test(name)) push(match, name);
    }
  if (tagalog)
    for (const match of matchesOf(TAGALOG_CUED, text)) {
      const name = (match[1] as string).replace(/\.$/, '');
      if (!NO_TAGALOG.test(name) && !isEveryday(name)) push(match, name);
    }
  if (malay)
    for (const match of matchesOf(INDONESIAN, text)) {
      const name = match[1] as string;
      if (
        name.split(' ').some(isNamed) ||
        (!isEveryday(name.split(' ')[0] as string) &&
          /^(?:gw|gue|gua|Pak|Bu|Bang|Kak|Mas|Mbak|Bapak|Ibu|Encik|Puan|Cik|a\.n|an\.)/u.test(match[0]))
      )
        push(match, name);
    }
  if (!speaks) return;
  for (const match of matchesOf(SPEAKING, text)) {
    const name = match.slice(1).find((group) => group !== undefined) as string;
    if (!name.split(' ').some(isEveryday) && !/^(?:aap|yeh|bhi|nahi|abhi|hai|kya|to|toh|se|ko)$/u.test(name))
      push(match, name);
  }
  for (const match of matchesOf(BEHIND, text)) {
    const name = match[1] as string;
    if (isNamed(name) && !isEveryday(name))
      findings.push({ start: match.index, end: match.index + name.length, type: 'PERSON' });
  }
};
