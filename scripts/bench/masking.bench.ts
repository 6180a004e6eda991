import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { maskText } from '@sallyport/masking';
import { detect } from '../../libs/masking/dist/detect.js';
import { maskPatterns } from '../../libs/masking/dist/patterns/mask-patterns.js';
import { scanOf } from '../../libs/masking/dist/scan.js';
import { compareLibraries } from '../masking-libraries/compare.ts';
import { type LibraryRatio, libraryRatios, missedRatios } from '../masking-libraries/ratios.ts';
import { writeTables } from '../masking-libraries/table.ts';
import {
  adversarialTimes,
  catalogueGrowth,
  type Growth,
  type Hunt,
  huntSuperlinear,
  type Timing,
} from './masking-growth.ts';
import { logTexts } from './masking-logs.ts';
import { plainExpression, rounded, type Speed, speedsOf, type Work, wholePipeline } from './masking-speed.ts';
import { honestTickets, ticketsWithHistory } from './masking-texts.ts';
import { aligned } from './table.ts';

const root = join(import.meta.dirname, '../..');
const KIB = 1024;
const LONGEST = 64 * KIB;
/** Thirty-two times this, in whole units, is still masked: a text above 1 MiB is refused at once. */
const SHORTEST = 30 * KIB;

/**
 * Speed of {@link plainExpression} on the machine the targets were set on, in MB/s. Targets are ratios to what this machine does with
 * the same expression in the same run, so that a slow or shared machine does not fail them and a fast one does not pass them.
 */
const REFERENCE = 69;
const TARGETS = { pipeline: 2, patterns: 20, adversarialMs: 25, growth: 2.3 };

interface Result {
  /** On what each tier is for, which the targets are about: tickets with their history, and text of logs. */
  speeds: Record<string, Speed>;
  /** On single tickets, a few hundred bytes each and as dense as any text gets. */
  short: Record<string, Speed>;
  adversarial: Timing[];
  /** By tier: every detector, and the patterns alone. */
  growth: Record<Tier, Growth[]>;
  hunt: Record<Tier, Hunt>;
}

type Tier = 'detectors' | 'patterns';
const TIERS: Record<Tier, (text: string) => unknown> = {
  // Without the limit of 64 KiB that whole masking has.
  detectors: (text) => detect(scanOf(text), () => undefined),
  patterns: (text) => maskPatterns(text, { profile: 'log' }),
};
const each = <T>(measureTier: (work: (text: string) => unknown) => T): Record<Tier, T> => ({
  detectors: measureTier(TIERS.detectors),
  patterns: measureTier(TIERS.patterns),
});

/** `npm run bench -- masking`. @returns exit code: 1 when a target is missed */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { quick: { type: 'boolean', default: false }, libraries: { type: 'boolean', default: false } },
  });
  const result = measure(values.quick);
  const scale = (result.speeds.expression?.median ?? REFERENCE) / REFERENCE;
  const missed = missedTargets(result, scale);
  const lines = figures(result, scale);
  process.stdout.write(`\n${aligned(lines)}\n\n`);
  const libraries = values.libraries ? await besideLibraries(values.quick ? 500 : 2_000, lines) : [];
  missed.push(...missedRatios(libraries));
  const out = join(root, 'out/bench');
  await mkdir(out, { recursive: true });
  const machine = { cores: availableParallelism(), cpu: cpus()[0]?.model, node: process.version };
  const report = { machine, scale: rounded(scale), targets: TARGETS, missed, ...result, libraries };
  await writeFile(join(out, 'masking.json'), JSON.stringify(report, null, 2));
  for (const miss of missed) say(`missed: ${miss}`);
  return missed.length > 0 ? 1 : 0;
}

/** Scores npm's libraries in this run and writes the tables of `docs/masking.md`. */
async function besideLibraries(generated: number, lines: readonly string[][]): Promise<LibraryRatio[]> {
  const comparison = await compareLibraries(generated, say);
  const ratios = libraryRatios(comparison);
  await writeTables(join(root, 'docs/masking.md'), comparison, [
    ...ratios.map(
      ({ set, best, recall, precision }) =>
        `${set}: ${recall} × the recall and ${precision} × the precision of ${best}, which finds most of the libraries`,
    ),
    ...lines.map((line) => line.join(': ')),
  ]);
  say('Tables written to docs/masking.md');
  return ratios;
}

function measure(quick: boolean): Result {
  say('Speed on honest tickets …');
  const patterns: Work = ({ text }) => maskPatterns(text, { profile: 'log' });
  const pipeline = wholePipeline;
  const tickets = honestTickets(quick ? 400 : 1_500);
  const rounds = quick ? 3 : 7;
  // On its own: what runs beside it would leave it a cold cache.
  const { expression } = speedsOf({ expression: plainExpression }, tickets, rounds);
  const speeds = {
    ...(expression && { expression }),
    ...speedsOf({ pipeline }, ticketsWithHistory(tickets), rounds),
    ...speedsOf({ patterns }, logTexts(quick ? 200 : 800), rounds),
  };
  const short = speedsOf({ patterns, pipeline }, tickets, rounds);
  say('Adversarial texts of 64 KiB …');
  const adversarial = adversarialTimes((text) => maskText(text, { profile: 'log' }), LONGEST);
  say(`Growth up to ${quick ? '240' : '960'} KiB …`);
  const growth = each((work) => catalogueGrowth(work, SHORTEST, SHORTEST * (quick ? 8 : 32)));
  say('Hunting for texts whose time grows faster than their length …');
  const hunt = {
    detectors: huntSuperlinear(TIERS.detectors, TARGETS.growth, 8 * KIB, quick ? 100 : 1_000, quick ? 8_000 : 60_000),
    patterns: huntSuperlinear(TIERS.patterns, TARGETS.growth, 32 * KIB, quick ? 100 : 1_000, quick ? 8_000 : 60_000),
  };
  return { speeds, short, adversarial, growth, hunt };
}

/** @param scale how fast this machine is, 1 for the one the targets were set on */
function missedTargets({ speeds, adversarial, growth, hunt }: Result, scale: number): string[] {
  const missed: string[] = [];
  const pipeline = (speeds.pipeline?.median ?? 0) / scale;
  if (pipeline < TARGETS.pipeline) missed.push(`pipeline ${pipeline.toFixed(2)} MB/s is below ${TARGETS.pipeline}`);
  const patterns = (speeds.patterns?.median ?? 0) / scale;
  if (patterns < TARGETS.patterns) missed.push(`patterns ${patterns.toFixed(2)} MB/s is below ${TARGETS.patterns}`);
  for (const { unit, milliseconds } of adversarial) {
    const scaled = milliseconds * scale;
    if (scaled > TARGETS.adversarialMs)
      missed.push(`64 KiB of ${unit} took ${scaled.toFixed(1)} ms, above ${TARGETS.adversarialMs}`);
  }
  for (const tier of ['detectors', 'patterns'] as const) {
    for (const { unit, ratio } of growth[tier]) {
      if (ratio > TARGETS.growth)
        missed.push(`${tier}, ${unit}: twice the length took ${ratio.toFixed(2)} times as long`);
    }
    if (hunt[tier].found) missed.push(`${tier}: repeating ${hunt[tier].found} takes more than linear time`);
  }
  return missed;
}

/** What was measured, name and figure. */
function figures({ speeds, short, adversarial, growth, hunt }: Result, scale: number): string[][] {
  const [slowest] = adversarial;
  return [
    ['one expression of eleven alternatives (V8)', `${speeds.expression?.median} MB/s`],
    ['whole pipeline, tickets of 0.5 to 4 KB (target)', rateOf(speeds.pipeline)],
    ['patterns alone, log text of 2 to 8 KB (target)', rateOf(speeds.patterns)],
    ['whole pipeline, single tickets of 0.3 KB', rateOf(short.pipeline)],
    ['patterns alone, single tickets of 0.3 KB', rateOf(short.patterns)],
    ['slowest 64 KiB', `${slowest?.milliseconds.toFixed(1)} ms (${slowest?.unit})`],
    ...(['detectors', 'patterns'] as const).flatMap((tier) => [
      [`steepest growth, ${tier}`, `${growth[tier][0]?.ratio.toFixed(2)} × (${growth[tier][0]?.unit})`],
      [
        `hunted, ${tier}`,
        `${hunt[tier].units} units, ${hunt[tier].found ? `found ${hunt[tier].found}` : 'none superlinear'}`,
      ],
    ]),
    ['this machine', `${scale.toFixed(2)} × the one the targets were set on`],
  ];
}

const rateOf = (speed: Speed | undefined) => `${speed?.median} MB/s, ${speed?.microsPerText} µs`;
const say = (text: string) => void process.stderr.write(`${text}\n`);
