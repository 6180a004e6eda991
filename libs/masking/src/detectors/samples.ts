/** What stands right before an example, folded: "e.g. ", "z. B. ", "passwords like ". */
const EXAMPLE =
  /(?<!\p{L})(?:e\.? ?g|for example|for instance|such as|passwords? like|z\. ?b|zum beispiel|bijv|bijvoorbeeld|p(?:ar)?\.? ?ex(?:emple)?|por ej(?:emplo)?|p\. ?ej|por exemplo|ad es(?:empio)?|per esempio|per exemple|np|na przyklad|napr|например|напр|наприклад|pl|peldaul|de exemplu|orn|ornegin|f\. ?eks|t\. ?ex|til eksempel|till exempel|esim|misalnya|vi du|contoh|mfano)[.:,]{0,2} ?["'„“«(`]?$|(?:例えば|例|例如|比如|如|예를 들어|예)[:：、, ]{0,2}["'「“(]?$/u;
/** Words of a rule for passwords, folded. */
const RULE =
  /at least|minimum|policy|policies|characters|must (?:be|contain|have)|requirements?|do not use|acceptable|(?<![.@\p{L}])examples?|mindestens|zeichen|richtlinie|au moins|caracter|obligatoire|al menos|ao menos|pelo menos|almeno|minstens|tekens|minst|tecken|tegn|vahintaan|merkkia|znak|liter|символ|знак|karakter|legalabb|πρεπει|χαρακτηρ|ky tu|文字|字符|字元|以上|至少|자 이상/u;
const RULE_BEFORE = 110;
const RULE_BEHIND = 40;

/** Words for a sample, and for a password, in the order that a language has them, and nothing of somebody's own: "mật khẩu mẫu: …". */
const SAMPLE =
  /(?<![\p{L}.@/_-])(?:samples?|examples?|beispiel\p{L}*|muster(?!i)\p{L}*|exemples?|ejemplos?|esempio|exemplos?|voorbeeld\p{L}*|eksempel\p{L}*|exempel\p{L}*|esimerkki\p{L}*|przyklad\p{L}*|priklad\p{L}*|ukazk\p{L}*|vzorov\p{L}*|mintajelsz\p{L}*|пример\p{L}*|приклад\p{L}*|образ(?:ец|ца)|зраз(?:ок|ка)|ornek|παραδειγμα\p{L}*|contoh|khau mau|vi du|mfano|halimbawa|مثال|مثل|نموذج\p{L}*|نمونه|نمونے|ל?דוגמה|למשל|उदाहरण|नमूना|নমুনা|উদাহরণ|மாதிரி\p{L}*|உதாரண\p{L}*)(?!\p{L})|(?:例|示例|範例|范例|样例|サンプル|예시|ตัวอย่าง)/u;
const PASSWORD =
  /pass(?:word|code|phrase|wort|ord)|kennwort|mots? de passe|contrasena|clave|senha|wachtwoord|losenord|adgangskode|kodeord|salasana|hasl[oa]|hesl[oa]|jelszo|parola|lozink|gesl[oa]|парол|κωδικ|sifre|mat khau|kata (?:sandi|laluan)|sandi|nywila|كلمة (?:ال)?(?:سر|مرور)|كلمة|رمز|پاس ?ورڈ|סיסמ|पासवर्ड|পাসওয়ার্ড|கடவுச்சொல்|รหัส|密码|密碼|パスワード|비밀번호/u;
const OWN =
  /(?<!\p{L})(?:my|our|mein\p{L}*|unser\p{L}*|mon|notre|nuestra|mia|nostra|minha|nossa|mijn|ons|mitt?|vart|vort|moje|nasze|nase|мой|наш|мій|benim|saya|kami|yangu|yetu|שלי|שלנו|میرا|ہمارا|ما|मेरा|मेरी|हमारा|আমার|আমাদের|என்|எங்கள்)(?!\p{L})|我的|我们|私の|弊社|내 |우리|كلمتي|كلمة سري/u;
const SAMPLE_BEFORE = 56;

/** "Sample passwords" are said in the sentence that shows one, with the word for it. */
function isCalledSample(folded: string, start: number): boolean {
  const near = folded.slice(Math.max(0, start - SAMPLE_BEFORE), start);
  const sentence = near.slice(
    Math.max(near.lastIndexOf('\n'), near.lastIndexOf('. '), near.lastIndexOf('; '), near.lastIndexOf('。')) + 1,
  );
  return SAMPLE.test(sentence) && PASSWORD.test(sentence) && !OWN.test(sentence);
}

/** Whether a value is what a rule for passwords shows as an example: "at least 12 characters, e.g. Purple-Monkey-42!". */
export const isSamplePassword = (folded: string, start: number, end: number): boolean =>
  isCalledSample(folded, start) ||
  (EXAMPLE.test(folded.slice(Math.max(0, start - 20), start)) &&
    (RULE.test(folded.slice(Math.max(0, start - RULE_BEFORE), start)) ||
      RULE.test(folded.slice(end, end + RULE_BEHIND))));

/** What a form or a manual shows, right before it: "sample 12-34-56", "Beispiel 01.01.1990", "im Muster (0123 456789)". */
const SHOWN =
  /(?<!\p{L})(?:examples?|samples?|placeholder|platzhalter|beispiel|muster|exemple|ejemplo|esempio|exemplo|voorbeeld|eksempel|exempel|esimerkki|przyklad|priklad|пример|приклад|ornek)[ :]{1,2}["'„“«(]?$/u;
/** The same with what it is a sample of between: "示例手机号 138…", "예시 주민번호 000000-…", "contoh NIK 1234…". */
const SHOWN_AS =
  /(?:示例|样例|樣例|範例|范例|サンプル|記入例|예시|예제|ตัวอย่าง)(?:[^\s\p{N}]{0,8} ?){0,2}["'「:：]{0,2}$|(?<!\p{L})(?:contoh|مثال|למשל|דוגמה|उदाहरण|উদাহরণ|παραδειγμα)(?: [\p{L}\p{M}]{2,12}){0,1}[ :]{1,2}["'„“«(]?$/u;
export const isSample = (folded: string, start: number): boolean => {
  const before = folded.slice(Math.max(0, start - 24), start);
  return SHOWN.test(before) || SHOWN_AS.test(before);
};

/** A card that is none, folded, right before its number: "test card 4242 …", `"number_test": "5555 …`. */
const TESTED =
  /(?<!\p{L})(?:(?:test|sandbox|dummy|training|demo|staging|fake|sample|example|mock)[ _-]?(?:card|cc|pan|credit card|number|karte|kreditkarte|kort|kaart|kartennummer)|(?:card|pan|number|cc|num)_?(?:test|sandbox|dummy)|(?:carte|tarjeta|cartao|carta|cartela|karta|karty|karte|kaart|карта|карту|карты|карти|картка) (?:de |di |d['’]|do |da )?(?:test|prueba|pruebas|teste|prova|essai|testow\p{L}{1,3}|тест\p{L}{0,5})|testkarte|testkort|testkaart|testikortti|testkartennummer|(?:测试|測試)卡|テストカード|테스트 ?카드)(?:[ _-]?(?:number|no|nr|num))?(?: is| ist| est| es| e)?[ "'`:=#(]{0,4}$/u;

/** Where cards are tried out, in the same sentence: "in the sandbox, card 4929 …", "the docs use card 4242 …". */
const TRIED_OUT =
  /(?<!\p{L})(?:sandbox|pre-?prod\p{L}*|staging|the docs|documentation|test mode|test environment|testumgebung|testmodus|testmiljo\p{L}*|environnement de test|entorno de prueba\p{L}*|ambiente di test|ambiente de teste|srodowisk\p{L} testow\p{L}*|тестов\p{L}{1,4} сред\p{L})(?!\p{L})[^.!?\n]{0,40}$/u;

/** Whether a number is called one to test with; one that passes its check digit may be a card all the same. */
export const isTestCard = (folded: string, start: number): boolean => {
  const before = folded.slice(Math.max(0, start - 64), start);
  return TESTED.test(before) || TRIED_OUT.test(before);
};
