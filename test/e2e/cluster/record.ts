import { createPrivateKey } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatVkey, noteVerifier } from '../../../services/audit/src/log/note.ts';
import { cluster, named, pod, publicUrl } from './installation.ts';
import { insidePod } from './kube/probe.ts';

/** An event of the record, as far as specs look at it. */
export interface Entry {
  metadata: { event_code: string; uid: string };
  message?: string;
  [field: string]: unknown;
}

const COPY = `
const fs = require('node:fs'); const zlib = require('node:zlib');
const root = '/proc/1/root/var/lib/sallyport/log';
const files = {};
for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = (entry.parentPath + '/' + entry.name).slice(root.length + 1);
  files[path] = fs.readFileSync(root + '/' + path).toString('base64');
}
console.log(JSON.stringify(zlib.deflateSync(JSON.stringify(files)).toString('base64')));
`;

/** Copies the log out of the audit pod, as an auditor would be given it. @returns its directory here */
export async function exportLog(): Promise<string> {
  const packed = await insidePod<string>(cluster, await pod('audit'), COPY, { target: 'audit' });
  const { inflateSync } = await import('node:zlib');
  const files = JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString('utf8')) as Record<string, string>;
  const dir = await mkdtemp(join(tmpdir(), 'sallyport-record-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), Buffer.from(content, 'base64'));
  }
  return dir;
}

/** Entries of an exported log (C2SP tlog-tiles: 16-bit length, then the entry); of each bundle its widest file. */
export async function entriesOf(dir: string): Promise<Entry[]> {
  const widest = new Map<string, { path: string; width: number }>();
  for (const path of globSync('tile/entries/**', { cwd: dir })) {
    const [, bundle, width = '256'] = /^(tile\/entries\/[x\d/]+?)(?:\.p\/(\d+))?$/.exec(path) ?? [];
    if (!bundle || !/\d$/.test(path) || path.endsWith('.p')) continue;
    if ((widest.get(bundle)?.width ?? 0) < Number(width)) widest.set(bundle, { path, width: Number(width) });
  }
  const entries: Entry[] = [];
  for (const [, { path }] of [...widest].sort(([left], [right]) => left.localeCompare(right))) {
    const bytes = await readFile(join(dir, path)).catch(() => Buffer.alloc(0));
    for (let at = 0; at + 2 <= bytes.length; ) {
      const end = at + 2 + bytes.readUInt16BE(at);
      entries.push(JSON.parse(bytes.subarray(at + 2, end).toString('utf8')) as Entry);
      at = end;
    }
  }
  return entries;
}

/** The verifier key of the log, from the key that signs its checkpoints and not from the log. */
export async function logKey(): Promise<string> {
  const secret = JSON.parse(await cluster.kubectl(['get', 'secret', `${named('audit')}-keys`, '-o', 'json'])) as {
    data: Record<string, string>;
  };
  const key = createPrivateKey(Buffer.from(secret.data['checkpoint.key'] ?? '', 'base64'));
  return formatVkey(noteVerifier(`${new URL(publicUrl('console')).host}/audit`, key));
}

const METRICS = `
fetch('http://127.0.0.1:9090/metrics').then((answer) => answer.text()).then((text) => console.log(JSON.stringify(text)));
`;

/** Events that producers counted and that audit does not have. */
export async function missingEvents(): Promise<number> {
  const text = await insidePod<string>(cluster, await pod('audit'), METRICS);
  const values = [...text.matchAll(/^audit_producer_missing_events\{[^}]*\} (\S+)$/gm)].map(([, value]) =>
    Number(value),
  );
  return values.reduce((sum, value) => sum + value, 0);
}
