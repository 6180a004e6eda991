import { describe, expect, it } from 'vitest';
import { hashOf } from '../text/vocabulary.ts';
import { wordClusters } from './word-clusters.ts';

const rowOf = (word: string) => wordClusters().rowOf(hashOf(word.toLowerCase()) | 0, /^\p{Lu}/u.test(word));
const of = (word: string) => {
  const [{ en, de, es, main }, row] = [wordClusters(), rowOf(word)];
  return { en: en[row], de: de[row], es: es[row], main: main[row] };
};

describe('what other words a word is used like', () => {
  it('is nothing for a word that no list has', () => {
    expect(rowOf('Qxzvyltt')).toBe(0);
    expect(of('Qxzvyltt')).toEqual({ en: 0, de: 0, es: 0, main: 0 });
  });

  it('is the same for given names, and not for a town, a surname or a verb', () => {
    const given = of('Jennifer').en;
    expect(given).toBeGreaterThan(0);
    expect(of('Mark').en).toBe(given);
    for (const other of ['Berlin', 'Schmidt', 'Siemens', 'mark']) expect(of(other).en).not.toBe(given);
  });

  it('says what language has the word most often', () => {
    expect(of('Rechnung')).toMatchObject({ en: 0, es: 0 });
    expect(of('Rechnung').main).not.toBe(of('invoice').main);
  });

  it('is that of the word written large where none of the languages writes it small', () => {
    expect(rowOf('hannelore')).toBe(rowOf('Hannelore'));
  });
});
