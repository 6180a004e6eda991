import { matchesOf } from '../text/matches.ts';
import { KOREAN_GIVEN } from './unspaced-lists.ts';
import { pushAll, type UnspacedNames } from './unspaced-names.ts';

const COMPOUND = '남궁|황보|제갈|사공|선우|서문|독고|동방|어금|망절|소봉';
const SURNAME =
  '[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용]';
const NAME = `(?:${COMPOUND})[가-힣]{2}|${SURNAME}[가-힣]{2}`;
const JOBS =
  '팀장|과장|대리|부장|사장|차장|이사|선생|교수|대표|주임|실장|국장|원장|박사|변호사|기사|매니저|상담사|상담원|사원|고객|회원|환자|씨|님|군|양';

const given = new Set(KOREAN_GIVEN.split(' '));

const CUED = [
  `(${NAME}|${SURNAME}[가-힣])(?=입니다|이라고|라고 합니다|라고 해요|이에요|예요|님|씨| 드림| 올림| 배상| ?(?:${JOBS})(?![가-힣]{3}))`,
  `(?:이름|성명|성함|담당자|고객명|예금주|수령인|받는 ?사람|보낸 ?사람|신청인|환자명|작성자|명의자?|연락처 담당|저는|제 이름은|동료|남편|아내|어머니|아버지|아들|딸|팀장|과장|대리|부장)(?:은|는|이|가)? ?[:=]? ?(${NAME})(?=[\\s,./(<]|$|입니다|이고|이며|예요|이에요|님|씨|의|에게|께)`,
  `(?<![가-힣])(${SURNAME}) ?(?=(?:팀장|과장|대리|부장|사장|차장|이사|선생|대표|주임|실장|매니저)님?)`,
].map((source) => new RegExp(source, 'gu'));

const STANDING = new RegExp(
  `(?<![가-힣])((?:${COMPOUND}|${SURNAME})([가-힣]{2}))(?=$|[^가-힣]|(?:은|는|이|가|을|를|의|에게|께|과|와|도|한테|이랑|님|씨|입니다|이라고|이고|이며|드림|올림)(?![가-힣]{4}))`,
  'gu',
);
const SIGNATURE = new RegExp(`(?:\\n|[.!?] {0,2})\\s{0,4}(${NAME})\\s{0,4}(?:드림|올림|배상)?[ .]{0,2}$`, 'u');
const NO_NAME =
  /^(?:고객|관리|안녕|감사|연락|주문|이용|서비|정보|공지|위치|한국|오류|전화|주소|이메|지금|제가|문의|문제|오늘|어제|내일|이번|지난|다음|이것|저희|우리|이거|여기|하지|그런|이제|방금|현재|전체|이전|이후|기존|신규|회원|가입|결제|배송|반품|환불|비밀|아이|인증|확인|요청|처리|진행|안내|사용|설정|변경|수정|삭제|추가|조회|신청|취소|접수|완료|실패|성공|서버|시스|화면|버튼|기능|파일|용량|인터|모바|소프|하드|프로|나머|모든|모두|도움|여러|어떻|어디|어느|정말|정상|강제|강남|서울|인천|대전|대구|부산|광주|울산|제주|경기|강원|충청|전라|경상|남은|유효|유료|무료|은행|계좌|카드|금액|주말|기사|기간|양식|선택|선물|방법|방문|원인|원본|공유|공급|변동|추석|국내|국가|명단|명령|반복|표시|민원|차단|차이|성명|성함|심각|배포|백업|허용|홍보|전송|전달|송금|송장|오전|오후|임시|장애|장비|조건|조치|최근|최신|최대|최소|박스|윤리)/;

/** Korean names. */
export const koreanNames: UnspacedNames = ({ text }, push) => {
  const isName = (name: string) => !NO_NAME.test(name);
  for (const pattern of CUED) pushAll(text, pattern, isName, push);
  for (const match of matchesOf(STANDING, text)) {
    if (given.has(match[2] as string) && isName(match[1] as string))
      push(match.index, match.index + (match[1] as string).length);
  }
  const tail = text.slice(-48);
  const signature = SIGNATURE.exec(tail);
  const name = signature?.[1];
  if (signature && name && isName(name)) {
    const start = text.length - tail.length + signature.index + signature[0].indexOf(name);
    push(start, start + name.length);
  }
};
