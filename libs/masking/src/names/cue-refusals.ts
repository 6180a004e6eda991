import type { Cue } from '../cues/find-cues.ts';
import type { Scan } from '../scan.ts';
import { worksWith } from './compatible-things.ts';
import { Word, wordFlags } from './lexicon.ts';
import { isNamedThing } from './named-things.ts';
import type { NameRange } from './read-name.ts';

/** Forms of address before a name; folded. */
export const HONORIFIC =
  /^(?:hr|fr|mr|mrs|ms|miss|mx|dr|prof|professor|doctor|sir|madam|mister|herr|herrn|frau|dr med|monsieur|madame|mademoiselle|mme|mlle|maitre|senor|senora|senorita|sr|sra|srta|don|dona|doctora|dra|senhor|senhora|pan|pani|pana|panem|panu|pania|pane|panom|bay|bayan|sayin|господин|господина|господину|госпожа|госпожи|госпожу|госпоже|г н|г жа|пане|пани|пані|пан|пана|пану|паном|signor|signora|signorina|sig|sig ra|dott|dott ssa|avv|dhr|mevr|mw|meneer|mevrouw|domnul|doamna|domnului|doamnei|domnule|domnisoara|domnisoarei|gospodom|gospodinom|gospodo|κυριος|κυρια|κυριε|κ|κα|מר|גברת|גב|ד|السيد|السيدة|الاستاذ|الاستاذة|الدكتور|الدكتورة|السيده|श्री|श्रीमती|सुश्री|डॉ|bapak|ibu|pak|bu|mas|mbak|saudara|anh|chi|ong|ba|herra|rouva|fru|froken|frk|gospodin|gospodine|gospoda|gospodo|gospod|gospa|gospo[dđ]a|gospo[dđ]o|ponas|ponia|ponui|poniai|kungs|kundze|harra|proua|اقای|آقای|خانم|господине|госпожо|dott ssa|ing|avv|arch|geom|rag|dottor|dottoressa|signorina|sig na|bac si|thay|shri|smt|kumari|nyonya|kak|tuan|encik|puan)$/;

/** Titles of one to three letters that are words of another language: they count with a full stop or before a known name. */
const SMALL_TITLES =
  /^(?:en|em|ne|be|te|z|f|m|id|ka|ku|km|red|sig|ben|nan|ma|doc|lek|bc|gg|bb|pn|ds|tn|md|sk|ing|la|da|sau|chi|nga|od|vo|mang)$/;
/** Introductions that are prepositions and articles of other languages: "im Lager", "con el Banco". */
const PREPOSITIONS = /^(?:nicht|im|fra|z|con|hable con|c est|det er|dit)$/;

const PLACE_NAME = /^(?:san|santa|sao|saint|los|las|new|nova|porto|rio|puerto|el) /;

/** Whether what follows a cue is no name after all: an abbreviation, a thing, the next field of a ticket for a flight. */
export function isNoName(scan: Scan, cue: Cue, label: string, name: NameRange): boolean {
  const { text, folded } = scan;
  const weak = SMALL_TITLES.test(label) || PREPOSITIONS.test(label);
  if (weak && name.words === 1 && isNamedThing(scan, name)) return true;
  const one = name.words === 1 && !name.given;
  // Compounds: "Agent-Pool", "Client-Side Rendering".
  if (!name.given && name.start === cue.end + 1 && text[cue.end] === '-') return true;
  // "máy chủ", "sân bay": a server and an airport.
  if (/^(?:chu|bay)$/.test(label) && /(?:máy|sân) $/iu.test(text.slice(Math.max(0, cue.start - 4), cue.start)))
    return true;
  // "… of an intern. Keep: …": a sentence ends, and nothing that is shortened.
  const gap = text.slice(cue.end, name.start);
  if (/^[.!?]\s/.test(gap) && (label.length > 5 || SMALL_TITLES.test(label)) && !name.plain) return true;
  if (!one) return SMALL_TITLES.test(label) && PLACE_NAME.test(folded.slice(name.start, name.end));
  const before = text.slice(Math.max(0, cue.start - 3), cue.start);
  // "EZE/ADAEZE MRS, PNR K8": the title stands behind the name.
  if (/^\p{Lu}{2,5}$/u.test(text.slice(cue.start, cue.end)) && /\p{Lu}{2} $/u.test(before)) return true;
  // Abbreviations: "Son RIB", "agent PNR".
  if (!name.plain && /^\p{Lu}{2,5}$/u.test(text.slice(name.start, name.end))) return true;
  // "Herr der Lage".
  if (HONORIFIC.test(label) && !name.plain && /^ (?:der|des|the|of) /i.test(text.slice(cue.end, name.start)))
    return true;
  // "Bonjour Madame, Monsieur, Le virement": a form of address without a name.
  if (HONORIFIC.test(label) && /^[^.]{0,2},/.test(text.slice(cue.end, name.start))) return true;
  const known = name.listed && (wordFlags(folded, name.start, name.end) & Word.place) === 0;
  if (text[cue.end] !== '.' && SMALL_TITLES.test(label)) return !known;
  // "Assigned to: Level 2".
  if (!name.plain && /^ [0-9]+(?:[ ,.]|$)/.test(text.slice(name.end, name.end + 8))) return true;
  return PREPOSITIONS.test(label) && (!known || text.slice(cue.end, name.start).includes(','));
}

/** What somebody says begins with a name only where a given name stands apart, or one with a surname. */
export const isSaidName = ({ text }: Scan, name: NameRange): boolean =>
  name.given && (name.words > 1 || /^ ?[,.!\n]|^$/.test(text.slice(name.end, name.end + 2)));

/** "stops with ENOSPC", "läuft mit Kalman?", "failed here: São Paulo", "im Mai". */
export function isNoNameHere(scan: Scan, cue: Cue, label: string, name: NameRange, explicit: boolean): boolean {
  if (name.words > 1 && !/^são /u.test(scan.text.slice(name.start, name.start + 4).toLowerCase())) return false;
  if (PREPOSITION.test(label) && (worksWith(scan, name) || isMonthName(scan.folded.slice(name.start, name.end))))
    return true;
  if (explicit && HERE_IS.test(label) && scan.text[cue.end] === ':') return !name.given || name.words > 1;
  return PREPOSITION.test(label) && !name.listed && /^\p{Lu}{4,}$/u.test(scan.text.slice(name.start, name.end));
}
const PREPOSITION =
  /^(?:im|am|met|mit|con|with|dengan|z|ze|s|su|ar|fra|från|fran|de|da|di|en|i|a|w|v|ve|in|du|des|to|from|koos|avec|com|med|cu|ile|с|із|з|со)$/;
const HERE_IS =
  /^(?:itt|hier|ici|aqui|qui|her|har|taalla|tady|tu|tutaj|aici|εδω|здесь|тут|burada|di sini|siin|seit|cia|ovdje|tukaj|tuk)$/;
const isMonthName = (word: string): boolean =>
  /^(?:januar|februar|marz|mars|april|mai|may|juni|june|juin|juli|august|avril|aout|abril|mayo|maio|junio|junho|julio|julho|agosto|marzo|aprile|maggio|luglio|maj|mei|augustus|oktober)$/.test(
    word,
  );
