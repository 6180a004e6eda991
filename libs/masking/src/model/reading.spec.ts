import { describe, expect, it } from 'vitest';
import type { Finding } from '../scan.ts';
import { scanOf } from '../scan.ts';
import { Reading } from './reading.ts';

const found = (text: string, value: string, type: Finding['type']): Finding => ({
  start: text.indexOf(value),
  end: text.indexOf(value) + value.length,
  type,
});

/** A text as the tagger reads it, by words instead of places. */
function read(text: string, ...findings: Finding[]) {
  const reading = new Reading(scanOf(text), findings);
  const wordAt = (index: number) => (index < 0 ? undefined : text.slice(reading.starts[index], reading.ends[index]));
  const words = Array.from({ length: reading.count }, (_, index) => wordAt(index) as string);
  return {
    reading,
    wordAt,
    indexOf: (word: string) => words.indexOf(word),
  };
}

describe('what the tagger knows of the words around a word', () => {
  it('is what stands on both sides of a row of capitalised words, small words inside it included', () => {
    const { reading, wordAt, indexOf } = read('la marquesina de Plaza Antonio de la Torre no carga');
    for (const word of ['Plaza', 'Antonio', 'Torre']) {
      expect(wordAt(reading.neighbours.before[indexOf(word)] as number)).toBe('de');
      expect(wordAt(reading.neighbours.after[indexOf(word)] as number)).toBe('no');
    }
    expect(reading.neighbours.inRow[indexOf('marquesina')]).toBe(0);
  });

  it('ends with the line', () => {
    const { reading, indexOf } = read('Kind regards\nMara Quint\nAcme');
    expect(reading.neighbours.before[indexOf('Mara')]).toBe(-1);
    expect(reading.neighbours.after[indexOf('Quint')]).toBe(-1);
  });

  it('is the last word of what hangs together', () => {
    const { reading, wordAt, indexOf } = read('an der Käthe-Kollwitz-Gesamtschule fehlt es');
    expect(wordAt(reading.neighbours.chunkEnds[indexOf('Käthe')] as number)).toBe('Gesamtschule');
  });

  it('is where in its clause a word stands, and which marks the clause has', () => {
    const { reading, indexOf } = read('Heslo: modrá tramvaj sedm, včera fungovalo\nmodré okno');
    const { begun, left } = reading.clauses;
    const at = (word: string) => [begun[indexOf(word)], left[indexOf(word)]];
    expect(new Set(['modrá', 'tramvaj', 'sedm', 'včera'].map((word) => `${at(word)}`)).size).toBe(4);
    expect(begun[indexOf('modrá')]).not.toBe(begun[indexOf('modré')]);
    expect(left[indexOf('fungovalo')]).toBe(left[indexOf('okno')]);
    expect(at(':')).toEqual([0, 0]);
  });

  it('is how it is written with its accents, composed or not, in capitals or not', () => {
    const { reading, indexOf } = read('Bảo báo bao BẢO');
    const accentsOf = (word: string) => reading.accented[indexOf(word)] as number;
    expect(reading.words[indexOf('Bảo')]).toBe(reading.words[indexOf('bao')]);
    expect(accentsOf('Bảo')).not.toBe(accentsOf('báo'));
    expect(accentsOf('Bảo')).toBe(accentsOf('BẢO'));
    expect(accentsOf('bao')).toBe(0);
    expect(new Reading(scanOf('Bảo'.normalize('NFD')), []).accented[0]).toBe(accentsOf('Bảo'));
  });

  it('is what the same word is elsewhere in the text', () => {
    const text = 'Mail from rose.vane@x.example: Rose says a rose is no name. Vane too, and Moss.';
    const { reading, indexOf } = read(text, found(text, 'rose.vane@x.example', 'EMAIL'));
    const echoOf = (word: string) => reading.echoes[indexOf(word)] as number;
    expect(echoOf('Moss')).toBe(0);
    expect(echoOf('Vane')).toBeGreaterThan(0);
    expect(echoOf('Rose')).not.toBe(echoOf('Vane'));
  });

  it('is the head of the column, in every line of a table and nowhere else', () => {
    const { reading, indexOf } = read('Liste\nKunde;Konto;Ort\nMeyer;4411;Ulm\nKlein;5522;Hof\n\nGruß\nKlein');
    const { columns } = reading;
    expect(columns[indexOf('Meyer')]).toBe(columns[indexOf('Klein')]);
    expect(columns[indexOf('4411')]).toBe(columns[indexOf('5522')]);
    expect(new Set([columns[indexOf('Meyer')], columns[indexOf('4411')], columns[indexOf('Ulm')], 0]).size).toBe(4);
    expect(columns[indexOf('Kunde')]).toBe(0);
    expect(columns[indexOf('Gruß')]).toBe(0);
  });
});
