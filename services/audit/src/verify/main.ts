// Runs as it is under Node 24 (type stripping) with nothing but node: modules, so that it can be carried to another machine.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type NoteVerifier, parseVkey } from '../log/note.ts';
import { textOf } from './report.ts';
import { verifyLog } from './verify-log.ts';

const USAGE = `audit:verify — verifies an audit log directory offline

usage: npm run audit:verify -- [--key VKEY|FILE] [--since CHECKPOINT] [--json] DIRECTORY

  --key    the log's verifier key (name+id+key), or a file that holds it; without it the key in the directory is
           believed, which proves nothing against somebody who can write the directory
  --since  a checkpoint of this log that you kept; the log must continue it
  --json   print the report as one JSON object

exit code: 0 verified, 1 tampered, 2 incomplete, 3 usage or unreadable
`;
const EXIT = { ok: 0, tampered: 1, incomplete: 2 } as const;
const USAGE_EXIT = 3;

class UsageError extends Error {}

function readText(path: string, what: string): string {
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`${what} not found: ${path}`);
  return readFileSync(path, 'utf8');
}

function keyOf(text: string): NoteVerifier {
  try {
    return parseVkey(text);
  } catch {
    throw new UsageError('not a verifier key: name+id+key expected');
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      since: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [directory] = positionals;
  if (directory === undefined || positionals.length > 1) throw new UsageError('exactly one directory is verified');
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new UsageError(`no such directory: ${directory}`);
  }
  const given = values.key;
  const key =
    given?.includes('+') && !existsSync(given) ? given : readText(given ?? join(directory, 'log.vkey'), 'key');
  const since = values.since === undefined ? undefined : readText(values.since, 'checkpoint');
  const report = await verifyLog(directory, { key: keyOf(key), pinned: given !== undefined, since });
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : textOf(report));
  return EXIT[report.status];
}

try {
  process.exitCode = await main();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  // Nothing was verified: an unreadable file must not look like a tampered one.
  const usage = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`audit:verify: ${message}\n${usage ? `\n${USAGE}` : ''}`);
  process.exitCode = USAGE_EXIT;
}
