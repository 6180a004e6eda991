import { Known, knowledgeOfWord } from '../model/word-knowledge.ts';
import type { Scan } from '../scan.ts';
import { foldText, Kind, kindOf } from '../text/characters.ts';
import { isSentenceStart } from './full-name.ts';
import { Word, wordFlags } from './lexicon.ts';

/**
 * Words that begin a sentence or stand before a name and belong to neither, by what they do: who is asked, told, called,
 * written to, added; who confirmed, answered, signed; who is logged in; "here is", "also", "as".
 */
const HEADS: ReadonlySet<string> = new Set(
  foldText(`
  čia tai aš esu štai as esmu te šeit siin see on ovdje ovo tukaj tady toto tu tutaj itt ez aici acesta это вот тут здесь це ось тут това ето ово ова εδώ αυτός αυτή burada burası iste işte
  bejelentkezve belépve szóljanak szóljon kérdezzék kérdezze keressék keresse hívják hívja írjanak értesítsék jóváhagyta megerősítette kollégám kollégánk tisztelt kedves múlt vegyék tegyék
  kirjautuneena kirjautunut kysykää kysy soittakaa soita lisätkää lisää ottakaa ilmoittakaa vahvisti hyväksyi kollegani pyydän asun olen nimeni minä terveisin terveiset kiitos
  patvirtino prisijungta prisijungęs prisijungusi klauskite skambinkite rašykite įtraukite pridėkite paklauskite praneškite gyvenu pagarbiai prašau prašome
  apstiprināja pieslēdzies pieteicies jautājiet zvaniet rakstiet pievienojiet paziņojiet dzīvoju lūdzu
  kinnitas sisselogitud küsige helistage kirjutage lisage teavitage elan palun
  approved confirmed signed submitted requested assigned reported escalated contact contacting ask asking asked call calling called cc copying adding include including add notify tell inform email ping remind meet greet thank thanking regarding concerning attn attention welcome forwarded sent paid booked handled reviewed raised opened closed ordered collected delivered
  bestätigt freigegeben genehmigt unterschrieben gemeldet gefragt fragen frag fragt rufen ruf kontaktieren kontaktiere informieren informiere schreiben schreib eingeloggt angemeldet betrifft lieber liebe zuständig bearbeitet gesendet geprüft weitergeleitet
  validé approuvé confirmé signé demandé envoyé transmis contactez contacter demandez demander appelez appeler prévenez prévenir informez ajoutez ajouter mettez écrivez connecté concerne voici voilà selon
  aprobado confirmado firmado enviado solicitado contacten contacte contactar pregunten pregunte preguntar llamen llame llamar avisen avise avisar escriban añadan agreguen incluyan conectado según
  aprovado confirmado assinado enviado solicitado contatem contate contatar perguntem pergunte liguem ligue ligar avisem avise incluam adicionem conectado segundo
  approvato confermato firmato inviato richiesto contattate contatti contattare chiedete chieda chiedere chiamate chiami avvisate avvisi aggiungete mettete secondo ecco
  goedgekeurd bevestigd ondertekend verzonden aangevraagd vraag bel mail neem voeg ingelogd volgens
  godkänt bekräftat godkendt bekræftet godkjent bekreftet fråga spør spørg ring kontakta kontakt inloggad logget sätt sæt sett lägg legg enligt ifølge ifølge
  zatwierdził zatwierdziła potwierdził potwierdziła podpisał podpisała zapytajcie zapytaj proszę zadzwońcie zadzwoń dodajcie dodaj zalogowany zalogowana powiadomcie według
  schválil schválila potvrdil potvrdila podepsal podepsala zeptejte zeptej zavolejte zavolej přidejte přidej přihlášen přihlášena informujte podle schválené opýtajte spýtajte zavolajte pridajte prihlásený prihlásená podľa
  aprobat confirmat semnat întrebați întreabă sunați sună contactați adăugați puneți conectat conectată conform
  odobrio odobrila potvrdio potvrdila potrdil potrdila pitajte vprašajte nazovite pokličite dodajte javite prijavljen prijavljena prema
  затвердив затвердила підтвердив підтвердила погодив погодила запитайте зателефонуйте подзвоніть додайте повідомте увійшов увійшла згідно утвердил утвердила подтвердил подтвердила согласовал согласовала спросите позвоните добавьте поставьте сообщите вошел вошла согласно одобри потвърди одобрил потвърдил попитайте обадете добавете одобрио потврдио питајте позовите
  εγκρίθηκε ενέκρινε επιβεβαίωσε ρωτήστε καλέστε προσθέστε ενημερώστε συνδεδεμένος συνδεδεμένη
  onayladı onaylayan sorun arayın ekleyin lütfen bildirin
  disetujui dikonfirmasi ditandatangani hubungi tanya tanyakan telepon masukkan tambahkan masuk menurut diluluskan
  kolegica kolegicu kolegici sodelavka sodelavec koleżanka koleżankę kolegyně kolegyňa колежка колежката коллега колега colega colegul collega collègue
  geschäftsführer geschäftsführerin direktor direktorin kollege kollegin kollegen chef chefin mitarbeiter mitarbeiterin directeur directrice director directora diretor diretora direttore direttrice dyrektor ředitel ředitelka riaditeľ riaditeľka igazgató ügyvezető direktør direktör johtaja toimitusjohtaja директор директорка директорката müdür müdürü müdürümüz direktur direktorius direktore juhataja διευθυντής διευθύντρια gerente manager engineer technician accountant
  duyệt hỏi gọi thêm chào gửi liên`)
    .split(/\s+/)
    .filter((word) => (word !== '' && (wordFlags(word) & Word.surname) === 0) || word.length > 7),
);
/** Whether a folded word is one that stands before names. */
export const isHeadWord = (word: string): boolean => HEADS.has(word);
/** "As", between such a word and the name. */
const AS = /^(?:mint|als|as|como|come|comme|kaip|kā|kui|kao|kot|jako|ako|ca|som|как|як|като|као|ως|sebagai) /u;

const isNameWord = (flags: number): boolean => (flags & (Word.given | Word.surname)) !== 0;

/** Where a name begins that was read with the words before it: "Szóljanak Fábián Mátyástól"; else `start`. */
export function startBehindHead({ text, folded }: Scan, start: number, end: number): number {
  let from = start;
  for (let cut = 0; cut < 2; cut += 1) {
    const as = AS.exec(text.slice(from, Math.min(end, from + 12)))?.[0].length ?? 0;
    if (as > 0 && (from > start || kindOf(text.charCodeAt(from)) === Kind.lower)) {
      from += as;
      continue;
    }
    const space = text.indexOf(' ', from);
    if (space < 0 || space >= end || space - from < 2 || !/^[\p{L}\p{M}]+$/u.test(text.slice(from, space))) break;
    if (!isHead(folded.slice(from, space), text, folded, from) || !beginsName(text, folded, space + 1, end)) break;
    from = space + 1;
  }
  return from;
}

/** A word in no list of names that is one of those above, or begins a sentence and is common before a given name. */
function isHead(word: string, text: string, folded: string, from: number): boolean {
  const flags = wordFlags(word);
  if (HEADS.has(word)) return (flags & Word.given) === 0 || kindOf(text.charCodeAt(from)) === Kind.lower;
  if (isNameWord(flags) || kindOf(text.charCodeAt(from)) !== Kind.upper || !isSentenceStart(text, from)) return false;
  const next = /^[\p{L}\p{M}]+/u.exec(folded.slice(from + word.length + 1, from + word.length + 32))?.[0] ?? '';
  const isGiven = (wordFlags(next) & (Word.given | Word.everyday)) === Word.given;
  return isGiven && (knowledgeOfWord(word) & Known.common) !== 0;
}

/** What is left begins with a capital, or another small word before one, and holds a word the lists have as a name. */
const beginsName = (text: string, folded: string, from: number, end: number): boolean =>
  (kindOf(text.charCodeAt(from)) !== Kind.lower || AS.test(text.slice(from, end))) &&
  folded
    .slice(from, end)
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => isNameWord(wordFlags(word)));
