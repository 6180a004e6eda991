import { type Correction, corrected } from '../src/model/tagger.ts';
import type { Weights } from '../src/model/weights.ts';
import { detectAll, followNames, type RuleReading } from '../src/rules.ts';
import type { Finding, Scan } from '../src/scan.ts';
import { knownOf, type LabelledRecord } from '../src/score/labelled-file.ts';
import { type Score, Scoring } from '../src/score/score.ts';
import { settle } from '../src/settle.ts';
import { SplicedText } from '../src/spliced-text.ts';
import { TextMasking } from '../src/text-masking.ts';
import type { Span } from '../src/types.ts';

/** How much more cautious than usual the tagger is made; the rules alone are scored besides. */
const CAUTIONS = [0.2, 0.1, 0, -0.1] as const;

/** How well tickets the tagger has not learnt from are masked: by rules alone, and with the tagger more or less bold. */
export function evaluate(records: readonly LabelledRecord[], weights: Weights): string[] {
  const scored = (correct: (reading: RuleReading) => Pick<Correction, 'findings'> & Partial<Correction>): Score => {
    const scoring = new Scoring();
    for (const record of records) {
      const masking = new TextMasking(record.text, { profile: 'result', known: knownOf(record) }, detectAll);
      const { scan, findings } = detectAll(record.text, masking);
      const correction = correct({ scan, findings: settle(scan, findings) });
      const reading = { scan, findings: correction.findings };
      followNames(reading, masking, correction.mayBeSomebody);
      const spans = settle(scan, reading.findings).map((finding) => spanOf(scan, finding));
      scoring.add(record, new SplicedText(record.text, spans).text);
    }
    return scoring.score;
  };
  return [
    lineOf(
      'rules alone',
      scored(({ findings }) => ({ findings })),
    ),
    ...CAUTIONS.map((caution) =>
      lineOf(
        `caution ${caution}`,
        scored(({ scan, findings }) => corrected(scan, findings, weights, caution)),
      ),
    ),
  ];
}

const spanOf = ({ starts, ends }: Scan, { start, end, type }: Finding): Span => ({
  start: starts[start] as number,
  end: ends[end - 1] as number,
  type,
  placeholder: `[${type}_1]`,
  confidence: 'likely',
});

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const lineOf = (name: string, { recall, precision, keep, byType }: Score): string =>
  `${name}: recall ${percent(recall)}, PERSON ${percent(byType.PERSON?.recall ?? 1)}, ` +
  `precision ${percent(precision)}, keep ${percent(keep.rate)}`;
