import type { Finding, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { chosenness } from './loose-passwords.ts';
import { opensNothing } from './one-time-code.ts';
import { isState } from './told-passwords.ts';

/** What people lock with a password or a PIN, in the cases the words take, folded. */
const LOCKED = `
  wifi wlan wi-fi fi wifin wifiho wifihez wifis wifit zip zipa zipu zipie zips pdf pdf-a pdfs rar archive archiv archivs archivu archiwum archivo arquivo archivio archief arkiv arkivet arhiva arhivi fisier fisierul
  file files datei dateien anhang fichier adjunto anexo allegato bestand bijlage bilaga bilagan fil filen tiedosto tiedoston liite liitteen plik pliku zalacznik zalacznika soubor souboru prilohy subor suboru fajl melleklet
  архив архива архиву архивом архіву архів файл файла файлу вложения вкладення вайфай вайфая вайфаю вифи зип зипа пдф αρχειο αρχειου wifiyi dosya dosyanin zipin
  excel xlsx attachment document dokument dokumentu documento voicemail mailbox mobilbox segreteria buzon repondeur
  door gate garage barrier lift safe vault locker lockbox padlock alarm tur haustur tor garage schranke tresor schliessfach alarmanlage  portail garage coffre alarme puerta garaje caja fuerte alarma  portao garagem cofre portone cancello cassaforte allarme deur  kluis dorren  doren garasjen ovi oven ovesta drzwi bramy brama bramki sejfu alarmu dveri vrat vrata brany branky trezoru ajto ajtohoz kapu kapuhoz szefhez usa usii poarta portii seif двери дверь подъезда подъезд ворот калитки сейфа домофона домофон дверей воріт сейфу домофону вратата входа πορτας πορτα συναγερμου kapi kapinin kapisi kasa garaj
  phone handy tablet ipad iphone laptop notebook computer pc rechner telephone portable ordinateur telefono movil celular ordenador portatil telemovel computador telefon telefoon telefonen mobilen dator datorn puhelin puhelimen kone koneen telefonu komputera komputer laptopa pocitace mobilu szamitogep laptophoz calculator calculatorului телефона телефон ноутбука компьютера планшета комп компа телефону ноутбуку υπολογιστη κινητου telefonun bilgisayar bilgisayarin
  house maison casa haus huis hus domu home office buro bureau oficina escritorio ufficio kantoor kontoret toimiston
  router modem routera routeru роутера роутеру instagram insta facebook netflix spotify gmail outlook icloud karty karta karte carte tarjeta cartao kaart kort kortet kortin
`;
const THINGS: ReadonlySet<string> = new Set(foldText(LOCKED).trim().split(/\s+/));

/** Of these, what has digits to press. */
const OPENED_BY_CODE: ReadonlySet<string> = new Set(
  foldText(
    'door gate garage safe vault locker lockbox padlock alarm tür haustür tor tresor alarmanlage porte portail coffre alarme puerta caja alarma portao portão cofre portone cancello cassaforte allarme deur kluis dörren porten larmet døren alarmen ovi oven hälytin hälyttimen drzwi bramy sejfu alarmu dveře dveřích dveří brány trezoru vrata vratima ajtó kapu széf riasztó ușa poarta seif двери дверь подъезде подъезда калитке воротах ворот сейфе сейфа домофоне дверях воріт вратата входа πόρτα πόρτας χρηματοκιβώτιο kapı kapıda kapının kasa kasada alarmda',
  ).split(' '),
);

/** Whether a word names something that has a password or a code of its own. */
export const isLocked = (word: string): boolean => THINGS.has(foldText(word));

const VALUE = '["\'„“«]?([^\\s"\'„“”«»()\\[\\]<>,;{}]{4,40})';
const END_OF_DIGITS = /^["'”»)]?(?:[,;.!?\n)]|$| (?:\p{L}|[–—-]))/u;
/** Opening, unlocking, protecting, and with what. */
const OPENS =
  'open\\p{L}{0,3}|unlock\\p{L}{0,3}|locked|protected|encrypted|secured|decrypt\\p{L}{0,3}|extract\\p{L}{0,3}|unzip\\p{L}{0,3}|offn\\p{L}{0,3}|geoffnet|entsperr\\p{L}{0,3}|geschutzt|verschlusselt|gesichert|entpack\\p{L}{0,3}|geht|gehen|ouvr\\p{L}{1,4}|deverrouill\\p{L}{1,3}|protege\\p{L}?|chiffre\\p{L}?|abr[eio]\\p{L}{0,3}|desbloque\\p{L}{1,3}|protegid\\p{L}|cifrad\\p{L}|destrav\\p{L}{1,3}|apr[eio]\\p{L}{0,2}|sblocc\\p{L}{1,3}|protett\\p{L}|ontgrendel\\p{L}{0,2}|beveiligd|oppna\\p{L}{0,3}|oppnes?|skyddad|krypterad|abne\\p{L}{0,2}|beskyttet|apne\\p{L}{0,2}|avaa|aukeaa|avautuu|suojattu|otwier\\p{L}{0,3}|otworz\\p{L}{0,2}|odblok\\p{L}{0,4}|zabezpiecz\\p{L}{0,3}|zahaslowan\\p{L}|otevr\\p{L}{0,3}|otvor\\p{L}{0,3}|otvar\\p{L}{0,3}|odemk\\p{L}{0,3}|zaheslovan\\p{L}|chranen\\p{L}|nyil\\p{L}{0,3}|nyit\\p{L}{0,3}|vedett|deschid\\p{L}{0,3}|debloc\\p{L}{0,4}|protejat\\p{L}?|parolat\\p{L}?|откры\\p{L}{1,6}|разблок\\p{L}{1,6}|защищ\\p{L}{1,4}|запарол\\p{L}{1,4}|відкри\\p{L}{1,6}|розблок\\p{L}{1,6}|захищ\\p{L}{1,4}|отвар\\p{L}{1,3}|отключ\\p{L}{1,3}|ανοιγ\\p{L}{1,3}|ξεκλειδ\\p{L}{1,4}|terbuka|dibuka';
const WITH = 'with|using|by|mit|per|avec|con|com|met|med|z|ze|s|se|so|sa|cu|на|с|со|з|із|по|με|dengan|pakai|ile';
const OPENED = new RegExp(
  `(?<!\\p{L})(?:${OPENS})(?: \\p{L}{1,10}){0,2}? (?:${WITH})(?: (?:the|my|our|code|pin|das|dem|le|la|el|il|o|a|kod\\p{L}{0,2}|pin\\p{L}{0,2}|key)){0,2} ${VALUE}`,
  'gu',
);
/** "mit Word77 öffnen", "use Word77 to open it". */
const OPENING = new RegExp(
  `(?<!\\p{L})(?:mit|met|med|with|use|using|type|enter|try|nimm|nutze|utilise[rz]?|usa|usar|use|gebruik|anvand|brug|bruk|uzyj|pouzij|hasznald|foloses\\p{L}{1,3}) ${VALUE} (?:to |um |pour |para |per |om |for |att |at |a |zu |auf|zu )?(?:${OPENS}|auf(?:machen|sperren)?|openen)(?!\\p{L})`,
  'gu',
);
/** The thing first, then its code: "на двери код 6641", "kapıda kod 6641", "ovi aukeaa koodilla 6641". */
const CODE_OF =
  /(?<!\p{L})(?:code|kod\p{L}{0,3}|koodi\p{L}{0,3}|код\p{L}{0,2}|cod|codul|codigo|codice|κωδικο\p{L}?)(?: is| ist| est| es| e| er| ar| on| je| to)? ["'„“«]?([0-9]{4,6}[#*]?)(?![0-9a-z:/%]|[.,-][0-9])/gu;
const NEAR = 90;

/** The name of a network, and its key: "network CafeBlue, key marigold77", "WLAN heißt Nordlicht, Schlüssel …". */
const NETWORK_KEY =
  /(?<!\p{L})(?:network|netz(?:werk)?|wi-?fi|wlan|ssid|reseau|red|rede|rete|netwerk|natverk\p{L}{0,2}|netvaerk\p{L}{0,2}|nettverk\p{L}{0,2}|verkko|siec|sit|halozat|retea\p{L}{0,2}|сет[ьи]|мереж[аі]|мрежа|δικτυο|ag)(?!\p{L})[^\n.!?]{1,40}?[ ,;/(](?:(?:and|und|et|y|e|en|och|og|ja|i|a|и|та) )?(?:the |der |die |la |le |el |il )?(?:key|schlussel|cle|clef|clave|chave|chiave|sleutel|nyckel\p{L}{0,2}|nogle\p{L}{0,2}|nokkel\p{L}{0,2}|avain|klucz|klic|kluc|kulcs|cheie|cheia|ключ|κλειδι|anahtar\p{L}{0,2}|pass|passkey|pw|code|kod|kode\p{L}?)(?: (?:on|under|auf|unter|sur|sous) \p{L}{2,4} \p{L}{3,12})?(?: (?:is|says|reads|ist|est|es|e|er|ar|on|to|je))?[ :=]{1,2}["'„“«]?([^\s"'„“”«»()[\]<>,;{}]{6,40})/gu;
/** "the wifi is sunflowerfield, all lower case". */
const SPELT =
  /(?<!\p{L})(?:wi-?fi|wlan|passphrase|password|passwort|kennwort|contrasena|clave|senha|mot de passe|mdp|wachtwoord|losenord\p{L}{0,2}|passord\p{L}{0,2}|adgangskode\p{L}?|salasana|haslo|heslo|jelszo|parola|пароль|парола)[^\n.!?]{0,32}? ["'„“«]?(\p{L}{5,24})["'”»]?,? ?\(?(?:all |alles |tout |tudo |todo |tutto |alt |allt |kaikki |wszystko |vse |все )?(?:in |en |em |z |с |med )?(?:lower ?case|small letters|one word|no spaces|kleingeschrieben|klein geschrieben|zusammengeschrieben|in einem wort|minuscules?|en un mot|tout attache|minuscula|todo junto|sin espacios|maiuscol\p{L}|minuscol\p{L}|tutto attaccato|kleine letters|aan elkaar|sma bokstaver|gemener|ihop|yhteen|pienella|malymi|razem|malymi|kisbetu\p{L}{0,3}|egybe|слитно|маленьким\p{L}?|строчн\p{L}{1,4})/gu;
/** A number keyed in near a PIN: "the PIN ends in 71 but I type 4471". */
const KEYED =
  /(?<!\p{L})(?:pin|nip|пин|пін|passcode|code pin)(?!\p{L})[^\n]{0,60}?(?<!\p{L})(?:type|typed|enter(?:ed)?|use|try|tried|tippe|eingegeben|probiert|tape|tape[er]?|mis|saisi|pongo|puse|marco|meto|digito|coloco|usei|metto|inserisco|typ|skriver|taster|slar|wpisuje|zadavam|ввожу|набираю|вводжу|yaziyorum|giriyorum) (?:in |ein |it as )?["'„“«]?([0-9]{4,6})(?![0-9a-z:/%]|[.,-][0-9])/gu;

/** Passwords told by what they open. */
export function openingPasswords({ text, folded }: Scan, findings: Finding[]): void {
  const push = (match: RegExpExecArray, accepts: (value: string, end: number) => boolean): void => {
    const said = match[1] as string;
    const start = match.index + match[0].lastIndexOf(said);
    const value = text.slice(start, start + said.length).replace(/[.:?!'’]+$/, '');
    if (!isState(value) && accepts(value, start + value.length))
      findings.push({ start, end: start + value.length, type: 'PASSWORD' });
  };
  const isNear = (match: RegExpExecArray): boolean =>
    (folded.slice(Math.max(0, match.index - NEAR), match.index + match[0].length + 32).match(/[\p{L}-]+/gu) ?? []).some(
      (word) => THINGS.has(word),
    );
  for (const pattern of [OPENED, OPENING])
    eachMatch(pattern, folded, (match) =>
      push(
        match,
        (value, end) =>
          (/^[0-9]{4,8}$/.test(value)
            ? !/^(?:19|20)[0-9]{2}$/.test(value) && END_OF_DIGITS.test(text.slice(end, end + 3))
            : chosenness(value) > 0 && /[0-9]/.test(value)) && isNear(match),
      ),
    );
  eachMatch(CODE_OF, folded, (match) => {
    const before = folded.slice(Math.max(0, match.index - 32), match.index);
    const clause = before.slice(before.search(/[^.!?;,\n]*$/u));
    if (
      (clause.match(/[\p{L}-]+/gu) ?? []).some((word) => OPENED_BY_CODE.has(word)) &&
      !opensNothing(clause + match[0])
    )
      push(match, (value) => !/^(?:19|20)[0-9]{2}$/.test(value));
  });
  eachMatch(NETWORK_KEY, folded, (match) =>
    push(match, (value) => chosenness(value) > 0 || /^\p{L}{3,}-\p{L}{3,}$/u.test(value)),
  );
  eachMatch(SPELT, folded, (match) => push(match, (value) => !/^(?:password|passwort|wifi|wlan)$/i.test(value)));
  eachMatch(KEYED, folded, (match) => push(match, (value) => !/^(?:19|20)[0-9]{2}$/.test(value)));
}
