import type { Cue } from '../cues/find-cues.ts';
import type { Finding, Scan } from '../scan.ts';
import { foldText, isUnspaced } from '../text/characters.ts';
import { isAsked, isState } from './told-passwords.ts';

const OPEN = '["\'„“«‘「『`(]';
/** A word that may be a password: letters first, without the marks that end a clause. */
const WORD = '\\p{L}[\\p{L}\\p{M}0-9_-]{2,23}';
/** The clause ends, or what follows joins a second one or a remark to it. */
const END =
  '(?=["\'”“»’」)]{0,2}(?:[,;!?،؛؟\\n]|\\.(?:\\s|$)|$|\\s[–—(/|]|\\s-\\s|\\s(?:and|but|or|und|aber|oder|et|mais|ou|y|pero|o|e|mas|ma|en|maar|of|och|men|eller|og|ja|mutta|tai|i|ale|lub|a|nebo|és|de|vagy|și|dar|sau|и|но|а|или|та|але|або|και|αλλά|ve|ama|lol|haha|thx|thanks|btw|please|pls|danke|merci|gracias|obrigad[oa]|grazie|all|alles|tout|todo|tutto|last|since|yesterday|today|before|after|again|because|which|gestern|heute|seit|hier|depuis|ayer|desde|ontem|ieri|gisteren|sinds|igår|eilen|wczoraj|včera|tegnap|вчера|сегодня|вчора|with|mit|avec|con|com|now|jetzt|eikä)(?![\\p{L}-])|\\s(?:user\\p{L}{0,4}|login|e-?mail|url|host|server|benutzer\\p{L}{0,4}|gebruiker\\p{L}{0,5}|usuario|usuário|utente|utilisateur|identifiant|użytkownik|uživatel|käyttäjä\\p{L}{0,6}|användar\\p{L}{1,5}|bruker\\p{L}{0,4}|bruger\\p{L}{0,4}|felhasználó|utilizator|пользователь|логин|користувач|логін|kullanıcı)\\s?[:=]))';
/** Words that stand between the name and what joins it to the value: "for the router", "de antes", "vom Gast-WLAN". */
const BETWEEN =
  "(?:\\s(?!\\p{L}{0,12}(?:field|feld|champ|campo|page|seite|policy|reset|link|manager|hash|algorithm|scheme|encod|length|type|strength|expir|complex|history|entropy|salt|rule|format))[\\p{L}\\p{M}0-9’'/_-]{1,16}){0,5}?";
const IS =
  "is set to|was set to|has been set to|ist auf|ist gesetzt auf|est mis à|est réglé sur|está en|è impostata su|staat op|är satt till|er satt til|er sat til|jest ustawione na|je nastaveno na|is|was|be|been|stays|ist|war|lautet|est|était|etait|c[’']est|c[’']était|es|era|sigue siendo|é|è|foi|fue|is nog|luidt|är|var|er|on|oli|to|jest|było|było to|je|bylo|az|este|е|беше|είναι|ήταν|это|был|было|це|був|=";
const FILLER =
  '(?:set to|gesetzt auf|satt til|sat til|satt till|ustawione na|nastaveno na|ingesteld op|just|literally|still|always|simply|only|actually|now|currently|once|the word|einfach|immer noch|noch|nur|jetzt|immer|toujours|juste|simplement|encore|siempre|todavía|simplemente|sempre|apenas|só|ainda|ancora|solo|semplicemente|nog steeds|nog|altijd|gewoon|gewoon nog|alltid|bara|fortfarande|stadig|bare|fortsatt|altid|edelleen|vain|aina|zawsze|nadal|po prostu|pořád|stále|vždy|mindig|még|csak|tot|mereu|doar|просто|всегда|ещё|еще|все еще|просто|πάντα|ακόμα)';

const LINKED = new RegExp(
  `^["'”»]?${BETWEEN}\\s((?:has|had|have) (?:always )?been|${IS})\\s(?:${FILLER}\\s){0,2}${OPEN}?(${WORD})${END}`,
  'iu',
);
/** Some names of passwords end with the verb: "lösenordet är", "hasło to". */
const AT_ONCE = new RegExp(`^\\s(?:${FILLER}\\s){0,2}${OPEN}?(${WORD})${END}`, 'iu');
const ENDS_LINKED = new RegExp(`\\s(${IS})$`, 'iu');
/** "passwords: marigold", "pwd - marigold", "pw→marigold". */
const MARKED = new RegExp(
  `^["'”»]?(?:\\s(?:for|of|to|without quotes|für|fürs|zum|vom|von|de|del|du|da|do|dla|od|k|na|pour|para|per|pentru|voor|van|till|til|до|для|от|від|за)${BETWEEN})?\\s?(?::|=|->|=>|→|–|—|\\s-)\\s?${OPEN}?(${WORD})${END}`,
  'iu',
);
/** What the sentence set it to: "changed the password to marigold", "troquei a senha para calendula". */
const SETS =
  /(?:chang|sett?(?:ing)?|reset|updat|switch|rotat|made|make|cambi|puse|puso|pusi|troc|troqu|mud(?:ei|ou|ar)|alter(?:ei|ou|ar)|coloc|mis|impost|messo|verander|gewijzigd|zmien|zmeni|ustawi|nastavi|schimb|смен|помен|постав|измен|змін|alterad|bytt|byttet|skift|endr|andra|vaihd|degistir|yap)\p{L}{0,6}(?:\s[\p{L}’']{1,12}){0,3}\s$/u;
const TO = new RegExp(
  `^${BETWEEN}\\s(?:back )?(?:to|as|into|a|para|pour|por|par|in|con|naar|in|na|till|til|i|на|în|ke|menjadi)\\s${OPEN}?(${WORD})${END}`,
  'iu',
);
/** Latin letters behind a name in another script are no word of its language: "رمز Zaferan-e-Ghaen". */
const FOREIGN = new RegExp(
  `^\\s?[:：]?\\s(?:(?:القديمة|الجديدة|المؤقتة|القديم|الجديد|المؤقت|الحالية|الحالي|قدیمی|جدید|موقت|הישנה|החדשה|הזמנית|новый|новая|старый|старая|временный|новата|старата|παλιός|νέος|προσωρινός|पुराना|नया|هو|هي|من|است|היא|הוא|है|это|е|є|είναι|ми е|мой|моя|мне)\\s)?${OPEN}?((?!(?:wi-?fi|wlan|vpn|sms|otp|pin|email|gmail|mail|windows|android|iphone|apple|google|facebook|instagram|telegram|whatsapp|viber|admin|user|login|app|web|server|error|reset|ok)(?![a-z]))[A-Za-z][A-Za-z0-9._-]{4,40})(?=[\\s"'”»,.;!)،؛؟]|$)`,
  'iu',
);
/** The same behind what it is for: "пароль від кабінету chereshnya". */
const FOREIGN_OF =
  /^\s(?:\p{Script=Cyrillic}{2,16}\s){1,2}["„“«]?((?!(?:wi-?fi|wlan|vpn|sms|gmail|mail|outlook|google|facebook|instagram|telegram|whatsapp|viber|admin|windows|android|iphone)(?![a-z]))[a-z][a-z0-9._-]{4,40})(?=["”»]?(?:[\n,;!)]|\.(?:\s|$)|$|\s(?:не|и|а|но|і|але)\s))/u;
/** A password for the time being, and that it does not work. */
const FAILING = new RegExp(
  `^\\s${OPEN}?(${WORD})(?=["'”»]?\\s(?:does|doesn|did|is not|isn|no longer|won|werkt|funktioniert|geht|klappt|ne |no |não|non|virker|fungerar|fungerer|ei |nie |nefung|nem |nu |не |ne |çalış|wird|was|wurde))`,
  'iu',
);
/** Languages that need no "is": "мой пароль ласточка не подходит", "a jelszavam fecske és nem jó". */
const BARE = new RegExp(
  `^\\s${OPEN}?(?!(?:больше|уже|ещё|еще|почему|все|всё|тоже|снова|опять|вообще|теперь|сейчас|вчера|сегодня|давно|просто|точно|явно|вдруг|пока|никак|никогда|сам|система|сайт|приложение|больше|вже|ще|досі|чомусь|теж|знову|тепер|зараз|вчора|сьогодні|давно|просто|точно|поки|már|még|most|sem|egyszerűen|valamiért|tegnap|ma|továbbra|sajnos|is|се|вече|още|също|пак|сега|вчера|днес|нещо)(?![\\p{L}])|(?:для|от|на|к|в|до|від|по|при|и|і|за|az|a)\\s)(${WORD})["'”»]?(?=,? (?:(?:и|і|és|а|але|но|почему-то|чомусь|больше|вже|уже|már) )?(?:не|nem)\\s)`,
  'iu',
);
const OWN = /(?:^|[^\p{L}])(?:мои|міи|моя|наш|мою|твои|старыи|новыи|старии|новии|a|az|моята)\s$/u;
/** A few words between commas, of which the sentence says that they do not open: "le mot de passe, chat perché, ne …". */
const SET_OFF =
  /^, ?["'„“«]?(\p{L}[\p{L}\p{M}0-9'’-]{2,20}(?: [\p{L}\p{M}0-9'’-]{1,20}){0,2})["'”»]?, (?:does|doesn|did|is not|isn|no longer|won|was|stopped|gets|keeps|werkt|funktioniert|geht|klappt|wird|ist|war|stimmt|n[e'’]|est|ya no|no |não|deixou|non|virker|fungerar|fungerer|toimi|ei |nie |przesta|ne |nefung|přest|nem |nu |не |больше|перестал|δεν|çalış|olmuyor|tidak|không)/iu;
/** Several words in quotes, one of them with a digit or none that speaks of states: `password "Zebra 9 lives"`. */
const QUOTED =
  /^(?:\s(?:is|was|ist|war|est|es|era|é|è|er|är|on|to|je|:))?\s?[:=]?\s?["„“«](?=[^"”“»\n]{0,40}[0-9])([^"”“»\n]{4,40})["”“»](?!\s?[:=])/u;
const QUOTED_PHRASE =
  /^(?:\s(?:is|was|ist|war|est|es|era|é|è|er|är|on|to|je))?\s?[:=]?\s?["„“«]([^"”“»\n]{6,60})["”“»](?!\s?[:=])/u;
/** The log-in before, the password behind and nothing else: "user jdoe pwd qwerty". */
const WHO =
  /(?:^|[^\p{L}])(?:user|username|login|log in|id|usr|nr|nummer|number|kundennummer|номер|benutzer|nutzer|usuario|utilisateur|identifiant|utente|gebruiker|anvandare|bruker|bruger|kayttaja|uzytkownik|uzivatel|felhasznalo|utilizator|пользователь|логин|потребител|користувач|χρηστης|kullanici|account|konto|compte|cuenta|conta|inlog|inlognaam|gebruikersnaam|benutzername|anmeldename|brukernavn|brugernavn|anvandarnamn|kayttajatunnus|tunnus|kasutajanimi|korisnicko ime|uporabnisko ime|lietotajvards|ssid|netzwerk|network|zip|pdf|rar|excel|file|archive|datei|archiv|keepass)\s?[:=]?\s?(?:as |with |als |como |come |som |jako )?[^\s,;:]{2,40}[,;/|]?\s{1,2}$/u;
/** Words and a number, alone behind the colon: "password : orange tree 77". */
const OWN_LINE = /^\s?[:=]\s{1,3}((?:\p{L}{2,12} ){1,4}[0-9]{1,6}[!?#*]?)(?=\s?(?:\n|$))/u;
/** A value of another kind before: an address, a number. */
const VALUE_BEFORE =
  /(?:[0-9][0-9a-z.-]{6,24}|@[\w.-]{4,40}|[a-z]{2,8}[0-9]{2}[0-9a-z]{6,20}),? (?:and |und |et |y |e |the |das |le |la |il |a )?$/u;
/** Beside a log-in, and in the second of two cells. */
const BESIDE = new RegExp(`^\\s${OPEN}?(${WORD})(?=\\s?(?:[,;\\n]|\\.(?:\\s|$)|$))`, 'iu');
const CELL = new RegExp(`^(?:\\t| ?\\| ?)${OPEN}?(${WORD})(?= ?(?:\\|? ?$|\\|? ?\\n(?! ?\\|? ?:?-)))`, 'iu');

/** How adjectives, participles and verbs end that say of a password how it is, by what joins them to it. */
const SAYS_HOW: readonly (readonly [link: RegExp, ending: RegExp])[] = [
  [
    /^(?:is|was|be|stays|.*been)$/i,
    /(?:ed|ing|able|ible|ive|ous|ful|less|ant|ent|ary|ory|ly|ical|ional|al|en|n['’]t|ig|lijk|baar)$/i,
  ],
  [/^(?:ist|war|lautet)$/i, /(?:t|en|lich|ig|bar|isch|los|er|em|es)$/i],
  [
    /^(?:est|était|etait|c.est|c.était|es|era|sigue siendo|é|è|foi|fue|este|e)$/i,
    /(?:ad[oa]s?|id[oa]s?|ct[oa]|os[oa]|ble|iv[oa]|ório|ória|ori[oa]|ée?s?|ie?s|eux|euse|at[oa]|ut[oa]|tt[oa]|it[ăa]|at[ăa]|at|it|i[cg][oa]|nte|al|ais|if|ive|ant|ent|aire|ique|able)$/i,
  ],
  [/^(?:är|var|er|is nog|luidt)$/i, /(?:ad|at|et|en|t|ig|igt|bar|bart|lig|ligt|sk|ne|te|et|d)$/i],
  [/^(?:on|oli)$/i, /(?:n[uy]t|t[uy]|llinen|t[oö]n|v[aä]|k[oö]s?|in)$/i],
  [/^(?:to|jest|było|było to|je|bylo|az)$/i, /(?:n[eyiaoé]|w[eya]|t[eyao]|ł[oya]|l[oya]|[ýáé]|ch|m)$/i],
  [
    /^(?:е|беше|είναι|ήταν|это|был|было|це|був)$/iu,
    /(?:н[аоеия]?|ен|ный|ная|ное|тся|лась|лся|ся|ний|ая|ий|ый|ος|η|ο)$/iu,
  ],
];
/** Nouns that say of a password what it is to somebody: "ist Pflicht", "war Mist". */
const NOUN =
  /^(?:Pflicht|Standard|Unsinn|Quatsch|Mist|Schrott|Geheimsache|Geheimnis|Fehlanzeige|Thema|Teil|Grund|Ursache|Problem|Schuld|Absicht|Vorschrift|Vorgabe|Privatsache|Chefsache|Voraussetzung|Bedingung|Bestandteil|Sache|Zufall|Blödsinn|Murks|Käse|Text|Klartext|Groß\p{L}*|Klein\p{L}*|Ihnen|Ihr\p{L}*|Sie)$/u;
/** A noun of German has a capital: no participle of it says how a password is. */
const isGermanNoun = (link: string, value: string): boolean =>
  /^(?:ist|war|lautet)$/i.test(link) && /^\p{Lu}\p{Ll}{4,}$/u.test(value) && !NOUN.test(value);
const saysHow = (link: string, value: string): boolean =>
  !isGermanNoun(link, value) && SAYS_HOW.some(([joins, ending]) => joins.test(link) && ending.test(value));

/** Of these, a few characters show a made-up word whatever its ending. */
const MADE_UP =
  /^(?:letmein|qwert[yz]\w*|azerty\w*|iloveyou|trustno1|changeit|welcome|sunshine|princess|dragon|monkey|football|baseball|shadow|superman|batman|admin|root|toor|calvin|tiger|scott|guest|default|passwo?rt|password|raspberry|abc|hunter|test|demo|asdf\w*|zxcv\w*|1q2w\w*|liverpool|arsenal|chelsea|barcelona|juventus|flamengo|corinthians|galatasaray|fenerbahce|besiktas)$/i;

const isPlain = (value: string, link: string): boolean =>
  !isState(value) &&
  (MADE_UP.test(value) || (value.length > (/[0-9]/.test(value) ? 2 : 3) && !saysHow(link, value))) &&
  !/^[A-Z]{2,6}$|^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+$/.test(value) &&
  !/^(?:username|email|account|ssid|login|code|error|https?|null|true|false|wifi|wlan|vpn|sso|ldap|expire|rotate|change)$/i.test(
    value,
  );

const found = (start: number, value: string): Finding => ({ start, end: start + value.length, type: 'PASSWORD' });

/** An ordinary word said to be the password, where the clause ends with it: "the wifi password is sunflowers". */
export function plainPassword(scan: Scan, cue: Cue): Finding | undefined {
  const { text, folded } = scan;
  if (isUnspaced(text.charCodeAt(cue.end - 1)) || /^[-_\p{L}\p{N}]/u.test(text.slice(cue.end, cue.end + 1)))
    return undefined;
  const after = text.slice(cue.end, cue.end + 100);
  const quoted = QUOTED.exec(after);
  if (quoted && !(quoted[1] as string).split(/\s/).some((word) => isState(word)))
    return found(cue.end + quoted[0].length - (quoted[1] as string).length - 1, quoted[1] as string);
  const phrase =
    /(?:phrase|satz|frase|zin|fras|fraza|фраза|φραση)$/u.test(folded.slice(cue.start, cue.end)) &&
    QUOTED_PHRASE.exec(after);
  if (phrase && !(phrase[1] as string).split(/\s/).some((word) => isState(word) || SAYS.has(foldText(word))))
    return found(cue.end + phrase[0].length - (phrase[1] as string).length - 1, phrase[1] as string);
  const ownLine = OWN_LINE.exec(after);
  if (ownLine && !(ownLine[1] as string).split(' ').some((word) => isState(word) || SAYS.has(foldText(word))))
    return endOf(cue, ownLine, ownLine[1] as string);
  const setOff = SET_OFF.exec(after);
  if (
    setOff &&
    !foldText(setOff[1] as string)
      .split(' ')
      .some((word) => SAYS.has(word) || isState(word))
  )
    return found(cue.end + setOff[0].indexOf(setOff[1] as string), setOff[1] as string);
  const linked = LINKED.exec(after);
  if (linked && isPlain(linked[2] as string, linked[1] as string)) return endOf(cue, linked, linked[2] as string);
  const link = ENDS_LINKED.exec(text.slice(cue.start, cue.end))?.[1];
  const atOnce = link === undefined ? null : AT_ONCE.exec(after);
  if (atOnce && isPlain(atOnce[1] as string, link as string)) return endOf(cue, atOnce, atOnce[1] as string);
  const patterns = [MARKED, CELL];
  if (SETS.test(folded.slice(Math.max(0, cue.start - 40), cue.start))) patterns.push(TO);
  if (
    /temp|tijdel|provis|tymczas|docas|ideigl|väliaik|valiaik|midlert|tillfal|времен|тимчас|initial|start|gecici|default|defaut|defecto|padrao|standaard|domyslne/.test(
      folded.slice(cue.start, cue.end),
    )
  )
    patterns.push(FAILING);
  if (/[^\u0020-\u024f]/.test(text.slice(cue.start, cue.end))) patterns.push(FOREIGN);
  if (/ (?:от|від|до|для|на|за|к)$/u.test(text.slice(cue.start, cue.end))) patterns.push(FOREIGN_OF);
  const before = folded.slice(Math.max(0, cue.start - 64), cue.start);
  if (OWN.test(before)) patterns.push(BARE);
  if (WHO.test(before) || VALUE_BEFORE.test(before)) patterns.push(BESIDE);
  for (const pattern of patterns) {
    const match = pattern.exec(after);
    const value = match?.[1];
    if (match && value && isPlain(value, '')) return endOf(cue, match, value);
  }
  return undefined;
}

const endOf = (cue: Cue, match: RegExpExecArray, value: string): Finding =>
  found(cue.end + match[0].length - value.length, value);

/** Four words and more behind the name of a pass phrase and a colon. */
const PHRASE =
  /^["'”»]?(?:\s[\p{L}’'-]{1,12}){0,4}?(?:\s(?:is|was|ist|lautet|est|es|é|è|är|er|on|to|jest|je|luidt)|\s?[:=])\s{1,2}["'„“«]?((?:\p{L}[\p{L}\p{M}'-]{1,14}[ -]){3,11}\p{L}[\p{L}\p{M}'-]{1,14})(?=["'”»]?\s?(?:[.,;)\n]|$))/iu;
/** Two or three small words that fill the rest of a line: "Password: blue kettle train". */
const WORDS_ALONE = /^["'”»]?\s?[:=]\s{1,2}["'„“«]?((?:\p{Ll}{3,14} ){1,2}\p{Ll}{3,14})["'”»]?(?=\s?(?:\n|$))/u;
const SAYS = new Set(
  foldText(
    'is was are were has have had not does did can will must should would no longer still never again please i we you he she they it my the ist war sind nicht wird wurde kann muss bitte ich wir der die das est pas ne je vous le la es no se el está una que não é o não ik je het niet een det är inte jag er ikke ei se nie jest to není je nem a nu este не это я мы',
  ).split(' '),
);

const VERBS = new Set(
  'is was are were has had not does did can will must should would please ist sind nicht wird wurde kann muss bitte est pas es no nao non niet een inte ikke ei nie neni nem nu не'.split(
    ' ',
  ),
);

/** Pass phrases of several ordinary words, and words before "is the passphrase". */
export function plainPhrase(scan: Scan, cue: Cue): Finding | undefined {
  const { text, folded } = scan;
  const after = text.slice(cue.end, cue.end + 180);
  const match = PHRASE.exec(after) ?? WORDS_ALONE.exec(after);
  if (!match || isAsked(scan, cue, match[1] as string)) return undefined;
  const value = match[1] as string;
  const words = foldText(value).split(/[ -]/);
  const isPhrase = /(?:phrase|satz|frase|zin|fras|fraza|фраза|φραση)$/u.test(folded.slice(cue.start, cue.end));
  const alone =
    isPhrase &&
    /^\s?:/.test(after) &&
    !isState(words[0] as string) &&
    /^\s?(?:\n|$)/.test(after.slice(match[0].length));
  if (
    words.some((word) => (alone ? VERBS : SAYS).has(word) || (words.length < 4 && isState(word))) ||
    folded.slice(cue.start, cue.end).length < 4
  )
    return undefined;
  return found(cue.end + match[0].length - value.length, value);
}
