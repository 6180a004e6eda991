/**
 * Compiles the Rego into libs/policy/bundle: `policy.wasm`, `data.json` and `manifest.json`, byte for byte the same
 * from the same sources; and into a signed archive for both engines. `--sign KEY --out FILE` signs with your key (PEM, P-256);
 * without it the chart's demo archive is made, signed by a key that is made for it and thrown away. `--check` compiles beside
 * what is committed and compares, so that CI proves it.
 */
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  demandSignature,
  ENTRYPOINTS,
  type ManifestContent,
  readArchive,
  revisionOf,
  SIGNATURES,
} from '@sallyport/policy';
import { bundleFiles, DECISIVE, signedArchive } from './archive.ts';
import { BUNDLE, main, POLICIES, PolicyError, refuseUnsoundGrants, run } from './opa.ts';

/**
 * All that a decision may call. Nothing here reaches a network, a clock or the host, so that an answer depends on the
 * question and the data alone.
 */
const BUILT_INS = [
  'assign',
  'count',
  'eq',
  'equal',
  'gt',
  'gte',
  'internal.member_2',
  'is_array',
  'is_null',
  'is_number',
  'is_object',
  'is_string',
  'lt',
  'lte',
  'neq',
  'rego.metadata.rule',
  'sort',
];

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Digest over path and content of every Rego source that decides, in the order of their paths; data has its own. */
function sourcesDigest(): string {
  const paths = globSync(DECISIVE, { cwd: POLICIES });
  const decisive = paths.filter((path) => !path.endsWith('_test.rego')).sort();
  return sha256(decisive.map((path) => `${path}\n${sha256(readFileSync(join(POLICIES, path)))}\n`).join(''));
}

/** Capabilities of the pinned opa with `BUILT_INS` only; anything else fails to compile. */
function capabilities(): string {
  const all = JSON.parse(run('opa', ['capabilities', '--current'])) as { builtins: { name: string }[] };
  return JSON.stringify({ ...all, builtins: all.builtins.filter(({ name }) => BUILT_INS.includes(name)) });
}

function opaVersion(): string {
  const version = run('opa', ['version']).match(/^Version: (\S+)$/m)?.[1];
  if (!version) throw new PolicyError('opa does not say its version');
  return version;
}

/** Compiles in `scratch`; returns the bundle's files by name. */
function compile(scratch: string): Map<string, Buffer> {
  const limits = join(scratch, 'capabilities.json');
  const archive = join(scratch, 'bundle.tar.gz');
  writeFileSync(limits, capabilities());
  const entrypoints = ENTRYPOINTS.flatMap((entrypoint) => ['--entrypoint', entrypoint]);
  const ignored = ['--ignore', '*_test.rego', '--ignore', 'checks'];
  run('opa', [
    'build',
    '--target=wasm',
    '--bundle',
    '.',
    '--capabilities',
    limits,
    ...entrypoints,
    ...ignored,
    '--output',
    archive,
  ]);
  const unpack = (name: string) => execFileSync('tar', ['-xzPOf', archive, `/${name}`], { maxBuffer: 64 << 20 });
  const wasm = unpack('policy.wasm');
  const data = unpack('data.json');
  const content: ManifestContent = {
    opa: opaVersion(),
    entrypoints: [...ENTRYPOINTS],
    sources: sourcesDigest(),
    files: { 'policy.wasm': sha256(wasm), 'data.json': sha256(data) },
  };
  const manifest = `${JSON.stringify({ revision: revisionOf(content), ...content }, null, 2)}
`;
  return new Map([
    ['policy.wasm', wasm],
    ['data.json', data],
    ['manifest.json', Buffer.from(manifest)],
  ]);
}

function compare(files: Map<string, Buffer>): void {
  const stale = [...files].filter(([name, bytes]) => {
    try {
      return !readFileSync(join(BUNDLE, name)).equals(bytes);
    } catch {
      return true;
    }
  });
  if (stale.length > 0) {
    const names = stale.map(([name]) => name).join(', ');
    throw new PolicyError(
      `the committed bundle is not what the Rego compiles to: ${names}; run the build and commit it`,
    );
  }
  console.log('policy bundle: in date');
}

/** The demo's archive and the key that proves it, in the chart. */
const DEMO = join(POLICIES, '../helm/files/policy');

async function compareDemo(files: Map<string, Buffer>): Promise<void> {
  const committed = await readArchive(join(DEMO, 'bundle.tar.gz'));
  demandSignature(committed, readFileSync(join(DEMO, 'bundle-key.pem'), 'utf8'));
  const stale = [...files].filter(([name, bytes]) => !committed.get(name)?.equals(bytes)).map(([name]) => name);
  const stray = [...committed.keys()].filter((name) => name !== SIGNATURES && !files.has(name));
  if (stale.length + stray.length > 0) {
    throw new PolicyError(`the chart's demo bundle is not this one: ${[...stale, ...stray].join(', ')}; run the build`);
  }
  console.log('demo bundle: signed and in date');
}

async function writeDemo(files: Map<string, Buffer>): Promise<void> {
  // A bundle that is in date keeps its signature: a new key for the same content would be a change without a reason.
  if (
    await compareDemo(files).then(
      () => true,
      () => false,
    )
  )
    return;
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  mkdirSync(DEMO, { recursive: true });
  writeFileSync(join(DEMO, 'bundle.tar.gz'), await signedArchive(files, privateKey));
  writeFileSync(join(DEMO, 'bundle-key.pem'), publicKey);
  console.log('demo bundle: signed anew');
}

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, sign: { type: 'string' }, out: { type: 'string' } },
});

await main(async () => {
  refuseUnsoundGrants();
  const scratch = mkdtempSync(join(tmpdir(), 'policy-bundle-'));
  try {
    const compiled = compile(scratch);
    const files = bundleFiles(compiled);
    if (values.check) {
      compare(compiled);
      return await compareDemo(files);
    }
    if (values.sign !== undefined) {
      if (!values.out) throw new PolicyError('--sign KEY needs --out FILE');
      writeFileSync(values.out, await signedArchive(files, readFileSync(values.sign, 'utf8')));
      return console.log(`signed bundle: ${values.out}`);
    }
    rmSync(BUNDLE, { recursive: true, force: true });
    mkdirSync(BUNDLE, { recursive: true });
    for (const [name, bytes] of compiled) writeFileSync(join(BUNDLE, name), bytes);
    console.log(`policy bundle: ${JSON.parse(String(compiled.get('manifest.json'))).revision}`);
    return await writeDemo(files);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
