/** `tampered`: what is there is not what was signed. `incomplete`: something is not there. `note`: worth a look only. */
export type Verdict = 'tampered' | 'incomplete' | 'note';

export interface Finding {
  verdict: Verdict;
  /** What was found, one word list: see {@link WORDS}. */
  kind: keyof typeof WORDS;
  /** First entry concerned. */
  index?: number | undefined;
  /** Path below the log directory. */
  file?: string | undefined;
  detail?: string | undefined;
}

export interface Report {
  status: 'ok' | 'tampered' | 'incomplete';
  origin?: string;
  /** Entries under the checkpoint, and how many were read and fit. */
  size?: number;
  verified: number;
  /** Merkle root of the checkpoint, base64. */
  root?: string;
  /** Whether the key came from outside the directory. */
  pinned: boolean;
  firstBadIndex?: number;
  findings: Finding[];
}

export const WORDS = {
  checkpoint_missing: 'there is no checkpoint',
  checkpoint_invalid: 'the checkpoint is not what the key signed',
  entries_missing: 'entries are missing',
  entries_malformed: 'an entry bundle is cut or has other entries than signed',
  entry_mismatch: 'an entry does not fit its hash in the tree',
  entry_not_canonical: 'an entry is not canonical JSON of ours',
  tile_missing: 'a tile of hashes is missing',
  tile_malformed: 'a tile of hashes has the wrong length',
  tile_mismatch: 'a tile of hashes does not fit the entries',
  root_mismatch: 'the entries do not have the signed root',
  rolled_back: 'the log is shorter than a checkpoint it gave before',
  history_rewritten: 'the log does not continue a checkpoint it gave before',
  counter_repeated: 'a producer counter stands for two events',
  counter_missing: 'events of a producer have not arrived',
  foreign_file: 'a file that belongs to no tile',
  beyond_checkpoint: 'a tile that the checkpoint does not cover',
} as const;

/** Kinds that name an entry exactly; the others name the first entry of a whole range. */
const EXACT: readonly string[] = ['entries_malformed', 'entry_mismatch', 'entry_not_canonical', 'counter_repeated'];

/** Verdict of all findings, and the first bad index: the exact ones count before the coarse ones. */
export function conclude(findings: readonly Finding[]): Pick<Report, 'status' | 'firstBadIndex'> {
  const status = (['tampered', 'incomplete'] as const).find((verdict) =>
    findings.some((found) => found.verdict === verdict),
  );
  if (!status) return { status: 'ok' };
  const bad = findings.filter(({ verdict }) => verdict === status);
  const exact = bad.filter(({ kind }) => EXACT.includes(kind));
  const indices = (exact.length > 0 ? exact : bad).flatMap(({ index }) => (index === undefined ? [] : [index]));
  return { status, ...(indices.length > 0 ? { firstBadIndex: Math.min(...indices) } : {}) };
}

/** The report for people, a line per finding. */
export function textOf(report: Report): string {
  const lines = report.findings.map(({ verdict, kind, index, file, detail }) => {
    const where = [index === undefined ? '' : `entry ${index}`, file ?? ''].filter(Boolean).join(', ');
    return `${verdict}: ${WORDS[kind]}${where ? ` (${where})` : ''}${detail ? `: ${detail}` : ''}`;
  });
  const key = report.pinned ? '' : 'warning: the key came from the directory itself; pin it with --key\n';
  const verdicts: Record<Report['status'], string> = {
    ok: `ok: ${report.verified} entries of ${report.origin} verified, root ${report.root}`,
    tampered: `TAMPERED: first bad entry ${report.firstBadIndex ?? 'unknown'}`,
    incomplete: `INCOMPLETE: first missing entry ${report.firstBadIndex ?? 'unknown'}`,
  };
  return `${key}${lines.map((line) => `${line}\n`).join('')}${verdicts[report.status]}\n`;
}
