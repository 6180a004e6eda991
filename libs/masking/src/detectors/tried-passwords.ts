import type { Finding, Scan } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { chosenness } from './loose-passwords.ts';
import { isState } from './told-passwords.ts';

/** What one does with a password, in the languages of the world, folded; up to three small words behind it. */
const DONE =
  "typed?|typing|type in|entered|enter|entering|keyed in|put in|tried|try|trying|used?|using|set (?:it|this|mine|that|them)? ?(?:back )?to|setting it to|set as|resets? (?:me|it|him|her|mine|us) to|reset to|changed (?:it|mine|this)? ?(?:from|to)|change it to|chang\\p{L}{1,3} from|used to be|its?|it[’']s|it is|it was|was|is|now|neither|nor|either|both|not|birthday|called|like|same as|one|eingegeben|eingetippt|tippe|tippte|probier\\p{L}{0,3}|versuch\\p{L}{0,3}|nehme|genommen|benutze|benutzt|gesetzt auf|auf|tape|tapee?|saisi|essaye|essayer|utilise|mis|puse|pongo|probe|pruebe|intente|uso|usando|escrib[io]|teclee|coloquei|coloco|digitei|digito|usei|tentei|messo|metto|digitato|provato|inserito|heb|gebruik|geprobeerd|ingetypt|ingevuld|skrev|skrivit|anvander|bruker|bruger|provade|provede|kaytan|kokeilin|syotin|wpisal\\p{L}{0,2}|wpisuje|uzywam|ustawil\\p{L}{0,2}|zmienil\\p{L}{0,2} na|zadal\\p{L}{0,2}|zadavam|pouzivam|zkousel|nastavil|beirtam|hasznalom|probaltam|allitottam|am pus|folosesc|am incercat|introdus|ввожу|ввел[аи]?|набираю|набрал[аи]?|пробовал[аи]?|пробую|использую|поставил[аи]?|стоит|ввожу|ставил[аи]?|вводжу|ввів|ввела|пробував|використовую|въвеждам|въведох|слагам|kucam|ukucala?|koristim|stavi[ol]a?|vnesel|vpisal|εβαλα|γραφω|δοκιμασα|βαζω|yazdim|yaziyorum|denedim|girdim|giriyorum|kullaniyorum|yaptim|הקלדתי|הזנתי|ניסיתי|משתמש|كتبت|ادخلت|استخدم|حطيت|جربت|डाला|डालता|लिखा|nhap|dung|go|dat la|memasukkan|ketik|mengetik|pakai|masukin|coba|guna|natumia|niliandika|tinype|nilagay|gamit|typt?e?|voer|vul|skriver|skriva|knappar in|taster|kirjoitan|kirjoitin|naputan|naputtelen|beirom|irom|introduc|scriu|tastez|escrevo|escrevi|boto|botei|ponho|pus|scrivo|scritto|je mets|j[’']ecris|rentre|rentrais|mets|meto|meti|tecleo|gebe|schreibe|печатаю|пишу|пишем|друкую|sisestan|kirjutan|rakstu|ievadu|rasau|vedu|suvedu|upisujem|unosim|vnasam|vpisujem|tipkam|пиша|пишувам|shkruaj|escric|poso|naandika|tulis|isi";
/** Small words that may stand for any of these. */
const SAID =
  "its?|it[’']s|it is|it was|was|is|now|neither|nor|either|both|not|called|like|hab(?:e)?|mit|jetzt|heisst|lautet|c[’']est|avec|con|com|met|med|har|est|es|era|e|ist|war";
const CHUNK = '([^\\s"\'„“”«»()\\[\\]<>,;{}]{5,40})';
const TRIED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${DONE})|${SAID}),?\\s(?:\\p{L}{1,6}\\s){0,2}?["'„“«(]?${CHUNK}`,
  'giu',
);
/** The second of two: "Bluefish9, now Greenfish9", "tulip77 or Tulip78". */
const SECOND =
  /^["'”»)]?(?:,? (?:and|or|then|und|oder|dann|et|ou|puis|y|o|e|en|of|och|eller|og|ja|tai|i|lub|a|nebo|vagy|sau|и|или|та|або|ve|veya|nor|to|auf|zu|na|на|vers|para|till|til)|,| ?\/| ?->| ?→) (?:now (?:it[’']?s )?)?["'„“«]?([^\s"'„“”«»()[\]<>,;{}]{5,40})/iu;
/** A password or a log-in is spoken of near by. */
const SPOKEN =
  /passw|\bpass\b|kennw|parol|contrasen|mot de passe|\bmdp\b|senha|wachtwoord|losenord|adgangskod|kodeord|passord|salasan|haslo|hasel|heslo|hesl[ae]|jelsz|lozink|geslo|sifre|парол|סיסמ|كلمه (?:ال)?(?:مرور|سر)|باسورد|पासवर्ड|mat khau|kata sandi|nywila|นรหัส|รหัสผ่าน|密码|密碼|パスワード|비밀번호|비번|κωδικ|log(?:ged|s|ging)? ?in(?:to)? (?:to )?(?:her|his|my|the|their)|\bpw\b|\bpwd\b|\bclave\b|passphrase|credential/g;
const AROUND = 180;

/** A value in front of its name: "soleil12 comme mot de passe", "Fern77 as my password", "salasanana". */
const NAMED_BEHIND = new RegExp(
  `(?<![^\\s"'„“«(:])${CHUNK}["'”»)]?,?\\s(?:c[’']est ce que je mets\\s)?(?:as|als|comme|come|como|de|som|jako|kak|как|як|като|kao|kot|olarak|sebagai|lam|làm|ως|for|für|per|pour|para|till|til|na|no|em|an|in|im|en|au|nel|w|v|в|is|was|ist|est|es|är|er|is mijn|an)\\s(?:(?:(?:ce que )?je mets comme|mo|my|the|his|her|our|their|mein|meine|das|sein|ihr|mon|le|son|mi|la|su|a|minha|il|mia|mijn|het|mitt|mit|min|moje|mój|мой|a|an|new|neues|nouveau|nueva|nova|nuova|nieuw|nytt|temp|wifi|wi-fi)\\s){0,3}(?:password|\\p{L}{0,12}passwort|\\p{L}{0,12}kennwort|pw|pwd|mot de passe|mdp|contraseña|contrasena|clave|senha|palavra-passe|palavra-chave|pasfhocal|parola|wachtwoord|sésame|lösenord|passord|adgangskode|kodeord|salasana|hasło|haslo|heslo|jelszó|lozinka|geslo|пароль|парола|κωδικός|şifre|mật khẩu|passphrase|passcode|pin)(?![\\p{L}-])`,
  'giu',
);
/** A word that somebody made the password: "on a mis lanterne comme mot de passe". */
const MADE_PASSWORD =
  /(?<!\p{L})(?:put|used?|using|set|chose|picked|typed|nehme|genommen|benutze|hatte|habe|mis|mets|choisi|utilise|puse|puesto|pongo|uso|usei|coloquei|coloco|pus|messo|metto|usato|heb|gebruik|satte|anvander|bruker|bruger|laitoin|ustawi\p{L}{2,4}|mam|mial\p{L}m|dal\p{L}?|nastavil\p{L}?|поставил\p{L}?|ставил\p{L}?) ["'„“«]?(?!(?:it|this|that|them|something|anything|nothing|numbers|letters|email|name|one|same|das|dies|etwas|nichts|meinen|ca|cela|celui|celle|lequel|meme|lo|algo|nada|esto|este|isso|isto|mesma|questo|quello|stessa|niets|dezelfde|detta|samma|dette|samme|to|stejne|takie|его|это|такой|такое|такую|тот)(?!\p{L}))(\p{L}{4,20})["'”»]? (?:as|als|comme|come|como|som|jako|как|як) (?:(?:my|the|his|her|our|their|a|new|mein|das|sein|ihr|mon|le|son|mi|la|su|minha|mia|il|mijn|het|mitt|moje|docasne|tymczasowe|temporary|temp|wifi|wi-fi) ){0,2}(?:password|passwort|kennwort|pw|mot de passe|mdp|contrasena|clave|senha|palavra-passe|wachtwoord|losenord|passord|adgangskode|kodeord|haslo|heslo|пароль|парола)(?![\p{L}-])/gu;
/** An address to log in with, and what goes with it: `ann@shop.example:marigold9`, "ann@shop.example / marigold9". */
const BESIDE_EMAIL =
  /@[\w-]{1,40}(?:\.[\w-]{1,24}){0,3}\.[A-Za-z]{2,12}(?:\s?[:/|,;]{1,2}\s?|\s-\s|\s(?:and|und|et|y|e|pw|pass)\s|\s)["'„“«]?([^\s"'„“”«»()[\]<>,;{}|]{5,40})(?=[\s"'”»),;.|]|$)/gu;
/** What logs in somebody, then both parts: "creds jdoe Pass77!", "user/pass bob trombone7", "id/pw : bob / x". */
const PAIR =
  /(?<![\p{L}\p{N}])(?:cred(?:ential)?s?|user ?\/ ?pass(?:word)?|login ?\/ ?pass(?:word)?|id ?\/ ?pw|log-?ins?|zugang(?:sdaten)?|anmeldung|identifiants?|credenciales|credenciais|credenziali|inloggegevens|inloggningsuppgifter|dane logowania|přihlašovací údaje|доступы|логин ?\/ ?пароль|логін ?\/ ?пароль|wi-?fi|wlan|ssid|вай-?фай|internet|router|log(?:ging|ged)? ?in (?:with|as)|einloggen mit|anmelden mit|eingeloggt mit|inloggen met|logga in med|logge inn med|logger ind med|entrar con|entrar com|accedere con|me connecte avec|netflix|spotify|apple id|gmail|yahoo|outlook|facebook|instagram|amazon|steam|zoom|dropbox|icloud)(?![\p{L}\p{N}])(?:\s?[:=]|\s(?:are|is|ist|est|es|sind|son|sont|key|with|mit|con|com|avec|and|pw|name)){0,3}\s["'„“«]?[\p{L}\p{N}_.@+-]{2,40}["'”»]?(?:\s?[:/|,;]{1,2}\s?|\s(?:and|und|et|y|e|en|och|og|i|a|и|та|key|mit|con|with|avec|pw|pass|schlüssel|clave)\s|\s)["'„“«]?([^\s"'„“”«»()[\]<>,;{}|]{5,40})(?=[\s"'”»),;.|]|$)/giu;
/** Somebody and a word made of letters, digits and a sign, alone in a line or a clause: `mmayer:Sonne#23`. */
const ALONE =
  /(?:^|\n|[.;,:!?]\s)[a-z][a-z0-9._-]{2,24}(?::| \/ )((?=[^\s]{0,40}\p{Lu})(?=[^\s]{0,40}\p{Ll})(?=[^\s]{0,40}[0-9])(?=[^\s]{0,40}[!#$%&*+^~?])[\p{L}0-9!#$%&*+^~?_.-]{6,40})(?=\s|$)/gu;

/** Both under one letter: `u: mirko p: sonne23`; log-ins that every device has. */
const SHORT =
  /(?<![\p{L}\p{N}])(?:u|un|usr|user|id|l|login)\s?[:=]\s?[^\s,;|]{2,40}[\s,;/|]{1,3}(?:p|pw|pwd|pass)\s?[:=]\s?["']?([^\s"',;]{4,40})/giu;
const DEVICE =
  /(?<![\p{L}\p{N}@/._-])(?:admin|administrator|root|guest|gast|operator|support|service|manager|pi|sa|test|ubnt|super)(?::| ?\/ ?)([\p{L}\p{N}!#$%&*+^~?@_.-]{5,40})(?=[\s"',;)]|$)/giu;
/** Words that are nothing but passwords. */
const COMMON =
  /(?<![\p{L}\p{N}_./=-])(?:letmein[0-9!]*|iloveyou[0-9!]*|trustno1|p[@a]ssw0rd[0-9!.]*|p@ssword[0-9!.]*|passwor[dt][0-9]{1,4}!?|qwerty[0-9]{1,6}!?|qwertz[0-9]{1,6}!?|azerty[0-9]{1,6}!?|hunter2|welcome[0-9]{1,4}!?|willkommen[0-9]{1,4}!?|bienvenue[0-9]{1,4}!?|admin[0-9]{3,4}!?|abc123!?|1q2w3e4r5?t?|changeme[0-9!]{1,4}|correcthorsebatterystaple)(?![\p{L}\p{N}_/-]|[.]\w|[:=])/giu;
/** "log in as her with tulip-1988", "hardcoded Fern-77", and words with a remark on their letters: "Biscuit2014, capital B". */
const LOGS_IN_WITH = new RegExp(
  `(?<![\\p{L}])(?:log(?:s|ged|ging)? ?in|sign(?:s|ed)? ?in|logge? in|logt in|loggar in|logger|logger ind|anmeld\\p{L}{1,3}|einlogg\\p{L}{1,3}|me connecte|connecte|connecter|entro|entra|entrar|accedo|accede|accedi|loguj\\p{L}{1,2}|zaloguj\\p{L}{0,2}|přihl\\p{L}{2,6}|belép\\p{L}{0,4}|вхожу|захожу|заходит|remember me|hard-?cod\\p{L}{1,3})["”]?(?:\\s\\p{L}{1,12}){0,4}?\\s(?:with|met|mit|avec|con|com|med|z|s|se|с|hard-?coded?)?\\s?["'„“«]?${CHUNK}`,
  'giu',
);
const REMARKED = new RegExp(
  `(?<![^\\s"'„“«(:])${CHUNK}["'”»]?(?:,| [-–—]| \\()? ?(?:with )?(?:an? )?(?:capital|upper ?case|lower ?case|all caps|all lower|no spaces|no capital|all one word|großes?|großem|kleines?|kleingeschrieben|klein geschrieben|groß geschrieben|majuscule|minuscule|tout attaché|en minúscula|en mayúscula|con mayúscula|todo junto|maiúscula|minúscula|tudo junto|maiuscol|minuscol|tutto attaccato|met hoofdletter|kleine letters|stor bokstav|med stort|med stor|isolla|pienellä|z dużej|małymi|velké|malým|nagybetű|cu majusc|с большой|с маленькой|с заглавной|büyük harf|küçük harf)`,
  'giu',
);
/** What is written on a label, a note or a router: "sticker says: ble-noir/29". */
const WRITTEN =
  /(?<![\p{L}])(?:sticker|post-?it|sticky note|label|note|zettel|aufkleber|étiquette|feutre|papier|etiqueta|papelito|bilhete|biglietto|foglietto|scritto|a penna|briefje|lapp|lapen|lappen|tarra|lappu|kartk\p{L}{1,3}|karteczk\p{L}{1,3}|lístek|papírek|cetli|cédula|bilet|стикер|бумажк\p{L}|наклейк\p{L}|записк\p{L}|листик\p{L}{0,2}|付箋|便签|贴纸)[^\n.]{0,56}?["'„“«: ]((?=[^\s]{0,40}[0-9])(?=[^\s]{0,40}[_+&#!=~/-])(?=[^\s]{0,40}\p{Ll})[^\s"'„“”«»()[\]<>,;{}]{7,40})/giu;
/** Digits in words behind a name in Chinese, and read out in Japanese. */
const HAN_DIGITS =
  /(?:密码|密碼|暗証番号|口令|验证码|驗證碼|パスワード)[^，。,.\n]{0,8}?[是为為はが:：]?\s?((?:[零〇一二三四五六七八九幺两兩]{4,12})|[两三四五六七八九十]个[零一二三四五六七八九]|(?:ぜろ|れい|いち|に|さん|よん|し|ご|ろく|なな|しち|はち|きゅう|く){3,8})/gu;

/** Short names of passwords in Japanese, Thai and Lao, and of codes in the Nordic languages, before what can be nothing else. */
const SHORT_NAMES =
  /(?:パス|รหัส|ລະຫັດ)(?:[:：はがคือ]| )\s?([!-~]{5,40})|(?<![\p{L}-])(?:kode|koden|kod|kood|koodi)(?: er| är| on|:)? (\p{Ll}{4,}[0-9]{2,8})(?=[\s.,;!]|$)|(?<![\p{L}])(?:wi-?fi|wlan)(?: \p{L}{1,12}){0,5} (?:is|ist|est|es|è|é|er|är|on|to|je)(?: \p{L}{1,10})? ["'„“«]?(\p{Ll}{5,}[0-9]{2,8})(?=[\s.,;!"”]|$)/giu;
/** One letter each, in a record: `{"u":"jlee","p":"Orange77!"}`. */
const SHORT_MEMBERS =
  /"(?:u|un|usr|user|login|l)"\s?:\s?"[^"\n]{1,64}"\s?,\s?"(?:p|pw|pwd|pass)"\s?:\s?"([^"\n]{3,96})"/gi;
/** Answers to the questions that banks and shops ask. */
const ANSWERED =
  /(?:favou?rite \p{L}{3,12}|first (?:car|pet|school|job|teacher|boss|concert|kiss)|maiden name|(?:city|town|country|street|school|hospital) (?:did |were |was |have )?(?:you|i|we|where|your \p{L}{3,10}) [\p{L} ]{3,24}|nickname|erstes? (?:auto|haustier)|haustier|mädchenname|lieblings\p{L}{3,12}|premier(?:e)? (?:voiture|animal|école)|primer(?:a)? (?:mascota|coche|escuela)|mascota|primeiro (?:carro|animal)|prima auto|primo animale|eerste (?:auto|huisdier)|första bil|första husdjur)["”)]{0,2}(?:\? ?(?:a|answer|antwort|r|respuesta|réponse|risposta|resposta)?\s?[:.-]|\s?[:=]| is| was| war| ist)\s{1,2}["'„“«]?(\p{Lu}?\p{L}[\p{L}’'-]{2,24})(?=["'”»]?(?:[\s,.;)]|$))/giu;

/** The same in a record, and behind a hint: `"question":"First school?","answer":"…"`, "the hint says street and the answer is …". */
const ANSWER_MEMBER =
  /"[a-z_]{0,16}question[0-9]?"\s?:\s?"[^"\n]{3,80}"\s?,\s{0,24}"[a-z_]{0,16}answer[0-9]?"\s?:\s?"([^"\n]{2,40})"/gi;
const HINTED =
  /(?<!\p{L})(?:hint|hinweis|indice|pista|dica|suggerimento|indizio|podpowiedz|napoveda|подсказка|підказка)(?!\p{L})[^\n]{0,60}?(?<!\p{L})(?:answer|antwort|reponse|respuesta|resposta|risposta|antwoord|svaret|odpowiedz|odpoved|ответ|відповідь) (?:is|was|ist|war|est|es|era|e|er|ar|to|je|-|–|—) ?["'„“«]?(\p{L}[\p{L}\p{N}_-]{2,30})/giu;

/** "rejects Word77! as too weak", and what stands below a word for both. */
const TOO_WEAK = new RegExp(
  `(?<![^\\s"'„“«(:])${CHUNK}["'”»)]?,? (?:as |is |was |ist |est |es |é |è |er |är |on |to |jest |je )?(?:too (?:weak|short|long|simple|common)|zu (?:schwach|kurz|einfach|lang)|trop (?:faible|court|long|simple)|demasiado (?:corta|débil|larga)|muito (?:fraca|curta|longa)|troppo (?:corta|debole|lunga)|te (?:zwak|kort|lang)|för (?:svagt|kort|långt)|for (?:svagt|kort|langt)|liian (?:heikko|lyhyt)|za (?:słabe|krótkie|długie)|příliš (?:slabé|krátké)|túl (?:gyenge|rövid)|prea (?:slabă|scurtă)|слишком (?:слаб|корот|прост)|çok (?:kısa|zayıf))`,
  'giu',
);
const BELOW =
  /(?<!\p{L})(?:credentials?|creds|log-?in(?: details)?|zugangsdaten|anmeldedaten|identifiants|credenciales|credenciais|credenziali|inloggegevens|inloggningsuppgifter|dane logowania|přihlašovací údaje|данные для входа)[^\n]{0,24}\n{1,2}[^\s]{3,40}\n([^\s]{6,40})(?=\n|$)/giu;
/** Digits one by one behind how many they are: "four digits: 9 1 3 6". */
const ONE_BY_ONE =
  /(?:digits?|ziffern|chiffres|d[ií]gitos|cifre|cijfers|siffror|sifre|sifferet|cyfr\p{L}?|číslic\p{L}?|цифр\p{L}?)[^\n0-9]{0,12}[:–-] ?([0-9](?:[ -][0-9]){3,5})(?![0-9]|[ -][0-9])/giu;

/** "changed my password from Word77 to Word78", in the prepositions of each language. */
const CHANGED =
  /(?<!\p{L})(?:from|von|vom|de|da|dal|din|du|van|fran|fra|z|ze|od|iz|с|из|з|от|απο|من|از|dari|tu|kutoka|is|no|nga) ["'„“«]?([^\s"'„“”«»()<>,;{}]{5,40})["'”»]? (?:to|auf|zu|en|a|para|per|por|naar|til|till|na|на|до|σε|in|إلي|به|ke|sang|thanh|kwa|i|uz|ne|->|=>|→) ["'„“«]?([^\s"'„“”«»()<>,;{}]{5,40})/gu;
/** The same in Chinese, Japanese and Korean. */
const CHANGED_HAN = /(?<![!-~])([!-~]{5,40})(?:から|改成|改为|改為|换成|換成|变成|에서) ?([!-~]{5,40})(?![!-~])/g;
const SPOKEN_BEFORE = 64;

/** Digits that were keyed in where a PIN is spoken of. */
const KEYED =
  /(?<!\p{L})(?:keyed in|typed|entered|entering|punch(?:ed)? in|eingegeben|eintippe|getippt|tap[ée]|compos[ée]|marqu[ée]|tecle[éo]|digit(?:ei|o|ato)|ingetoetst|slog|tastet|wpisał[ao]?m|zadal[a]?|beütöttem|introdus|ввел[аи]?|набрал[аи]?|ввів|въведох|girdim|tuşladım)\s(?:the |die |le |el |il |a |o |de )?["'„“«]?([0-9]{4,6})(?![0-9A-Za-z:/%]|[.,-][0-9])(?=[^\n]{0,60}(?<![\p{L}])(?:pin|nip|пин|пін|code|kod|kode|código|codice|κωδικό)(?![\p{L}]))/giu;

/** What somebody types and is made so is a password, spoken of or not: "tried Summer25! and got locked out". */
const SEASONED = /^\p{Lu}\p{Ll}{3,15}[0-9]{2,4}[!#$%*]{1,2}$/u;

/** `HomeNet_5G`, `FRITZ_7A2C`: networks are named so. */
const NETWORK_NAME = /[_-](?:5|2\.4|24|2)G(?:Hz)?$|^[A-Z]+_[0-9A-F]{4,6}$/iu;

/** Passwords by what somebody does with them, or by the log-in they stand beside. */
export function triedPasswords({ text, folded }: Scan, findings: Finding[]): void {
  const push = (start: number, raw: string, sure: 1 | 2, undigited = false): number => {
    const value = raw.replace(/[.:?'’]+$/, '');
    if (chosenness(value) < sure || (!/[0-9]/.test(value) && !undigited) || NETWORK_NAME.test(value)) return -1;
    findings.push({ start, end: start + value.length, type: 'PASSWORD' });
    return start + value.length;
  };
  const places = placesSpoken(folded);
  const isSpoken = ({ index, 0: { length } }: RegExpExecArray) => isNear(places, index, length);
  const startOf = (match: RegExpExecArray) => match.index + match[0].lastIndexOf(match[1] as string);
  for (const [pattern, sure] of [
    [NAMED_BEHIND, 1],
    [PAIR, 1],
    [ALONE, 2],
    [DEVICE, 1],
    [LOGS_IN_WITH, 1],
    [REMARKED, 1],
    [WRITTEN, 1],
    [TOO_WEAK, 1],
    [BELOW, 2],
  ] as const)
    eachMatch(pattern, text, (match) => push(startOf(match), match[1] as string, sure, pattern === NAMED_BEHIND));
  eachMatch(BESIDE_EMAIL, text, (match) => {
    const value = match[1] as string;
    if (/^\p{Ll}{4,}[0-9]{1,8}[!?.]?$|[!#$%&*+^~]/u.test(value) || isSpoken(match)) push(startOf(match), value, 1);
  });
  eachMatch(SHORT_NAMES, text, (match) => {
    const value = (match[1] ?? match[2] ?? match[3]) as string;
    push(match.index + match[0].lastIndexOf(value), value, 1);
  });
  eachMatch(COMMON, text, ({ index, 0: value }) => {
    findings.push({ start: index, end: index + value.length, type: 'PASSWORD' });
  });
  for (const pattern of [SHORT, SHORT_MEMBERS, KEYED, ONE_BY_ONE, HAN_DIGITS, ANSWERED, ANSWER_MEMBER, HINTED])
    eachMatch(pattern, text, (match) => {
      const value = match[1] as string;
      if (/[*•]{3}|^[<$[{]/.test(value) || isState(value) || /\p{L}(?:.* ){4}/u.test(value)) return;
      findings.push({ start: startOf(match), end: startOf(match) + value.length, type: 'PASSWORD' });
    });
  eachMatch(MADE_PASSWORD, folded, (match) => {
    const start = startOf(match);
    const end = start + (match[1] as string).length;
    if (!isState(text.slice(start, end))) findings.push({ start, end, type: 'PASSWORD' });
  });
  if (places.length === 0 && !/[0-9][!#$%*]/.test(text)) return;
  eachMatch(CHANGED, folded, (match) => {
    if (!isNear(places, match.index - SPOKEN_BEFORE, SPOKEN_BEFORE, 0)) return;
    const [whole, from, to] = match as unknown as [string, string, string];
    const first = match.index + whole.indexOf(` ${from}`.slice(1), 2);
    const second = match.index + whole.length - to.length;
    const values = [
      text.slice(first, first + from.length),
      text.slice(second, second + to.length).replace(/[.:!?]+$/, ''),
    ];
    if (values.some((value) => chosenness(value) === 0 || !/[0-9]/.test(value))) return;
    push(first, values[0] as string, 1);
    push(second, values[1] as string, 1);
  });
  eachMatch(CHANGED_HAN, text, (match) => {
    if (!isNear(places, match.index - SPOKEN_BEFORE, SPOKEN_BEFORE, 0)) return;
    const [whole, from, to] = match as unknown as [string, string, string];
    push(match.index, from, 1);
    push(match.index + whole.length - to.length, to, 1);
  });
  eachMatch(TRIED, folded, (match) => {
    const said = match[2] as string;
    const start = match.index + match[0].lastIndexOf(said);
    const value = text.slice(start, start + said.length);
    if (!(match[1] && SEASONED.test(value)) && !isSpoken(match)) return;
    const end = push(
      start,
      value,
      (match[1] ? /^\p{L}{5,}[0-9]{1,8}[!?.,]?$/u : /^\p{Lu}\p{Ll}{4,}[0-9]{1,4}[!?.,]?$/u).test(value) ? 1 : 2,
    );
    const second = end < 0 ? null : SECOND.exec(text.slice(end, end + 64));
    if (second) push(end + second[0].length - (second[1] as string).length, second[1] as string, 1);
  });
}

/** Where a password or a log-in is spoken of, in order. */
export function placesSpoken(folded: string): number[] {
  const places: number[] = [];
  eachMatch(SPOKEN, folded, ({ index }) => {
    places.push(index);
  });
  return places;
}

/** Whether one of the places, which are in order, lies near a match: found by halves, however many there are. */
export function isNear(places: readonly number[], at: number, length: number, around = AROUND): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < at - around) low = middle + 1;
    else high = middle;
  }
  return low < places.length && (places[low] as number) < at + length + around;
}
