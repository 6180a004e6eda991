import { detect } from './detect.ts';
import { KnownMatcher } from './known/known-matcher.ts';
import { type Finding, type Scan, scanOf } from './scan.ts';
import { type MaskOptions, type MaskOutcome, maskedBy, TextMasking } from './text-masking.ts';
import type { KnownValues } from './types.ts';

const NOTHING_KNOWN: KnownValues = {};
const compile = (known: KnownValues) => new KnownMatcher(known);

export interface RuleReading {
  scan: Scan;
  findings: Finding[];
}

/** What all detectors find, and what is known of the customer or was learned in the fields before. */
export function detectAll(text: string, masking: TextMasking): RuleReading {
  const scan = scanOf(text);
  masking.tick();
  const findings = detect(scan, masking.tick);
  matcherOf(masking).detect(scan, findings);
  return { scan, findings };
}

/**
 * A name shown by its context is masked wherever else it stands, in this field and the next ones; one of a single word only
 * where it `mayBe` somebody's.
 */
export function followNames(
  { scan, findings }: RuleReading,
  masking: TextMasking,
  mayBe: (finding: Finding) => boolean = () => true,
): void {
  const before = masking.session.learnedNames.size;
  for (const finding of findings) if (finding.type === 'PERSON') masking.session.learn(nameOf(scan, finding));
  if (masking.session.learnedNames.size === before) return;
  // Who was known by one name may be known by two now: whose a learned name is, is asked anew.
  for (const finding of findings) if (!finding.certain && finding.type === 'PERSON') delete finding.entity;
  const followed: Finding[] = [];
  matcherOf(masking).detect(scan, followed);
  findings.push(...followed.filter((finding) => !finding.elsewhere || mayBe(finding)));
}

/** What the rules find, without the tagger. */
export function readByRules(text: string, masking: TextMasking): RuleReading {
  const reading = detectAll(text, masking);
  followNames(reading, masking);
  return reading;
}

/** As `maskText`, by rules alone. */
export function maskByRules(text: string, options: MaskOptions): MaskOutcome {
  return maskedBy(() => new TextMasking(text, options, readByRules).run(), options.profile);
}

const matcherOf = ({ session, options }: TextMasking): KnownMatcher =>
  session.matcherFor(options.known ?? NOTHING_KNOWN, compile);

const NAME_MAX = 80;

/** The name that was found, or nothing where it is no plain name. */
function nameOf(scan: Scan, { start, end }: Finding): string {
  const name = end - start > NAME_MAX ? '' : scan.text.slice(start, end);
  return name.includes('\n') ? '' : name;
}
