import { foldText } from '../text/characters.ts';
import { Word, wordFlags } from './lexicon.ts';

/**
 * Endings by which languages inflect names, longest first, folded, each with what the nominative has instead: Polish
 * `Tomaszem`, Czech `Novákové`, Finnish `Virtasen`, Hungarian `Annának`, Lithuanian and Greek genitives, German `Annas`.
 */
const LATIN: readonly (readonly [ending: string, bases: readonly string[]])[] = parse(`
  skiego:ski|skiemu:ski|skim:ski|skiej:ska|ckiego:cki|ckiemu:cki|ckim:cki|ckiej:cka|skeho:sky|skemu:sky|skym:sky|skou:ska
  ovou:ova|ove:ova|ovej:ova|owej:owa|selle:nen|sella:nen|selta:nen|sesta:nen|sen:nen|seen:nen|nak:|nek:|val:|vel:|rol:|hoz:|hez:
  owi:|ovi:|iem:|em:,o|om:,o|ami:a|ie:a|ii:ia|ia:|ey:|ego:y,i|emu:y,i|ou:a|ie:a|ek:ka|ke:ka|ce:ka|ze:ga
  ului:,u|lui:|ei:a,ea
  anak:a|enek:e|aval:a|evel:e|anna:|ot:|et:|at:|t:|
  ekhez:|eknal:|eknel:|ek:|nal:|nel:|tol:|tol:|rol:|nek:|nak:|etol:e|atol:a|ahoz:a|ehez:e|ert:|ovo:|inog:a|ova:|ovu:|ievi:,ia|ami:|iui:,is,ys,ius|ui:as,us|ai:a,e|iene:,is|ei:e|as:a,e|im:is|jam:is
  elle:,i|ele:,i|ale:a|ile:i|ega:,i|aga:a|elta:|elt:,i|alt:a|est:|nin:,n|nun:|un:|it:|in:,|i:|lle:,i|lta:,i|lla:,i|lle:,i|sta:,i|ssa:,i|lta:|ns:|s:|n:,i,a|a:,o,e|u:,a,o|y:a,|i:a,o,|e:a,|o:a
`);
const CYRILLIC: typeof LATIN = parse(`
  ского:ский|скому:ский|ским:ский|ской:ская|скую:ская|ськои:ська|ського:ський|ському:ський|ським:ський
  овой:ова|евой:ева|иной:ина|овои:ова|ову:ова|еву:ева|ину:ина|ови:|еви:и,|ом:,о|ем:и,ь,|ым:|им:|ой:а|ою:а|ею:я,а|ей:я,а|еи:я|ии:ия|ию:ия|ие:ия|ию:и
  еві:,й|ові:,о|ем:,й|евим:|ою:а|нен:|нан:|мен:|пен:|дан:|ден:|тан:|га:|ге:|ға:|ке:|қа:|ның:|нің:|дың:|дің:|на:а|не:е|і:а,я
  а:,о|у:,а|ы:а|и:а,я,ь|е:,а,я|я:и,ь|ю:и,я,ь|й:
`);
const GREEK: typeof LATIN = parse('ου:ος,ης|ο:ος|η:ης|α:ας|ας:α|ης:η|ακη:ακης|ε:ος');

function parse(table: string): (readonly [string, readonly string[]])[] {
  return foldText(table)
    .trim()
    .split(/[|\s]+/)
    .map((entry) => {
      const [ending, bases] = entry.split(':') as [string, string];
      return [ending, bases.split(',')] as const;
    });
}

type Ending = (typeof LATIN)[number];

/** Endings by their last letter, in the order of their table. */
const byLastLetter = new Map<number, Ending[]>();
for (const table of [LATIN, CYRILLIC, GREEK]) {
  for (const entry of table) {
    const last = entry[0].charCodeAt(entry[0].length - 1);
    const entries = byLastLetter.get(last);
    if (entries) entries.push(entry);
    else byLastLetter.set(last, [entry]);
  }
}

const STEM_MIN = 3;

/** Flags of a folded word that no list has, by its nominative; only those of names that are no everyday words and no places. */
export function inflectedFlags(word: string): number {
  for (const [ending, bases] of byLastLetter.get(word.charCodeAt(word.length - 1)) ?? []) {
    if (word.length - ending.length < STEM_MIN || !word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length);
    for (const base of bases) {
      const flags = wordFlags(stem + base);
      if ((flags & Word.place) !== 0) return 0;
      if (
        (flags & (Word.given | Word.surname)) !== 0 &&
        (flags & (Word.everyday | Word.place)) === 0 &&
        stem.length + base.length > 3
      )
        return flags;
    }
  }
  return 0;
}
