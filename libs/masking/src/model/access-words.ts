import { foldText } from '../text/characters.ts';

/** What tells that somebody gets in somewhere: names of passwords and codes, what is locked, what one does there. */
const STEMS = `
  larwm intercom nøkkel nyckel nøgle avain telekod pasvort vaifai وایفای رموز پارول شفر парул құпия купия пийн memorable_word underside passw passcode passphrase kennw kennung parol contrase contrasen mot_de_passe wachtw toegang losenord adgang kodeord passord salasan haslo hasel hesl jelsz belep lozink geslo sifre парол пароль кодов
  парола κωδικ συνθηματικ code codigo codice kode koodi koden kodu kods kodas koda codul sifra otp 2fa mfa verif bestatig confirm unlock token
  wifi wi-fi wlan вайфай keypad keycode alarm login log_in logged log-in sign_in signing_in anmeld einlog eingelog inlog ingelog connexion conect connect iniciar_sesion entrar acced acess
  username user_name credential creds zugang identifiant acceso acesso accesso accedi dostep pristup prihlas hozzafer acces доступ вход войти зайти логин логін увійти giris kirjaud logga logge
  door lock padlock locker vault gate schloss schlussel tresor zahlenschloss turcode portail coffre cadenas digicode interphone puerta porton candado caja_fuerte cerradura portao cofre cadeado fechadura cancello lucchetto cassaforte serratura portone
  deur kluis hangslot dorr hanglas kodlas hengelas lukko lukon oven_ ovikood drzwi bram sejf klodk domofon dver zamek zamk trezor kapu lakat zarkod lacat seif vrata kljuc lokot sef_ ключ замок замк сейф двер ворот домофон калитк врата катинар πορτα κλειδ κλειδαρ λουκετο θυροτηλ kapi kilit kasa_
  secret answer hint security_question sicherheitsfrage antwort reponse question_secrete respuesta resposta risposta antwoord sakerhetsfrag svar turvakysym odpowied odpoved kontrolni otazk секретн ответ відповід питан отговор απαντησ guvenlik
  sms text_message whatsapp voicemail mailbox pattern sticker aufkleber zettel post-it kata_sandi kata_laluan mat_khau mat_ma nywila msimbo siri_ igama_lokungena`;
const WHOLE =
  'gcod cod pass pin pins pwd pw mdp nip tan puk pac code codi kod kode kodi key keys entry safe gate tor tur slot las dor ovi ovet usa zar brava sef clave claves senha llave chave chiave fob temp typed type enter psk ssid ma maa код кода коду коды пин пина пін піна пинкод ключ sandi kunci pintu';
const UNSPACED =
  '密码|密碼|暗証|暗号|パス|コード|認証|口令|验证码|驗證碼|取件码|取件碼|提货码|代码|开门|柜码|櫃碼|放行碼|ワンタイム|ポスト|開門|门锁|門鎖|门禁|門禁|锁|鎖|錠|鍵|扉|ドア|玄関|入口|裏口|ロック|キーパッド|金庫|ダイヤル|ログイン|合言葉|保险柜|保險箱|登录|登入|비밀|비번|코드|암호|인증|도어|현관|자물쇠|금고|출입|열쇠|키패드|로그인|공동현관|핀번호|رمز|الرقم السري|كلمه|كلمة|كود|کود|کد|کۆد|قفل|پسورد|تالا|باب|סיסמ|קוד|כניסה|דלת|מנעול|כספת|शब्द|पासवर्ड|पिन|कोड|ओटीपी|ताला|दरवाज|পাসওয়ার্ড|পিন|কোড|তালা|কোড|கடவு|பின்|கோட்|பூட்டு|పాస్|పిన్|కోడ్|తాళం|ಪಾಸ್|ಪಿನ್|ಕೋಡ್|ಬೀಗ|പാസ്|പിൻ|കോഡ്|പൂട്ട്|પાસ|પિન|કોડ|તાળ|ਪਾਸ|ਪਿੰਨ|ਕੋਡ|ਤਾਲ|ପାସ|ପିନ|କୋଡ|ତାଲା|මුරපද|කේත|පින්|අගුල|รหัส|พิน|กุญแจ|ประตู|ລະຫັດ|ກະແຈ|លេខ|កូដ|សោ|စကားဝှက်|ကုဒ်|သော့|ኮድ|የይለፍ|ቁልፍ|በር|პაროლ|კოდ|კარ|საკეტ|գաղտն|կոդ|դուռ|ծածկագ';

const either = (words: readonly string[]): string => words.map((word) => word.replaceAll('_', ' ')).join('|');
const stems = foldText(STEMS).trim().split(/\s+/);
/** Long ones, and names of codes, also stand inside a word: `Spindcode`, `Haustürschlüssel`. */
const isLong = (stem: string): boolean => stem.length > 5 || /^[ck]od/.test(stem);
const ACCESS = new RegExp(
  `(?<!\\p{L})(?:(?:${either(stems.filter((stem) => !isLong(stem)))})|(?:${either(foldText(WHOLE).split(' '))})(?!\\p{L}))|${either(stems.filter(isLong))}|${foldText(UNSPACED)}`,
  'u',
);
/** How far before and behind a value it may stand, in UTF-16 units: a sentence or two, a few lines of a chat. */
const BEFORE = 240;
const BEHIND = 80;

/** Whether something that is locked, or how one gets in, is spoken of near a value. */
export const speaksOfAccess = (folded: string, start: number, end: number): boolean =>
  ACCESS.test(folded.slice(Math.max(0, start - BEFORE), start)) || ACCESS.test(folded.slice(end, end + BEHIND));
