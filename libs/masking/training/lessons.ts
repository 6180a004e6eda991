import { detectAll } from '../src/rules.ts';
import type { Finding, Scan } from '../src/scan.ts';
import { knownOf, type LabelledRecord } from '../src/score/labelled-file.ts';
import { settle } from '../src/settle.ts';
import { TextMasking } from '../src/text-masking.ts';
import type { KnownValues } from '../src/types.ts';
import { Crf } from './crf.ts';
import { type Example, examplesOf } from './example.ts';
import { type Random, ValuePool, varied } from './vary.ts';

export interface Lessons {
  written: readonly LabelledRecord[];
  generated: readonly LabelledRecord[];
  epochs: number;
  copies: number;
  /** Of the weights of a row, the largest must be at least this for the row to be kept. */
  least?: number;
  onEpoch: (message: string) => void;
}

/** Step size at the beginning; it falls to a tenth. */
const RATE = 0.022;
const DECAY = 0.001;
const DROP_OUT = 0.15;
/** With less, there would be twice as many rows. */
const LEAST = 0.13;
/**
 * The rules were tuned with these very tickets, so they find more here than elsewhere. In half of the lessons this share
 * of what they find is withheld; otherwise the tagger would only learn to trust them.
 */
const WITHHELD = 0.25;

/** The tagger that these lessons make; the same for the same lessons. */
export function trained({ written, generated, epochs, copies, least = LEAST, onEpoch }: Lessons): Crf {
  const random = randomFrom(1);
  const pool = new ValuePool();
  for (const record of [...generated, ...written]) pool.add(record);
  const model = new Crf();
  const average = new Average(model);
  const drop = () => random() < DROP_OUT;
  const fixed = generated.flatMap((record) => lesson(record, random));
  for (let epoch = 0; epoch <= epochs; epoch += 1) {
    const examples = [...fixed, ...written.flatMap((record) => lesson(record, random))];
    for (let copy = 0; copy < copies; copy += 1)
      examples.push(...written.flatMap((record) => lesson(varied(record, pool, random), random)));
    shuffle(examples, random);
    // The last time only what is kept is learnt anew.
    const isLast = epoch === epochs;
    if (isLast) {
      average.apply();
      onEpoch(`${model.prune(least)} rows kept`);
    }
    const rate = isLast ? RATE / 4 : RATE * (1 - epoch / epochs) + RATE / 10;
    for (const example of examples) model.step(example, { rate, decay: DECAY, drop });
    if (epoch >= epochs / 2) average.add();
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

/** Mean of the weights after several epochs: it generalises better than the last ones (Collins 2002). */
class Average {
  readonly #model: Crf;
  readonly #weights: Float32Array;
  readonly #scores: Float64Array;
  #count = 0;

  constructor(model: Crf) {
    this.#model = model;
    this.#weights = new Float32Array(model.weights.length);
    this.#scores = new Float64Array(model.scores.length);
  }

  add(): void {
    this.#count += 1;
    for (let index = 0; index < this.#weights.length; index += 1)
      this.#weights[index] = (this.#weights[index] as number) + (this.#model.weights[index] as number);
    for (let index = 0; index < this.#scores.length; index += 1)
      this.#scores[index] = (this.#scores[index] as number) + (this.#model.scores[index] as number);
  }

  apply(): void {
    for (const [index, sum] of this.#weights.entries()) this.#model.weights[index] = sum / this.#count;
    for (const [index, sum] of this.#scores.entries()) {
      this.#model.scores[index] = sum / this.#count;
      this.#model.transitions[index] = Math.exp(sum / this.#count);
    }
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
