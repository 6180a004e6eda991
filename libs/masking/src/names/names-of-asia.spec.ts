import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

/** `⟦…⟧` marks what must go; the rest must stay as it is. */
const unmarked = (marked: string) => marked.replace(/[⟦⟧]/g, '');
const expected = (marked: string) => marked.replace(/⟦[^⟧]*⟧/g, '[PERSON]');
const masked = (text: string) =>
  maskByRules(text, { profile: 'result' }).masked.replace(/\[PERSON_[0-9]+\]/g, '[PERSON]');

describe('names of Asia', () => {
  it.each([
    '姓名：⟦逄小玲⟧，已提交',
    '寄件人：⟦热依汗古丽⟧',
    '联系人⟦斯琴高娃⟧，蒙古族',
    '请⟦王建军⟧帮忙处理退款',
    '⟦老程⟧说服务器重启后就好了',
    '⟦贺⟧总要求今天解决',
    '⟦Vivian⟧今天请假，有事找⟦Kelly⟧',
    '麻煩⟦阿明⟧看一下',
    'お世話になっております、⟦鴨志田⟧です。',
    '宛名は⟦四月一日 君尋⟧でお願いします',
    '娘の⟦みのり⟧がログインできない',
    '⟦服部半蔵⟧、担当変更の件',
    '⟦グエン・ヴァン・ナム⟧さんの在留カード',
    '예금주 ⟦탁재훈⟧',
    '⟦염혜란⟧은 정상입니다',
    '⟦응우옌 티 흐엉⟧님의 카드',
    '⟦윤⟧ 드림',
    'พี่⟦กุ้ง⟧ ช่วยดูหน่อย',
    'ชื่อจริง⟦ศศิวิมล วงศ์ไพบูลย์⟧',
    '{"userName":"⟦편은채⟧","kana":"⟦ワタナベ ミキ⟧"}',
  ])('[C-OUT-1] by cue, surname and office in scripts without spaces: %s', (marked) => {
    expect(masked(unmarked(marked))).toBe(expected(marked));
  });

  it.each([
    'معكم ⟦أبو فهد⟧ من الرياض',
    'أختي ⟦منى⟧ عندها نفس المشكلة',
    '⟦شکیلہ⟧ باجی کا اکاؤنٹ',
    '⟦پروانه شیرازی⟧ هستم',
    'על שם ⟦בת-אל מזרחי⟧',
    '⟦बंटी⟧ भैया का नंबर',
    'আমি ⟦সুচরিতা গাঙ্গুলি⟧ বলছি',
    'உரிமையாளர் ⟦அண்ணாமலை⟧',
    'నేను ⟦లక్ష్మి సౌజన్య⟧ మాట్లాడుతున్నాను',
  ])('[C-OUT-1] by label, title and relation in scripts without capitals: %s', (marked) => {
    expect(masked(unmarked(marked))).toBe(expected(marked));
  });

  it.each([
    '⟦Cho Min-jung⟧ cannot log in',
    '⟦Zhang Weidong⟧ said it fails',
    '⟦RHEE SEUNGHYUN⟧ is on the passport',
    '⟦Kwan Wai Kuen⟧ is waiting for the refund',
    '⟦Ravi a/l Subramaniam⟧ asked',
    '⟦Bakytbek uulu Nurlan⟧ wrote',
    'c.⟦Hương⟧ cần trước 15h, lỗi đăng nhập',
    'ako po si ⟦Arsenio Macaraeg⟧',
    'naan ⟦Karthi⟧ pesuren',
  ])('[C-OUT-1] in Latin letters: %s', (marked) => {
    expect(masked(unmarked(marked))).toBe(expected(marked));
  });

  it.each([
    '姓名不能为空，请重新输入',
    '高级会员可以退款吗',
    '联系人列表加载失败',
    '小米手机上闪退，华为正常',
    '株式会社田中商店 御中',
    '石川県産の商品が届かない',
    '同様の事象が発生、解約希望です。',
    '주문이 취소됐어요, 정산이 안 맞아요',
    '담당자에게 문의하세요',
    'คุณภาพไม่ดี ช่างมันเถอะ',
    'الاسم مطلوب، والعميل غير موجود في النظام',
    'मैं परेशान हूँ, नाम आवश्यक है',
    'Hong Kong Office is closed, Wan Chai Branch is open',
    'Ngân hàng báo lỗi, Chuyển khoản thất bại',
  ])('leaves words, firms and places: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it.each([
    'મારું નામ ખોટું છે, આશા છે કે તમે જલ્દી જવાબ આપશો',
    'હું ખૂબ પરેશાન છું, મારા મોટાભાઈ સાથે પટેલ ટ્રેડર્સ ગયો',
    'ਮੇਰਾ ਨਾਮ ਗਲਤ ਲਿਖਿਆ ਹੈ, ਮੈਂ ਸੱਚ ਬੋਲ ਰਿਹਾ ਹਾਂ',
    'ನನ್ನ ಹೆಸರು ತಪ್ಪಾಗಿದೆ, ನಾನು ತುಂಬಾ ಬೇಸರಗೊಂಡಿದ್ದೇನೆ',
    'എന്റെ പേര് തെറ്റാണ്, ലക്ഷ്മി മെഡിക്കൽസിൽ നിന്ന് വാങ്ങി',
    'මගේ නම වැරදියි, මම පාරිභෝගිකයෙක්, සංවර්ධන කටයුතු',
    'ስሜ የተሳሳተ ነው፣ እኔ ደንበኛ ነኝ፣ ሰላም',
    'मैं किसान हूँ, मैं सच बोल रहा हूँ, आशा है कि जल्द समाधान होगा',
    'আমি সত্যি বলছি, সরকার নতুন নিয়ম করেছে, বিকাশ থেকে টাকা কেটেছে',
    'எனது பெயர் தவறாக உள்ளது, முருகன் கோவில் அருகே',
    'నా పేరు తప్పుగా ఉంది, డబ్బు తిరిగి రావు',
    'میں احسان مند ہوں، من معظم الأجهزة',
  ])(
    '[C-OUT-1] leaves words of India, Ceylon and Ethiopia that are names besides, and what is said of a name: %s',
    (text) => {
      expect(masked(text)).toBe(text);
    },
  );

  it.each([
    'હું ⟦કોકિલાબેન વસાવા⟧ બોલું છું, અરજદાર: ⟦ઝીલ કાનજીયાણી⟧',
    'ਮੈਂ ⟦ਲਖਬੀਰ ਸਿੰਘ ਧੰਜਲ⟧ ਬੋਲ ਰਿਹਾ ਹਾਂ, ਬਿਨੈਕਾਰ: ⟦ਨਿਮਰਤ ਕੌਰ⟧',
    'ಶ್ರೀಮತಿ ⟦ಕೆಂಪಮ್ಮ⟧ ಅವರಿಗೆ ಕರೆ ಮಾಡಿ, ⟦ಎಂ. ಕೆ. ಮಂಜುನಾಥ್⟧ ಅವರ ಖಾತೆ',
    'എന്റെ പേര് ⟦ഷിംന⟧ എന്നാണ്, ⟦കെ. സുരേന്ദ്രൻ നായരുടെ⟧ കാർഡ്',
    'മാനേജർ ⟦രാജേഷിന്റെ⟧ അക്കൗണ്ട്, ⟦സുനിതയോട്⟧ ചോദിക്കൂ',
    'මගේ නම ⟦චතුර දිසානායක⟧, ⟦ප්‍රියන්ත පෙරේරාගේ⟧ ගිණුම',
    'ስሜ ⟦ቤተል⟧ ይባላል፣ የ⟦ከበደን⟧ ሂሳብ፣ ሙሉ ስም፦ ⟦ሰብለ አያሌው⟧',
    '⟦रमेशने⟧ फोन केला, ⟦शिंदेंना⟧ कळवा',
    'मेरो नाम ⟦सृजना तामाङ⟧ हो',
    '⟦তাসনিমকে⟧ ফোন দিন',
    '⟦கார்த்திகேயனுக்கு⟧ அனுப்பவும்',
    '⟦శ్రీలతకు⟧ ఫోన్ చేయండి',
    'محترمہ ⟦شگفتہ پروین⟧ صاحبہ',
  ])('[C-OUT-1] by cue, family name and list from India to Ethiopia, with the endings of cases: %s', (marked) => {
    expect(masked(unmarked(marked))).toBe(expected(marked));
  });

  it('[C-OUT-1] reads both ways of writing a letter with a dot below, and older Malayalam', () => {
    expect(masked('मरीज का नाम: फ़रज़ाना'.normalize('NFC'))).toBe('मरीज का नाम: [PERSON]');
    expect(masked('मरी\u095b का नाम: झिलमिल')).toBe('मरी\u095b का नाम: [PERSON]');
    expect(masked('രാജന\u0d4d\u200d പറഞ്ഞു')).toBe('[PERSON]\u200d പറഞ്ഞു');
  });

  it.each([
    ['Cảm ơn,\nNghiêm Tuyết Chi', 'Cảm ơn,\n[PERSON_1]'],
    ['tên tôi là phùng thụy trâm.', 'tên tôi là [PERSON_1].'],
    ['Chào chị Cẩm Yến,\nCảm ơn chị', 'Chào chị [PERSON_1],\nCảm ơn chị'],
    ['địa chỉ không hợp lệ', 'địa chỉ không hợp lệ'],
  ])('knows the rarer families of Vietnam, and tones: %s', (text, masked) => {
    expect(String(maskByRules(text, { profile: 'result' }).masked)).toBe(masked);
  });

  it.each([
    ['先週福本様とお電話しました。', '先週[PERSON_1]様とお電話しました。'],
    ['독고지영 부장님이 답변을 기다립니다.', '[PERSON_1] 부장님이 답변을 기다립니다.'],
    ['请抄送令狐美方。', '请抄送[PERSON_1]。'],
    ['ผมชื่อ รังสรรค์ เทพหัสดิน จากร้าน\nขอบคุณครับ', 'ผมชื่อ [PERSON_1] จากร้าน\nขอบคุณครับ'],
    ['Tôi là Bùi Diệu Linh.\nGửi linh kiện đến', 'Tôi là [PERSON_1].\nGửi linh kiện đến'],
  ])('masks the name and none of the words around it: %s', (text, masked) => {
    expect(String(maskByRules(text, { profile: 'result' }).masked)).toBe(masked);
  });

  it('reads syllables that are written in parts, as file names of macOS are', () => {
    const parts = '남궁도훈님 안녕하세요, 요청입니다'.normalize('NFD');
    expect(String(maskByRules(parts, { profile: 'result' }).masked)).toBe(
      `[PERSON_1]${parts.slice('남궁도훈'.normalize('NFD').length)}`,
    );
  });
});
