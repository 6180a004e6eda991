import { maskText } from './mask-text.ts';

/** Something of each kind, in several scripts: what is compiled for it is what requests need. */
const SAMPLE = `Hi, this is Erin Sample from Harbor, mail erin@harbor.example, phone +44 20 7946 0000, born 2 March 1980.
password: Spare-Heron-41, IBAN DE89 3704 0044 0532 0130 00, card 4242 4242 4242 4242, 10 Mill Lane, York YO1 7AA.
Guten Tag, ich bin Jana Muster. 我叫王小明，電話 02-2345-6789。 السلام عليكم، اسمي ليلى. Здравствуйте, меня зовут Анна.
{"name":"Erin Sample","host":"10.0.0.7","mac":"3c:52:82:0e:f7:24"}`;
/** A pod with a share of a core compiles for seconds. */
const PATIENCE_MS = 60_000;

/**
 * Compiles the patterns and unpacks the tagger before the first request: its deadline is for masking alone.
 *
 * @throws MaskingRefused when the masker cannot even read this
 */
export function warmUp(): void {
  for (const profile of ['result', 'strict'] as const) maskText(SAMPLE, { profile, deadlineMs: PATIENCE_MS });
}
