import type { Detector } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { windowsAround } from '../text/windows.ts';
import { WordSet } from '../text/word-set.ts';

const OWN =
  'your|my|our|the|ihr|ihren|mein|meinen|dein|der|den|votre|mon|ton|le|su|tu|mi|el|il tuo|il mio|il suo|il|seu|o seu|meu|o meu|o|uw|je|mijn|de|din|min|ditt|mitt|koden|sinun|minun|twój|mój|twoj|váš|můj|môj|vasz|az|a|codul|ваш|мой|твой|ваші|мій|вашият|моят|ο|το|mã|kode|kod';
const CODE =
  'code|pin|código|codigo|codice|kod|kód|kode|koden|koodi|codul|cod|код|кода|кодът|кодом|κωδικός|κωδικό|mã|zugangscode|sicherheitscode|passcode|otp|tan';
/** Codes that open nothing. */
const OTHER =
  /error|fehler|erreur|errore|erro\b|fejl|fel\b|virhe|blad|błąd|chyb|hiba|eroare|греш|ошиб|помил|σφάλμα|hata|lỗi|status|exit|http|postal|post|zip|country|area|promo|discount|coupon|rabatt|gutschein|voucher|product|produkt|produit|producto|prodotto|source|bar|qr|reason|return|response|swift|bic|sort|iban|tracking|order|bestell|invoice|licen|cap\b|color|farb|branch|country|vorwahl|ländercode|country|sku|article|артикул|model/iu;
const COUNTED =
  /[0-9] ?(?:times|mal\b|veces|fois|volte|vezes|keer|gånger|ganger|ms\b|kb\b|mb\b|seconds|minutes|users|rows|lines)/iu;
/** Whether what stands around a number says that it is an error, a postcode or a count, and no code for one use. */
export const opensNothing = (around: string): boolean => OTHER.test(around) || COUNTED.test(around);

const DIGITS = '[0-9]{4,8}|[0-9]{2,4}([ -])[0-9]{2,4}(?:\\1[0-9]{2,4})?';
const SAID = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${OWN}) ((?:[\\p{L}-]{2,14} ){0,2}?)(?:${CODE})(?![\\p{L}\\p{N}])([^0-9\\n.;!?\\x7f]{1,44}?)["'„“”«»(]?(?<![\\p{L}\\p{N}._/-])(${DIGITS.replace('\\1', '\\4').replace('\\1', '\\4')})(?![0-9A-Za-z%]|[.,:/-][0-9]|["'„“”«»)]?\\s?(?:times|mal|veces|fois|volte|ms|kb|mb|gb|eur|usd|€|\\$))`,
  'giu',
);

/** What says, between the word and the digits, that they are the code. */
const TELLS =
  /(?<!\p{L})(?:is|was|ist|war|lautet|lautete|est|était|es|fue|era|é|foi|è|er|var|är|on|oli|jest|to|był|byl|je|bol|bio|este|fost|е|беше|είναι|ήταν|это|был|це|був|là|adalah|sms|app|whatsapp|e?-?mail|received|got|reçu|recibí|ricevuto|recebi|bekommen|erhalten|texted|sent|gave|geschickt|zugeschickt|gesendet|envoyé|envoyée|enviaron|mandaron|enviado|mandou|mandato|inviato|gestuurd|kreeg|skickade|fick|sendte|fikk|fik|sain|lähetti|przyszedł|wysłali|dostałam|dostałem|poslali|přišel|küldtek|kaptam|trimis|primit|прислали|пришел|пришёл|надіслали|прийшов|изпратиха|gelen|geldi)(?!\p{L})/iu;
const CODE_WORDS = new WordSet(CODE.split('|').map(foldText));
const BEFORE = 48;
const AFTER = 72;

/** One-time codes that a sentence calls somebody's: "tu código es 118822", "el código que me llegó por sms fue 33 48 12". */
export const saidCodes: Detector = (scan, findings) => {
  const { ids } = scan.tokens;
  const windows = windowsAround(scan, BEFORE, AFTER, (token) => CODE_WORDS.hasId(ids[token] as number));
  windows.eachMatch(SAID, (match) => {
    const [whole, kind, between, code] = match as unknown as [string, string, string, string];
    if (/\p{L}/u.test(between) && !TELLS.test(between)) return;
    if (OTHER.test(kind) || OTHER.test(between) || /^(?:19|20)[0-9]{2}$/.test(code)) return;
    const start = match.index + whole.lastIndexOf(code);
    findings.push({ start, end: start + code.length, type: 'PASSWORD' });
  });
};

/** Tokens in the path of links that let somebody in: "/reset/9f8e…", "/invite/Zk39f…". */
const LINK =
  /\/(?:reset|password-?reset|reset-?password|verify(?:-?e?mail)?|verification|confirm(?:-?e?mail)?|confirmation|email-?verification|e?mail-?confirm(?:ation)?|account-?activation|login-?link|passwordless|sso-?token|auth|invite|invitation|activate|activation|magic|magic-?link|signin|recover|recovery|unlock|join|onboard|log-?in|set-?password|einladung|bestaetigung|reinitialiser|restablecer|token)s?(?:\/[a-z]{2,12})?\/([A-Za-z0-9_-]{16,256})(?![A-Za-z0-9_-])/gi;

export const linkTokens: Detector = ({ text }, findings) => {
  eachMatch(LINK, text, (match) => {
    const token = match[1] as string;
    if (!/[0-9]/.test(token) || /^[a-z]+(?:-[a-z0-9]+)+$/.test(token) || !/[A-Za-z]/.test(token)) return;
    const end = match.index + match[0].length;
    findings.push({ start: end - token.length, end, type: 'SECRET' });
  });
};
