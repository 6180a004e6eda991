import type { Cue } from '../cues/find-cues.ts';
import type { Finding, Scan } from '../scan.ts';
import { foldText, isUnspaced } from '../text/characters.ts';

/** What is said of a password and is none: states, rules, fields and fillers. */
const STATES = new Set(
  foldText(`
    required optional mandatory missing empty blank wrong incorrect invalid expired expiring changed reset resetted weak strong short long correct right valid same different new old unknown known forgotten lost hidden visible saved stored shared rejected accepted refused denied blocked locked disabled enabled protected encrypted encoded hashed masked redacted sent received asked requested needed necessary set unset updated generated temporary permanent case sensitive insensitive secret working fine okay good bad broken correctly being not never always still also already again only just now then here there this that these those what which who when where why how very too more less minimum maximum at least most only one two three four five six seven eight nine ten twelve sixteen characters letters digits field page screen form link mail email box prompt policy rule manager vault hint reminder test demo sample example question questions answer answers please help thanks hello yes no none nothing null true false undefined never entered typed visible unavailable available supported written displayed shown verified confirmed allowed forbidden identical equal compromised leaked breached unchanged mine yours his hers theirs ours must should outdated outstanding unreadable compliant truncated unique stale gone irrelevant plaintext safe secure insecure public private default there back random complex simple easy hard difficult ready active inactive pending live online offline confidential personal today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday due over under both either neither whatever something anything nothing everything another fresh broken gone lost ago soon later entry change recovery sync expiry rotation update input request strength length format storage hash protection authentication verification management complexity history generator autofill notification rules field fields policies ago soon later exactly clearly obviously apparently supposedly allegedly really unknown issue problem wrong reject fail failed fails failing error errors bug question trouble login logon username user account admin portal system server service support agent customer client team staff security sensitive policy below above attached following minimum maximum length me us him her them you it they we i he she
    falsch richtig korrekt ungültig gültig abgelaufen geändert zurückgesetzt gesperrt vergessen verloren leer erforderlich notwendig nötig pflicht optional fehlt fehlerhaft unbekannt bekannt neu alt gleich identisch zu kurz lang schwach sicher unsicher gespeichert hinterlegt nicht kein keine immer noch auch schon wieder nur jetzt dann hier da mindestens höchstens zeichen feld seite maske link angeblich sichtbar versteckt verschlüsselt vergeben gesetzt eingegeben abgelehnt akzeptiert bestätigt geschickt zugeschickt gesendet dasselbe derselbe so wie was warum bitte danke ja nein doch aber und oder ein eine der die das
    incorrect incorrecte faux fausse erroné erronée invalide expiré expirée changé changée modifié modifiée réinitialisé réinitialisée oublié oubliée perdu perdue vide obligatoire requis requise facultatif manquant inconnu inconnue connu bon bonne mauvais mauvaise trop court courte long longue faible fort refusé refusée accepté bloqué bloquée enregistré affiché masqué caché visible identique différent nouveau nouvelle ancien ancienne pas plus jamais toujours encore aussi déjà seulement maintenant ici là au moins minimum caractères champ page lien merci bonjour oui non que quoi comment valide correct correcte le la les un une
    incorrecto incorrecta inválido inválida errónea erróneo caducado caducada cambiado cambiada olvidado olvidada vacío vacía obligatorio obligatoria requerido requerida opcional falta desconocido correcta correcto válida válido nueva nuevo vieja viejo igual misma mismo distinta débil fuerte corta larga bloqueada bloqueado guardada enviada restablecida rechazada aceptada no nunca siempre todavía aún también ya sólo solo ahora aquí ahí mínimo al menos caracteres campo página enlace gracias hola sí el la los las un una muy más menos que
    incorreta incorreto errada errado expirada expirou alterada trocada esquecida perdida vazia vazio obrigatória obrigatório inválido fraca forte curta longa bloqueada salva enviada redefinida rejeitada aceita não sim sempre ainda também já só agora aqui nova novo antiga mesma igual diferente mínimo caracteres campo página obrigado obrigada
    errata errato sbagliata sbagliato scaduta scaduto cambiata cambiato modificata dimenticata persa vuota vuoto obbligatoria obbligatorio richiesta opzionale mancante sconosciuta giusta giusto corretta corretto valida valido debole forte corta lunga bloccata salvata inviata reimpostata rifiutata accettata non mai sempre ancora anche già solo ora adesso qui nuova vecchia stessa uguale diversa almeno minimo caratteri campo pagina grazie ciao sì
    verkeerd onjuist fout ongeldig geldig verlopen gewijzigd veranderd gereset vergeten kwijt leeg verplicht vereist optioneel ontbreekt onbekend goed juist nieuw oud hetzelfde zelfde anders zwak sterk kort lang geblokkeerd opgeslagen verstuurd geweigerd geaccepteerd niet nooit altijd nog ook al alleen nu hier daar minimaal minstens tekens veld pagina bedankt ja nee wel
    fel felaktigt ogiltigt giltigt utgånget ändrat bytt återställt glömt borta tomt obligatoriskt krävs saknas okänt rätt nytt gammalt samma svagt starkt kort långt låst sparat skickat nekat godkänt inte aldrig alltid fortfarande också redan bara nu här där minst tecken fält sida tack ja nej ok
    forkert feil ugyldig gyldig udløbet utløpt ændret endret skiftet byttet nulstillet tilbakestilt glemt væk borte tom tomt påkrævet påkrevd obligatorisk mangler ukendt ukjent rigtig riktig ny nyt nytt gammel gammelt samme svag svak stærk sterk låst gemt lagret sendt afvist avvist godkendt godkjent ikke aldri aldrig altid alltid stadig fortsatt også allerede kun bare nå her der mindst minst tegn felt side tak takk nej nei
    väärä virheellinen oikea vanhentunut vaihdettu muutettu nollattu unohtunut unohdettu hukassa tyhjä pakollinen puuttuu tuntematon uusi vanha sama heikko vahva lyhyt pitkä lukittu tallennettu lähetetty hylätty hyväksytty ei koskaan aina vielä myös jo vain nyt tässä vähintään merkkiä kenttä sivu kiitos joo
    błędne niepoprawne nieprawidłowe poprawne ważne nieważne wygasło zmienione zresetowane zapomniane puste wymagane opcjonalne brak nieznane nowe stare takie samo inne słabe silne krótkie długie zablokowane zapisane wysłane odrzucone nie nigdy zawsze nadal wciąż też już tylko teraz tu tutaj minimum znaków pole strona dzięki tak jest
    špatné nesprávné chybné platné neplatné vypršelo změněno změněné resetováno zapomenuto prázdné povinné chybí neznámé nové staré stejné slabé silné krátké dlouhé zablokované uloženo odesláno ne nikdy vždy stále také už jen teď tady minimálně znaků pole stránka díky ano nesprávne správne prázdny povinný chýba zmenené
    rossz hibás helyes érvényes érvénytelen lejárt megváltozott elfelejtett üres kötelező hiányzik ismeretlen új régi ugyanaz gyenge erős rövid hosszú zárolt mentett nem soha mindig még már csak most itt legalább karakter mező oldal köszönöm igen
    greșită greșit incorectă corectă expirată schimbată resetată uitată goală obligatorie lipsă necunoscută nouă veche aceeași slabă puternică scurtă lungă blocată salvată trimisă nu niciodată mereu încă deja doar acum aici minim caractere câmp pagină mulțumesc da
    неверный неправильный правильный верный недействителен истек истёк изменен изменён сброшен забыт забыла забыл пустой пуст обязателен обязательно требуется отсутствует неизвестен новый старый тот же такой слабый сильный короткий длинный заблокирован сохранен отправлен отклонен не никогда всегда еще ещё тоже уже только сейчас теперь здесь минимум символов поле страница спасибо да нет подходит работает вводится принимает хранится невірний неправильний правильний прострочений змінений скинутий забутий порожній обовязковий потрібен відсутній новий старий слабкий ні ще також вже тільки зараз тут дякую так
    грешна грешен невалидна изтекла сменена забравена празна задължителна липсва нова стара същата слаба няма погрешна промењена истекла pogrešna pogrešno istekla promenjena zaboravljena prazna obavezna nova stara ista slaba nije napačno poteklo spremenjeno pozabljeno prazno obvezno novo staro
    λάθος σωστός σωστό έληξε άκυρος άκυρο κενό κενός υποχρεωτικό υποχρεωτικός νέος παλιός ίδιος αδύναμος δεν ποτέ πάντα ακόμα ακόμη επίσης ήδη μόνο τώρα εδώ τουλάχιστον χαρακτήρες πεδίο σελίδα ευχαριστώ ναι όχι
    yanlış hatalı doğru geçersiz geçerli süresi değişti değiştirildi sıfırlandı unuttum unutuldu boş zorunlu gerekli eksik bilinmiyor yeni eski aynı zayıf güçlü kısa uzun kilitli kaydedildi gönderildi değil asla hâlâ hala henüz yine de da sadece şimdi burada minimum karakter alan sayfa teşekkürler evet hayır
    שגויה נכונה שגוי נכון פגה ריקה חובה חסרה חדשה ישנה אותה לא תמיד עדיין גם כבר רק עכשיו כאן לפחות تسجيل خطأ غلط خاطئة صحيحة منتهية فارغة مطلوبة مطلوب جديدة قديمة نفس ليس لا دائما أيضا فقط الآن هنا اشتباه غلطه درست منقضی خالی الزامی جدید قدیمی نیست است
    गलत सही अमान्य समाप्त खाली आवश्यक नया पुराना वही नहीं हमेशा अभी भी केवल यहाँ sai đúng hết hạn trống bắt buộc mới cũ không luôn vẫn cũng chỉ salah benar kedaluwarsa kosong wajib baru lama sama lemah kuat tidak selalu masih juga hanya sekarang mali tama bago luma pareho hindi
    vergeet terlupa limesahaulika nimesahau ununes unustasin unustatud aizmirsta aizmirsu pamirštas pamiršau pamiršta pamirštu மறந்துவிட்டது
  `)
    .trim()
    .split(/\s+/),
);

/** What joins a code word and its name: "is", "lautet", "sigue siendo". */
const LINK =
  'is|was|be|still|reads|says|called|ist|war|lautet|lautete|heisst|heißt|hieß|hiess|bleibt|est|c.est|etait|était|reste|es|era|sigue siendo|sera|e|é|è|era|foi|resta|is nog|luidt|was|ar|är|var|va|er|on|oli|to|jest|brzmi|było|je|bylo|znie|zní|az|este|era|е|беше|είναι|ήταν|это|был|было|це|було|olan|hala|hâlâ|היא|היה|هو|هي|كان|كانت|است|ہے|تھا|है|था|la|là|adalah|ialah|ni|ay';
const OPEN = '"„“”«‘「『`';
const WORD = `[\\p{L}\\p{M}0-9][^\\s,.;:!?()${OPEN}’」』»]{2,31}`;
const QUOTED = new RegExp(
  `^[^\\n.!?;:${OPEN}]{0,28}[:=]?\\s{0,2}(?:[${OPEN}']|(?<=\\s)["«]\\s)([^\\s${OPEN}’」』»][^\\n${OPEN}’」』»]{1,38}[^\\s${OPEN}’」』»])(?:["“”»’」』\`']|\\s["»])`,
  'u',
);
const LINKED = new RegExp(
  `^["'”»]?(?:,?[ ][\\p{L}\\p{M}’'-]{1,16}){0,4}?(?:\\s?[:=→]|\\s[-–—]|,?\\s(?:${LINK}))\\s{1,2}["'„“«]?(${WORD}(?:[ ]${WORD}){0,4})`,
  'iu',
);
/** What stands behind a colon at the end of what is said about it. */
const BEHIND = new RegExp(`^[^\\n.!?:]{4,64}:\\s["'„“«]?(${WORD})(?=[\\s,.;!?)»"”]|$)`, 'u');
const BESIDE = new RegExp(
  `^\\s(${WORD}(?<=^\\s\\p{Lu}\\S{2,32})(?: \\p{Lu}[\\p{L}\\p{M}’'-]{1,20}){1,3}|${WORD})(?=[,.;:!?)\\n"”]|$| [-–—]| (?:not|is|was|does|doesn|isn|nicht|wird|n[’']est|ne|no|non|não|nie|не|niet|inte|ikke|ei|nem|nu)(?!\\p{L}))`,
  'u',
);
/** What a question asks for is no answer to it: "security question: name of your first pet". */
const QUESTION =
  /question|frage|pregunta|pergunta|domanda|vraag|pytanie|otazk|kerdes|intrebare|fraga|sporsmal|sporgsmal|kysymys|вопрос|питання|въпрос|ερωτησ|soru/u;
const ASKED =
  /^(?:answer|antwort|svar|reponse|respuesta|resposta|risposta|odpov|ответ|відповід|отговор|valasz|cevab|vastaus|raspuns|name|what|which|who|where|when|how|mother|father|first|favou?rite|city|town|maiden|pet|welche|was|wie|wo|wer|geburts|lieblings|madchen|erste|quel|nom|ou|ville|premi|cual|nombre|donde|ciudad|primer|qual|nome|onde|dove|cidade|wat|welke|naam|waar|geboorte|как|кличк|имя|девич|где|город|перв|люби|jak|imie|nazwisk|jmen|rodn|hva|vad|hvad)/u;
const PHRASE =
  /phrase|satz|zin$|lause|frase|frază|фраза|fraza|φράση|wachtzin|lösenfras|jelmondat|عبارة|word$|wort$|mot|palabra|palavra|parola|slovo|słowo|hasło|слово/u;
/** "all lower case", "klein geschrieben", "todo en minúscula". */
const REMARK =
  /^,? ?\(?(?:all |alles |tout |todo |tutto |alt |allt |kaikki |wszystko |vše |все |всё |mind |tot |hepsi )?(?:in |en |em |i |med |z |mit |con |com |avec |с |με )?(?:lower ?case|upper ?case|small letters|capital|caps|no spaces|one word|klein|gro(?:ß|ss)|zusammen|ohne leer|kleinbuchst|minuscule|majuscule|attach|min[uú]scul|may[uú]scul|todo junto|minuscol|maiuscol|tutto attaccato|ma[ií]uscul|tudo junto|kleine letter|hoofdletter|aan elkaar|små bokst|stor bokst|stort|små|pien|iso|yhteen|mał|duż|wielk|razem|mal[ýé]|velk|kisbet|nagybet|egybe|liter[ea] mic|маленьк|больш|строчн|слитно|заглавн|малими|μικρ|κεφαλαί|küçük|büyük|bitişik)/iu;

/** Whether the first word says how a password is, and is not one. */
export const isState = (value: string): boolean => STATES.has(foldText(value.split(/[\s|:-]/)[0] as string));

const found = (start: number, value: string): Finding => ({ start, end: start + value.length, type: 'PASSWORD' });

/** Whether it is the question that stands behind its name, and not the answer. */
export const isAsked = ({ folded }: Scan, { start, end }: Cue, said: string): boolean =>
  QUESTION.test(folded.slice(start, end)) && ASKED.test(foldText(said));
/** An answer in a script without spaces: 密保答案是旺财, 秘密の質問の答えはポチです. */
const UNSPACED =
  /^(?:的?答案|の答え)?[是为為は은는]?[:：]?\s?["「『“]?((?!不|错|錯|空|没|未|已|违|違|間違|忘|何|わか|틀|없|모)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}]{2,12}?)(?=です|でした|[\s。，、」』”.,!！]|입니다|$)/u;

/** What is said after a name for code words and answers: one ordinary word, a few in quotes, a whole pass phrase. */
export function cuedCodeWord(scan: Scan, cue: Cue): Finding | undefined {
  const { text } = scan;
  const after = text.slice(cue.end, cue.end + 110);
  const quoted = QUOTED.exec(after);
  if (quoted && !isState(quoted[1] as string) && isTold(quoted[0], quoted[1] as string))
    return found(cue.end + quoted[0].lastIndexOf(quoted[1] as string), quoted[1] as string);
  const unspaced = isUnspaced(text.charCodeAt(cue.end - 1)) ? UNSPACED.exec(after) : null;
  if (unspaced && /[是为為は은는:：]/.test(unspaced[0].slice(0, -(unspaced[1] as string).length)))
    return found(cue.end + unspaced[0].length - (unspaced[1] as string).length, unspaced[1] as string);
  const proper = /^(?:code ?word|safe ?word|pass ?phrase)$/.test(scan.folded.slice(cue.start, cue.end))
    ? /^\s(\p{Lu}\p{Ll}{3,20})(?=\s\p{Ll})/u.exec(after)?.[1]
    : undefined;
  if (proper && !isState(proper)) return found(cue.end + 1, proper);
  const linked = LINKED.exec(after);
  const beside = BESIDE.exec(after)?.[1];
  const plural = scan.folded.slice(cue.start, cue.end).includes(' ');
  const stands = beside && plural && beside.length > 3 && !isState(beside);
  if (linked && !(stands && /^[,.;!?)]|^: \p{Ll}+ \p{Ll}/u.test(after.slice(beside.length + 1)))) {
    const at = cue.end + linked[0].length - (linked[1] as string).length;
    const value = cut(scan, cue, linked[1] as string, after.slice(linked[0].length));
    const asked = isAsked(scan, cue, linked[1] as string);
    if (value && !asked && !isState(value)) return found(at, value);
  }
  if (stands) return found(cue.end + 1, beside);
  const behind = BEHIND.exec(after);
  return behind && !isState(behind[1] as string)
    ? found(cue.end + behind[0].length - (behind[1] as string).length, behind[1] as string)
    : undefined;
}

/** A whole phrase where it ends with the clause, or else its first word where that does not go on. */
function cut({ folded }: Scan, cue: Cue, said: string, after: string): string | undefined {
  const words = said.split(' ');
  const ends = /^\s?(?:[,.;:!?)\n"”»—–-]|$)/.test(after);
  if (words.length === 1) return ends || said.length > 4 ? said : undefined;
  const isName = words.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  return ends && (isName || PHRASE.test(folded.slice(cue.start, cue.end))) ? said : words[0];
}

const VERBATIM = /(?:\s|^)(?:lautet|lautete|hieß|hiess|heißt|reads|luidt|brzmi|zní|znie)\s{1,2}["'„“«]?$/iu;

/** An ordinary word as a password where quotes, the verb or a remark on its letters tell it from what is said about one. */
export function toldPassword(scan: Scan, cue: Cue): Finding | undefined {
  const { text } = scan;
  if (/^[-_\p{L}]/u.test(text.slice(cue.end, cue.end + 1))) return undefined;
  const after = text.slice(cue.end, cue.end + 96);
  const quoted = QUOTED.exec(after);
  const value = quoted?.[1] as string | undefined;
  if (
    quoted &&
    value &&
    !/\s/.test(value) &&
    !isState(value) &&
    /\p{Ll}|\p{Lo}/u.test(value) &&
    !/^\s{0,2}[:=]/.test(after.slice(quoted[0].length)) &&
    isTold(quoted[0], value)
  )
    return found(cue.end + quoted[0].lastIndexOf(value), value);
  const linked = LINKED.exec(after);
  if (!linked) return undefined;
  const said = linked[1] as string;
  const first = said.split(' ')[0] as string;
  const at = cue.end + linked[0].length - said.length;
  if (isState(first)) return undefined;
  const rest = text.slice(at + first.length, at + first.length + 40);
  const whole = REMARK.test(text.slice(at + said.length, at + said.length + 40));
  if (whole) return found(at, said);
  return REMARK.test(rest) || (VERBATIM.test(linked[0].slice(0, -said.length)) && /^[,.;!?\n]|^$/.test(rest))
    ? found(at, first)
    : undefined;
}

/** The words between say that a value follows: at most three, none of which names a field, an error or a message. */
const isTold = (whole: string, value: string): boolean => {
  const between = foldText(whole.slice(0, whole.length - value.length - 2));
  return (
    between.trim().split(/\s+/).length < 4 &&
    !/[0-9]|feld|field|champ|campo|fehler|error|erreur|messag|meldung|button|knopf|seite|page|link|label|spalte|column|欄|字段|栏/u.test(
      between,
    )
  );
};

const SPEAKER = String.raw`(?:[>\s|*_]{0,6}(?:\[?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?\]?[ ,–-]{0,3})?(?:\p{L}[\p{L}\p{M}\p{N}_ .()-]{0,28}[:>–—]\s{0,2}|[>–—-]\s{0,2}))(?:[^\n.…]{2,24}(?:\.\.\.|…)\s?)?`;
const ANSWER = new RegExp(
  `^[^\\n?？]{0,48}[?？]["”»]?\\s{0,2}(?:\\n{1,2})?${SPEAKER}(?:(?:it[’']s|it is|that[’']s|das ist|c[’']est|het is|det är|det er|to|es|è|é|это|це) )?["'„“«「]?([^\\s,;!?…"”»」]{3,40})(?=[\\s,;!?"”»」]|$)`,
  'u',
);

/** The same for a code word that was asked for without a question: "Назовите кодовое слово.⏎Клиент: одуванчик". */
const SAID_WORD = new RegExp(
  `^[.!:,]?(?: (?:please|bitte|пожалуйста|svp|por favor))?[.!:]?\\n${SPEAKER}["'„“«「]?(\\p{L}[^\\s,;!?…"”»」]{2,40})(?=[.!"”»」]?(?:\\n|$))`,
  'u',
);

/** The same without a question mark, where the answer is a number: "what's the pin for the side door⏎Jo: 7719". */
const NUMBER_ANSWERED = new RegExp(
  `^[^\\n0-9]{0,60}\\n${SPEAKER}(?<=[\\s>])["'„“«]?([0-9]{4,8}|[0-9]{3}[ -][0-9]{3})(?=[\\s,;.!"”»]|$)(?![.,:/-][0-9])`,
  'u',
);

/** What somebody answers to "code word?" in a chat: the first thing said in the next turn. */
export function answeredPassword({ text }: Scan, cue: Cue): Finding | undefined {
  const number = NUMBER_ANSWERED.exec(text.slice(cue.end, cue.end + 140));
  if (number && !/^(?:19|20)[0-9]{2}$/.test(number[1] as string))
    return found(cue.end + number[0].length - (number[1] as string).length, number[1] as string);
  const near = text.slice(cue.end, cue.end + 160);
  const answer = ANSWER.exec(near) ?? (cue.kind === 'code-word' ? SAID_WORD.exec(near) : null);
  const said = answer?.[1]?.replace(/[.:。]+$/, '');
  if (
    !answer ||
    !said ||
    said.length < 3 ||
    isState(said) ||
    /^(?:it|that|c)[’']\p{L}+$|:\/\/|^[0-9]{1,2}[:.][0-9]{2}$|@.+\./u.test(said)
  )
    return undefined;
  const rest = text.slice(cue.end + answer[0].length, cue.end + answer[0].length + 24);
  // A sentence of many words is no code word: "I have forgotten it".
  if (
    !/[0-9]/.test(said) &&
    /^ \p{Ll}{2,}(?: \p{Ll}+){1}/u.test(rest) &&
    !/^ (?:glaub|i think|je crois|creo|кажется|как|i guess)/iu.test(rest)
  )
    return undefined;
  return found(cue.end + answer[0].length - (answer[1] as string).length, said);
}
