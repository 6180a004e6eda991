const CYRILLIC = new Map(
  'а-a б-b в-v г-g ґ-g д-d е-e є-ye ё-yo ж-zh з-z и-i і-i ї-yi й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya ђ-dj ј-j љ-lj њ-nj ћ-c џ-dz ѓ-gj ѕ-dz ќ-kj'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string]),
);
const GREEK = new Map(
  'α-a β-v γ-g δ-d ε-e ζ-z η-i θ-th ι-i κ-k λ-l μ-m ν-n ξ-x ο-o π-p ρ-r σ-s τ-t υ-y φ-f χ-ch ψ-ps ω-o'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string]),
);

/** How a folded Cyrillic or Greek name is written in Latin letters, in the spellings passports and people use. */
export function transliterations(word: string): string[] {
  const alphabet = /^[\u0430-\u045f\u0491]+$/.test(word) ? CYRILLIC : /^[α-ω]+$/.test(word) ? GREEK : undefined;
  if (!alphabet) return [];
  const plain = Array.from(word, (letter) => alphabet.get(letter) ?? letter).join('');
  return [
    plain,
    plain.replace(/iy$/, 'y'),
    plain.replace(/ey$/, 'ei'),
    plain.replace(/ou/g, 'u'),
    plain.replace(/iya$/, 'ia'),
    plain.replace(/iya$/, 'ija'),
  ];
}
