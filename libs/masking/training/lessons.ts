import { detectAll } from '../src/rules.ts';
import type { Finding, Scan } from '../src/scan.ts';
import { knownOf, type LabelledRecord } from '../src/score/labelled-file.ts';
import { settle } from '../src/settle.ts';
import { TextMasking } from '../src/text-masking.ts';
import type { KnownValues } from '../src/types.ts';
import { Crf } from './crf.ts';
import { type Example, examplesOf } from './example.ts';
import { excerptOf } from './excerpt.ts';
import { type Random, ValuePool, varied } from './vary.ts';

export interface Lessons {
  written: readonly LabelledRecord[];
  generated: readonly LabelledRecord[];
  epochs: number;
  copies: number;
  /** How many rows of features are kept. */
  rows?: number;
  onEpoch: (message: string) => void;
}

/** Step size at the beginning; it falls to a tenth. */
const RATE = 0.022;
const DECAY = 0.001;
const DROP_OUT = 0.15;
/** Of the features of a token the hidden layer goes without this share, so that no two of them only work together. */
const HIDE = 0.6;
/** Each takes 20 bytes of the package. Half as many cost half a point of recall; three times as many win a quarter. */
const ROWS = 500_000;
/**
 * The rules were tuned with these very tickets, so they find more here than elsewhere. In half of the lessons this share
 * of what they find is withheld; otherwise the tagger would only learn to trust them.
 */
const WITHHELD = 0.25;

/** The tagger that these lessons make; the same for the same lessons. */
export function trained({ written, generated, epochs, copies, rows = ROWS, onEpoch }: Lessons): Crf {
  const random = randomFrom(1);
  const pool = new ValuePool();
  for (const record of [...generated, ...written]) pool.add(record);
  const model = new Crf();
  const average = new Average(model);
  const drop = () => random() < DROP_OUT;
  const hide = { chance: HIDE, random };
  const fixed = generated.flatMap((record) => lesson(record, random));
  for (let epoch = 0; epoch <= epochs; epoch += 1) {
    const examples = [...fixed, ...written.flatMap((record) => lesson(record, random))];
    for (let copy = 0; copy < copies; copy += 1)
      examples.push(...written.flatMap((record) => lesson(varied(record, pool, random), random)));
    for (const record of written) {
      const excerpt = excerptOf(varied(record, pool, random), random);
      if (excerpt) examples.push(...lesson(excerpt, random));
    }
    shuffle(examples, random);
    // The last time only what is kept is learnt anew.
    const isLast = epoch === epochs;
    if (isLast) {
      average.apply();
      onEpoch(`${model.prune(rows)} rows kept`);
    }
    const rate = isLast ? RATE / 4 : RATE * (1 - epoch / epochs) + RATE / 10;
    for (const example of examples) model.step(example, { rate, decay: DECAY, drop, hide });
    if (epoch >= Math.floor(epochs / 2) && !isLast) average.add();
    onEpoch(`epoch ${epoch + 1} of ${epochs + 1}: ${examples.length} paragraphs`);
  }
  return model;
}

/** What the rules find in a text before names are followed, settled: what the tagger is given. */
export function ruled(text: string, known: KnownValues): { scan: Scan; findings: Finding[] } {
  const { scan, findings } = detectAll(text, new TextMasking(text, { profile: 'result', known }, detectAll));
  return { scan, findings: settle(scan, findings) };
}

function lesson(record: LabelledRecord, random: Random): Example[] {
  const { scan, findings } = ruled(record.text, random() < 0.5 ? knownOf(record) : {});
  const withheld = random() < 0.5 ? WITHHELD : 0;
  return examplesOf(
    scan,
    record,
    findings.filter(() => random() >= withheld),
  );
}

/** Mean of all numbers of the model after several epochs: it generalises better than the last ones (Collins 2002). */
class Average {
  readonly #model: Crf;
  readonly #numbers: readonly (Float32Array | Float64Array)[];
  readonly #sums: readonly (Float32Array | Float64Array)[];
  #count = 0;

  constructor(model: Crf) {
    this.#model = model;
    this.#numbers = [
      model.weights,
      model.hidden.embeddings,
      model.scores,
      ...Object.values(model.hidden.layer.matrices),
    ];
    this.#sums = this.#numbers.map((numbers) => numbers.slice().fill(0));
  }

  add(): void {
    this.#count += 1;
    for (const [index, numbers] of this.#numbers.entries()) {
      const sums = this.#sums[index] as Float32Array;
      for (let at = 0; at < numbers.length; at += 1) sums[at] = (sums[at] as number) + (numbers[at] as number);
    }
  }

  apply(): void {
    for (const [index, numbers] of this.#numbers.entries()) {
      const sums = this.#sums[index] as Float32Array;
      for (let at = 0; at < numbers.length; at += 1) numbers[at] = (sums[at] as number) / this.#count;
    }
    this.#model.settleTransitions();
  }
}

function shuffle(list: unknown[], random: Random): void {
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [list[index], list[other]] = [list[other], list[index]];
  }
}

/** A linear congruential generator (Knuth's MMIX constants cut to 32 bits): lessons come in the same order each time. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return ((state >>> 8) & 0xffffff) / 0x1000000;
  };
}
