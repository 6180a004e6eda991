import { matchesOf } from '../text/matches.ts';
import {
  GIVEN_FIRST,
  GIVEN_LAST_SYLLABLES,
  KOREAN_COMPOUND,
  KOREAN_SURNAMES,
  MORE_KOREAN_GIVEN,
  NO_KOREAN_NAME,
  WORDY_GIVEN,
} from './korean-lists.ts';
import { KOREAN_GIVEN } from './unspaced-lists.ts';
import { type Push, pushAll, type UnspacedNames } from './unspaced-names.ts';

const SURNAME = `[${KOREAN_SURNAMES}]`;
const NAME = `(?:${KOREAN_COMPOUND}) ?[가-힣](?:(?![님씨이가은는을를의도])[가-힣])?|${SURNAME}[가-힣]{2}`;
const JOBS =
  '팀장|과장|대리|부장|사장|차장|이사|선생|교수|대표|주임|실장|국장|원장|소장|본부장|센터장|점장|반장|회장|총무|전무|상무|박사|변호사|노무사|세무사|회계사|간호사|약사|형사|경위|기자|감독|코치|작가|기사|매니저|상담사|상담원|사원|책임|선임|수석|프로|고객|회원|환자|어르신|집사|목사|신부|스님';
const KIN = '할머니|할아버지|언니|누나|형님|형|오빠|이모|고모|삼촌|아저씨|아줌마|엄마|아빠|어머님|아버님|여사|옹';

const given = new Set(`${KOREAN_GIVEN} ${MORE_KOREAN_GIVEN}`.split(' '));

const LABELS =
  '이름|성명|성함|한글명|실명|본명|개명|담당자?|담당직원|고객명?|고객 ?성명|회원명?|예금주|계좌주|명의자?|카드 ?명의자?|수령인|수령자|수취인|수취자|받는 ?사람|받는 ?분|받으실 ?분|보낸 ?사람|보내는 ?사람|보내는 ?분|발신인|발송인|송금인|입금자명?|입금인|주문자명?|구매자명?|신청인|신청자명?|신고자|민원인|접수자|처리자|환자명?|보호자|학생명?|학부모|작성자|연락처 담당|의뢰인|계약자|피보험자|수익자|가입자|대리인|위임인|임차인|임대인|세대주|세입자|집주인|승객명?|탑승자명?|예약자명?|투숙객|직원명?|사원명|대표자명?|대표이사|책임자|참조|참석자|동행인|상속인|채무자|채권자|원고|피고|운전자|기사명|배달원|강사명?|custNm|rcvr_?nm|nm|userNm';
const RELATIONS =
  '저는|제 이름은|이름은|동료|남편|아내|와이프|집사람|어머니|모친|아버지|부친|아들|딸|손자|손녀|친구|동생|누나|형|언니|오빠|사위|며느리|장모님?|장인|이웃|옆집|룸메이트|친척|조카|팀장|과장|대리|부장|기사|상담사|상담원|사원|직원|선생님|엄마|아빠|시어머니|시아버지';
const END =
  '(?:입니다|이라고|라고|이에요|예요|이고|이며|이랑|랑|인데요?|께서?|에게서?|한테서?|님|씨|군|양|이|가|은|는|을|를|의|과|와|도|만|으로|로|이요|요|아|야|이나|나|까지|부터|보다|처럼|이가|이는|이를|이랑|이한테|이도|이의|이네)?(?![가-힣])';

const EXPLICIT = new RegExp(
  `(?<![가-힣])(?:${LABELS})(?: ?\\([^()\\n]{1,10}\\))?["']? ?[:=|] ?["'「]?([가-힣]{2,5}(?: [가-힣]{1,4}){0,2}|${SURNAME} [가-힣]{2}(?![가-힣]))`,
  'giu',
);
const LABELLED = new RegExp(
  `(?<![가-힣])(?:${LABELS}|${RELATIONS})(?:은|는|이|가)? ?(${NAME})(?=${END}(?=[\\s,./()<>"'·]|$)| ?(?:${JOBS}))`,
  'gu',
);
const LATIN = new RegExp(
  `(?<![가-힣])(?:명의|영문 ?(?:이름|성명|명)?|${LABELS})(?:은|는|이|가)? ?[:=]? ?([A-Z]{2,12}(?:[ ,-]{1,2}[A-Z]{2,12}){1,2}|[A-Z][a-z]{1,11}(?:[ -][A-Z]?[a-z]{1,11}){1,2})(?![A-Za-z0-9])`,
  'gu',
);
const ADDRESSED = [
  `(?<![가-힣])(${NAME}|${SURNAME}[가-힣])(?=입니다|이라고|라고 합니다|라고 해요|이에요|예요|인데요| ?님| ?씨(?![가-힣]{2})| 드림| 올림| 배상| ?(?:${JOBS})(?![가-힣]{3}))`,
  `(?<![가-힣])(${SURNAME}) ?(?=(?:${JOBS.replace('|고객|회원|환자', '')})님?(?![가-힣]{3})|씨(?:가|는|를|의|한테|에게|께| |$)| (?:드림|올림|배상))`,
  `(?<![가-힣])([가-힣]{2,5})(?= ?(?:님|씨)(?:이|가|은|는|을|를|의|께서?|한테|에게|과|와|도|이랑|본인|계정|연락처|비자|카드)?(?![가-힣]))`,
].map((source) => new RegExp(source, 'gu'));
/** Foreign names in Hangul: `응우옌 티 흐엉님`. */
const LONG_ADDRESSED = /(?<=(?:^|[\n,.:()] ?|\d\) ?))([가-힣]{2,5}(?: [가-힣]{1,4}){1,2})(?= ?(?:님|씨|\())/gu;
const GIVEN_WITH = new RegExp(
  `(?<![가-힣])([가-힣]{2})(?=(?:이)?(?:가|는|를|랑|한테|에게|도|의|네)?(?:님|씨|양|군)?(?:이|가|은|는|을|를|의|께서?|한테|에게|아|야)?(?![가-힣])| ?(?:${KIN})(?![가-힣]{3}))`,
  'gu',
);
const STANDING = new RegExp(`(?<![가-힣])((?:${KOREAN_COMPOUND}|${SURNAME})([가-힣]{2}))(?=${END})`, 'gu');
const SIGNATURE = new RegExp(`(?:\\n|[.!?] {0,2})\\s{0,4}(${NAME})\\s{0,4}(?:드림|올림|배상)?[ .]{0,2}$`, 'u');
const NO_VALUE =
  /^(?:없음|미상|미정|확인|동일|본인|불명|오류|누락|입력|필수|변경|불일치|일치|테스트|홍길동$|익명|관리자|시스템|담당자|고객|회원|미기재|선택|정보|전체|모두|한글|영문|공란|비공개|표시|중복|길이|형식|연락처|번호|주소|배정|부재|상이|님|란|칸|을|를|이|가|은|는|에|의|과|와)/u;
const NO_ADDRESSED =
  /(?:고객|회원|선생|사장|부장|과장|차장|대리|팀장|대표|이사|실장|원장|교수|박사|기사|상담사|상담원|매니저|담당자|관리자|어르신|아버|어머|할아버|할머|형|누|오라버|손|하느|스승|주인|임금|부모|기자|작가|감독|판사|검사|변호사|의사|간호사|약사|목사|신부|스|장모|며느|아드|따|도련|서방|사모|회장|총무|집사|여러분|구매자|신청자|이용자|사용자|가입자|판매자|작성자|개발자|운영자|환자|아저|아가|날|글|말|불|솜|마음|맘|눈|저|그|이|본인|직원|사원|학생|부모|주임|반장|소장|점장|국장|본부장|팀원|과장|선배|후배|동료|친구|손님|어느|무슨|모|누구|예비|당사자|해당|전담|현장|경비|배달|택배|영업|인사팀|총무팀|재무팀|법무팀|지점|센터|개인|기업)$/u;

/** Korean names. */
export const koreanNames: UnspacedNames = ({ text }, push) => {
  const isName = (name: string) => !NO_KOREAN_NAME.test(name);
  for (const match of matchesOf(EXPLICIT, text)) readValue(text, match, push);
  for (const match of matchesOf(LABELLED, text)) {
    const name = match[1] as string;
    const start = match.index + match[0].length - name.length;
    if (isName(name)) push(start, start + (isGivenAndParticle(name) ? 2 : name.length));
  }
  pushAll(text, LATIN, () => true, push);
  const [full, surname, anybody] = ADDRESSED as [RegExp, RegExp, RegExp];
  pushAll(text, full, isName, push);
  pushAll(text, surname, () => true, push);
  pushAll(text, anybody, (name) => !NO_ADDRESSED.test(name) && (given.has(name) || isName(name)), push);
  for (const match of matchesOf(LONG_ADDRESSED, text)) {
    const [first = '', ...rest] = (match[1] as string).split(' ');
    const name = NO_ADDRESSED.test(first) || RELATION.test(first) ? rest : [first, ...rest];
    const start = match.index + (match[1] as string).length - name.join(' ').length;
    const titled = /[님씨]$/u.test(match[1] as string) ? 1 : 0;
    if (name.length > 0 && name.every(isForeign)) push(start, match.index + (match[1] as string).length - titled);
  }
  for (const match of matchesOf(GIVEN_WITH, text)) {
    const name = match[1] as string;
    if (given.has(name) && isSpokenOf(name, text.slice(match.index + 2, match.index + 8)))
      push(match.index, match.index + 2);
  }
  for (const match of matchesOf(STANDING, text)) {
    const name = match[1] as string;
    const own = match[2] as string;
    const after = text.slice(match.index + name.length, match.index + name.length + 4);
    if (isGivenAndParticle(name)) continue;
    if (isName(name) && (given.has(own) || isLikely(name, own, after))) push(match.index, match.index + name.length);
  }
  const tail = text.slice(-48);
  const signature = SIGNATURE.exec(tail);
  const name = signature?.[1];
  if (signature && name && isName(name)) {
    const start = text.length - tail.length + signature.index + signature[0].indexOf(name);
    push(start, start + name.length);
  }
};

/** `지훈이`, `서연아`: a given name and its ending, no surname. */
const isGivenAndParticle = (name: string) =>
  name.length === 3 && /[이아야랑]$/u.test(name) && given.has(name.slice(0, 2)) && !WORDY_GIVEN.has(name.slice(0, 2));

const RELATION = new RegExp(`^(?:${RELATIONS}|${LABELS})$`, 'u');
const isForeign = (word: string) => !NO_KOREAN_NAME.test(word) && !NO_ADDRESSED.test(word) && !VERBAL.test(word);
const VERBAL = /(?:드림|올림|배상|요|다|까|세요|니다|해서|하고|하는|에서|으로|에게|한테|까지|부터)$/u;

const JOB = new RegExp(`^(?:${JOBS})`, 'u');
const SURNAMED = new RegExp(`^${SURNAME}[가-힣]{2}$`, 'u');
const RELATIVE = new RegExp(`^ ?(?:${KIN})`, 'u');
const PARTICLE_END = /(?:님|씨|입니다|이에요|예요|이고|이며|인데요?)$/u;
const MORE = /, ?([가-힣]{2,4})(?![가-힣])/uy;

/** The value of a label with a mark, and those that commas add: `참조: 엄기준, 심은하`. */
function readValue(text: string, match: RegExpExecArray, push: Push): void {
  const value = match[1] as string;
  const start = match.index + match[0].length - value.length;
  if (NO_VALUE.test(value)) return;
  const [first = '', ...rest] = value.split(' ');
  let name = first.replace(PARTICLE_END, '');
  if (name === first)
    for (const word of rest) {
      if (NO_KOREAN_NAME.test(word) || VERBAL.test(word) || RELATION.test(word) || JOB.test(word)) break;
      // `편 은채`, `남궁 민`, `응우옌 티 흐엉`.
      if (name.length > 2 && first.length > 2 && name === first && SURNAMED.test(first)) break;
      name = `${name} ${word.replace(PARTICLE_END, '')}`;
    }
  if (name.length < 2) return;
  push(start, start + name.length);
  MORE.lastIndex = start + name.length;
  for (let more = MORE.exec(text); more; more = MORE.exec(text)) {
    const own = more[1] as string;
    if (NO_VALUE.test(own) || NO_KOREAN_NAME.test(own)) break;
    push(more.index + more[0].length - own.length, more.index + more[0].length);
  }
}

/** A given name alone: of ordinary words only with a form of address, of others with a particle or one. */
function isSpokenOf(name: string, after: string): boolean {
  if (/^ ?(?:님|씨)/u.test(after) || RELATIVE.test(after)) return true;
  if (WORDY_GIVEN.has(name) || NO_KOREAN_NAME.test(name)) return false;
  return (
    /^(?:이(?:가|는|를|랑|한테|도|네|에게)|가 |는 |랑 |한테|에게|아 |야 |양 |군 |이 |을 |를 |이$)/u.test(after) &&
    fits(name, after)
  );
}

const hasFinal = (name: string) => ((name.codePointAt(name.length - 1) as number) - 0xac00) % 28 !== 0;
/** Whether the particle behind a word is the one that its last syllable asks for. */
function fits(name: string, after: string): boolean {
  if (/^(?:가 |는 |랑 |를 |야 |와 |로 )/u.test(after)) return !hasFinal(name);
  if (/^(?:이|은|을|과|으로|아 )/u.test(after)) return hasFinal(name);
  return true;
}

/** Not in a list, but of syllables that names are made of, and with the particle that fits a name. */
function isLikely(name: string, own: string, after: string): boolean {
  if (name.length > 3) return GIVEN_FIRST.has(own[0] as string) && GIVEN_LAST_SYLLABLES.has(own[1] as string);
  if (!GIVEN_FIRST.has(own[0] as string) || !GIVEN_LAST_SYLLABLES.has(own[1] as string)) return false;
  return LIKELY_PARTICLE.test(after) && fits(name, `${after} `) && (CLEAR.test(name) || !SUFFIXED.test(name));
}
/** Surnames that few words begin with. */
const CLEAR = /^[김박최윤임홍배허노권황송류민엄채곽맹탁봉]/u;
const LIKELY_PARTICLE =
  /^(?:(?:이|가|은|는|을|를|의|와|과|도|으로|랑|이랑) |(?:이|가|은|는|을|를|의|와|과)$|에게|한테|께|님|씨|: |: ?$)/u;
/** A noun and what makes another of it: `사용자`, `주문서`, `접수증`. */
const SUFFIXED =
  /(?:자|증|서|금|료|비|권|원|점|실|부|장|량|률|율|식|용|제|형|국|소|상|대|화|성|기|지|사|수|일|회|인|주|시|전|후|중|내|외|별|간|차|번|호|선|정)$/u;
