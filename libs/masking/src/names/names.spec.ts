import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

/** `⟦…⟧` marks what must go; the rest must stay as it is. */
const unmarked = (marked: string) => marked.replace(/[⟦⟧]/g, '');
const expected = (marked: string) => marked.replace(/⟦[^⟧]*⟧/g, '[PERSON]');
const masked = (text: string) =>
  maskByRules(text, { profile: 'result' }).masked.replace(/\[PERSON_[0-9]+\]/g, '[PERSON]');

describe('names shown by what stands around them', () => {
  it.each([
    'I spoke with ⟦Priyanka Deshmukh⟧ about it.',
    'hi im ⟦jenny⟧ from accounts',
    'this is ⟦mark⟧ from accounts',
    'cheers\n⟦dave⟧',
    'Regards,\n⟦Zebulon Quack⟧',
    'Viele Grüße aus der Heide\n⟦Ortwin Plagge⟧',
    'The fix works. ⟦Leo⟧',
    'Hi ⟦Anna⟧ and ⟦Tom⟧,\nplease look',
    '⟦J. R. Smith⟧ called',
    'Invoice for ⟦O’Shaughnessy, Declan⟧',
    'Herrn ⟦von der Lühe⟧ erreichen wir nicht',
    'zoals ⟦Bas van den Oever⟧ meldde',
    'separate ⟦Khalid bin Rashid al-Mansoori⟧ from the rest',
    '⟦Mwila⟧s-iPad is online'.replace('⟧s', 's⟧'),
    'ask ⟦Grace⟧, please',
    '⟦Mark⟧ said it works',
    '⟦Jordan⟧ here. It fails again',
    'my wife ⟦Xanthe⟧ uses it too',
    'JE SUIS ⟦BERNARD TISSERAND⟧',
    'my surname is ⟦K-O-W-A-L-C-Z-U-K⟧, please note',
    'doña ⟦Remedios⟧ no contesta',
    'mein Schwager ⟦Mirosław⟧ meldet sich',
    'Zonja ⟦Drita⟧ e njeh problemin',
    'die Akte liegt bei Mag. ⟦Quirx⟧',
    'Kirjoita ⟦Toomasele⟧ uuesti',
    'ask ⟦Dai⟧ about the drawer',
    'నా పేరు ⟦వెంకట లక్ష్మి⟧, ఆధార్',
    'ስሜ ⟦ትዕግስት አበበ⟧ ነው',
    'अपनी दीदी ⟦सावित्री⟧ को बताइए',
    'Passagier: ⟦MUELLER/HANS-PETER⟧ HERR',
  ])('[C-OUT-1] masks %s', (marked) => {
    expect(masked(unmarked(marked))).toBe(expected(marked));
  });

  it.each([
    'Rozmawiałem z ⟦Tomaszem Zielińskim⟧ wczoraj',
    'Я говорил с ⟦Иваном Петровым⟧ вчера',
    'puhuin ⟦Matti Virtasen⟧ kanssa',
    '⟦Nagy Péternek⟧ küldtük',
    'Cardul doamnei ⟦Drăgulescu⟧ a expirat',
    'аз съм ⟦Десислава Стоянова⟧ и пиша за фактура',
    'Αξιότιμε κύριε ⟦Αποστολίδη⟧,',
    '⟦Nguyễn Văn An⟧ đã gọi',
    'أنا ⟦يوسف بن سالم⟧، رقم الطلب 7',
    'मेरा नाम ⟦अनुराधा चतुर्वेदी⟧ है',
    '担当の⟦佐藤⟧さんに確認しました',
    '我叫⟦王小明⟧，订单有问题',
    '저는 ⟦김민수⟧입니다',
    'คุณ⟦สมชาย ใจดี⟧ โทรมา',
  ])('[C-OUT-1] masks in the language of the ticket: %s', (marked) => {
    expect(masked(unmarked(marked))).toBe(expected(marked));
  });

  it.each([
    '{"customer_name": "⟦Zebulon Quack⟧", "service_name": "checkout-api"}',
    'Assignee: ⟦Tom Baker⟧\nReporter: ⟦Weber, Anna⟧\nOwner: platform',
    'login user=⟦anna.weber⟧ ok, user=root refused',
    'C:\\Users\\⟦Maria Lopez-Quint⟧\\AppData\\Local\\x.log',
    'GET /people/⟦petra-saunders⟧/badge.png 404',
    'CV_⟦Marietta_Olufemi⟧_2026.pdf is stuck',
    '[10:02] ⟦Ottoline⟧: it fails\n[10:03] Support (⟦Nele⟧): we look',
    'On 3 Nov 2026 at 10:02, ⟦Svetlana Ivanova⟧ wrote:',
    'What is your full name?\nVisitor: ⟦Ndidi Okwuosa⟧\nBot: Thanks',
  ])('[C-OUT-1] masks where machines and mailers write names: %s', (marked) => {
    expect(masked(unmarked(marked))).toBe(expected(marked));
  });
});

describe('words that are names elsewhere', () => {
  it.each([
    'Jenkins, Kafka and Maven are down; the Julia runtime 1.9 and Ruby 3.2 are fine',
    'Grace period of 30 days, Mark Page 3 as read, Will Call counter',
    'April and May invoices, I hope the bill is right',
    'Does Pascal 10.0 work with Ada?',
    'The Grace Hopper nodes report NVLink errors',
    'El servicio Rosario devuelve HTTP 500',
    'Klyngen "Freja" er ramt (freja-k8s-1)',
    'Agent: Please wait\nCustomer: ok\nAgent: done',
    'SELECT name FROM orders; file name: report.pdf; host name: db-1',
    'Mit freundlichen Grüßen\nIhr Support-Team',
    'Clicking Save shows Error Code 500 on the Settings page',
    'J’ai essayé, l’équipe regarde. D’accord.',
    '客服您好：订单号 12345 显示错误',
    'ขอบคุณครับ ระบบใช้งานได้แล้ว',
  ])('keeps %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});
