import type { Detector } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { WordSet } from '../text/word-set.ts';

/** Words for passwords and what one does with them, in the cases they take. */
const SPOKEN = new WordSet(
  foldText(`
    password passwords passwort passwörter kennwort kennwörter pass pw pwd passcode passphrase passwd
    contraseña contraseñas clave senha senhas palavra mdp passe parola parole wachtwoord wachtwoorden
    lösenord lösenordet adgangskode adgangskoden kodeord kodeordet passord passordet salasana salasanan salasanani salasanaksi
    hasło hasła hasłem heslo hesla heslem jelszó jelszava jelszavam jelszót jelszavát lozinka lozinku zaporka geslo
    парола паролата пароль пароля паролем паролю паролі κωδικός κωδικό κωδικού συνθηματικό şifre şifrem şifremi şifresi şifreyi parolam
    סיסמה הסיסמה סיסמא סיסמתי كلمة باسورد पासवर्ड sandi parool parooli slaptažodis slaptažodį رمز
  `)
    .trim()
    .split(/\s+/),
);
/** The same in scripts without spaces, and in Vietnamese of two words. */
const UNSPACED = /密码|密碼|口令|パスワード|暗証番号|비밀번호|암호|비번|รหัสผ่าน|mat khau/g;

/** A stretch without spaces and quotes, of letters with digits or signs. */
const CANDIDATE = /(?<![^\s"'„“”«»([:=「『])[^\s"'„“”«»()[\]<>,;「」『』、。]{6,40}/gu;
/** Names of products, methods and machines that end in figures. */
const PRODUCT =
  /^(?:windows|win|office|microsoft|chrome|firefox|safari|edge|android|iphone|ipad|ios|macos|galaxy|pixel|xperia|postgres(?:ql)?|mysql|oracle|sql|node|python|java|php|ruby|ubuntu|debian|centos|rhel|fedora|server|host|port|build|version|release|user|kunde|client|customer|ticket|case|order|error|code|room|db|exchange|outlook|word|excel|adobe|log4j|sha|md|base|argon|pbkdf|oauth|http|utf|iso|tls|ssl|aes|rsa|wpa|wifi|ipv|x|mp|h|step|schritt|page|seite|line|zeile|level|team|group|gruppe|test|tenant|node|pod|job|issue|bug|task|feature|sprint|plan|tier|zone|phase|week|kw|q)[-_]?\p{L}?[0-9.]{1,6}\p{L}?$/iu;
const HARMLESS =
  /^0x|^[a-z]{2,6}_[0-9A-Za-z]+$|^[A-Z0-9]+(?:[-_/.][A-Z0-9]+)*$|^v?[0-9]+(?:[.-][0-9]+)+|:\/\/|^[/~.\\@#]|\.\p{L}{2,5}(?:[:/?]|$)|^[0-9a-f]{12,}$|^[0-9a-f]{8}-[0-9a-f]{4}-|@\S+\.|^\p{L}+[-/]\p{L}+$|^[a-z0-9]+(?:[-_][a-z0-9]+)+$|^[0-9]+\p{L}{1,4}$|^\S*=|\(|\*{3}|^\p{L}+'\p{L}+$|^\p{Lu}?\p{Ll}+:/u;
/** A sign that people put into passwords, next to a letter or digit. */
const SIGN = /[\p{L}0-9][!#$%&*+?^~@_.-]{1,3}[\p{L}0-9]|[\p{L}0-9][!#$%&*+^~@]{1,3}$/u;

/** Whether something in a sentence about a password can hardly be anything else. */
function looksChosen(value: string): boolean {
  if (HARMLESS.test(value) || PRODUCT.test(value) || !/\p{L}/u.test(value)) return false;
  const digit = /[0-9]/.test(value);
  const mixed = /\p{Lu}/u.test(value) && /\p{Ll}/u.test(value);
  if (digit && (SIGN.test(value) || /[!#$%&*+^~@]/.test(value))) return true;
  if (digit && mixed) return /^\p{Lu}\p{Ll}{2,15}[0-9]{2,4}$|[0-9]\p{L}|\p{Ll}\p{Lu}/u.test(value);
  return mixed && /[!#$%&*+^~@]/.test(value.slice(0, -1)) && value.length > 7;
}

/** `… in with ()8CJ)Kz as my password`: whatever signs it is made of. */
const AS_PASSWORD =
  /(?<=\s)(?=\S{0,40}[^\s\p{L}\p{M}'’.,/-])\S{6,40}(?= (?:as (?:my |the |our |his |her |their |a )?(?:\p{L}{3,9} )?(?:password|passcode|passphrase)|als (?:\p{L}{3,8} )?(?:passwort|kennwort|wachtwoord)|comme (?:mon )?mot de passe|como (?:mi |minha )?(?:contrase[nñ]a|clave|senha)|come password)(?!\p{L}))/giu;

const REACH = 140;
const BREAK = /[.!?](?=\s+[\p{Lu}\p{Lo}]|\s*$)|\n|\x7f/gu;

/** Passwords anywhere in a sentence that speaks of one: "I changed it to Fern#77 as my password". */
export const sentencePasswords: Detector = ({ text, folded, tokens }, findings) => {
  let done = 0;
  const read = (start: number, end: number) => {
    if (start < done) return;
    const from = Math.max(done, sentenceStart(text, start));
    const after = text.slice(end, end + REACH).search(BREAK);
    const until = after < 0 ? Math.min(text.length, end + REACH) : end + after + 1;
    done = until;
    eachMatch(CANDIDATE, text.slice(from, until), ({ index, 0: raw }) => {
      const value = raw.replace(/[.:?]+$/, '');
      if (value.length > 5 && looksChosen(value) && from + index + raw.length <= until)
        findings.push({ start: from + index, end: from + index + value.length, type: 'PASSWORD' });
    });
  };
  for (let token = 0; token < tokens.count; token += 1) {
    if (SPOKEN.hasId(tokens.ids[token] as number)) read(tokens.starts[token] as number, tokens.ends[token] as number);
  }
  if (done > 0)
    eachMatch(AS_PASSWORD, text, ({ index, 0: value }) => {
      findings.push({ start: index, end: index + value.length, type: 'PASSWORD' });
    });
  if (!/[\u0e00-\u9fff\uac00-\ud7af]|mat khau/.test(folded)) return;
  done = 0;
  eachMatch(UNSPACED, folded, ({ index, 0: word }) => read(index, index + word.length));
};

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - REACH);
  let start = from;
  for (const match of text.slice(from, at).matchAll(BREAK)) start = from + match.index + 1;
  return start;
}
