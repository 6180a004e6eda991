import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleFiles, signedArchive } from '../../../deploy/policies/scripts/archive.ts';
import { CompiledPolicy } from './compiled-policy.ts';
import { PolicyBundleError, SidecarPolicy } from './index.ts';

const root = join(import.meta.dirname, '../../..');
const OPA = join(root, 'tools/.bin/opa');
const present = existsSync(OPA);
if (!present) {
  const why = 'opa is not installed (node tools/install.mjs)';
  if (process.env.CI) throw new Error(why);
  process.stdout.write(`skipped: ${why}\n`);
}

const keyPair = () =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const key = keyPair();
const QUESTION = { subject: { type: 'person' } } as never;

let files: Map<string, Buffer>;
let archive: Buffer;
beforeAll(async () => {
  const dir = join(root, 'libs/policy/bundle');
  const names = ['policy.wasm', 'data.json', 'manifest.json'];
  files = bundleFiles(
    new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(dir, name))] as const))),
  );
  archive = await signedArchive(files, key.privateKey);
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A directory with a bundle and the key that is trusted. */
async function place(bundle: Buffer, publicKey = key.publicKey): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'sallyport-opa-'));
  closing.push(() => rm(dir, { recursive: true, force: true }));
  await writeFile(join(dir, 'bundle.tar.gz'), bundle);
  await writeFile(join(dir, 'key.pem'), publicKey);
  const config = await readFile(join(root, 'deploy/helm/files/opa/config.yaml'), 'utf8');
  await writeFile(join(dir, 'config.yaml'), config.replace('/etc/sallyport/policy/', `${dir}/`));
  return dir;
}

/** The sidecar as the chart starts it. */
function sidecar(dir: string): ChildProcess {
  const args = ['run', '--server', `--addr=unix://${dir}/opa.sock`, '--skip-version-check', '--log-level=error'];
  args.push(`--config-file=${dir}/config.yaml`, `--set-file=keys.sallyport.key=${dir}/key.pem`);
  const child = spawn(OPA, args, { stdio: 'ignore' });
  closing.push(() => child.kill('SIGKILL'));
  return child;
}

const options = (dir: string) => ({ socketPath: join(dir, 'opa.sock'), budgetMs: 2_000 });
const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

describe.skipIf(!present)('the policy sidecar', () => {
  it('[C-PL-4] never activates a bundle that is unsigned, changed, or signed by another key', async () => {
    const tamper = (name: string, change: (bytes: Buffer) => Buffer) =>
      new Map([...files].map(([path, bytes]) => [path, path === name ? change(bytes) : bytes] as const));
    const loose = (bytes: Buffer) => Buffer.from(bytes.toString('utf8').replace('"tier":2', '"tier":0'));
    const signature = (await import('./bundle-signature.ts')).signFiles(files, key.privateKey);
    const bad = {
      'another key': await place(archive, keyPair().publicKey),
      'data changed': await place(await resigned(tamper('data.json', loose), signature)),
      'a rule changed': await place(
        await resigned(
          tamper('mcp/tool_call/tool_call.rego', (b) => Buffer.concat([b, Buffer.from('\n')])),
          signature,
        ),
      ),
      'no signature': await place(await resigned(files, undefined)),
    };
    for (const [what, dir] of Object.entries(bad)) {
      sidecar(dir);
      await expect(SidecarPolicy.open({ ...options(dir), waitMs: 1_500 }), what).rejects.toThrow(PolicyBundleError);
      const compiled = CompiledPolicy.loadSigned(join(dir, 'bundle.tar.gz'), join(dir, 'key.pem'));
      await expect(compiled, what).rejects.toThrow(PolicyBundleError);
    }
  });

  it('[C-AZ-9] gone: every answer is a refusal, and it recovers by itself when it is back', async () => {
    const dir = await place(archive);
    const first = sidecar(dir);
    const policy = await SidecarPolicy.open(options(dir));
    closing.push(() => policy.close());
    const gone = ended(first);
    first.kill('SIGKILL');
    await gone;
    for (let call = 0; call < 8; call += 1) {
      expect(await policy.toolCall(QUESTION)).toMatchObject({ allow: false, reasons: ['policy_unavailable'] });
    }
    expect(await policy.ready()).toBe(false);
    await rm(join(dir, 'opa.sock'), { force: true });
    sidecar(dir);
    await expect.poll(() => policy.ready(), { timeout: 10_000, interval: 100 }).toBe(true);
    expect((await policy.toolCall(QUESTION)).reasons).not.toContain('policy_unavailable');
  });

  it('names the same revision as the bundle in process, and gives the same answer', async () => {
    const dir = await place(archive);
    sidecar(dir);
    const policy = await SidecarPolicy.open(options(dir));
    closing.push(() => policy.close());
    const compiled = await CompiledPolicy.loadSigned(join(dir, 'bundle.tar.gz'), join(dir, 'key.pem'));
    const { id: _, ...answer } = await policy.toolCall(QUESTION);
    const { id: __, ...own } = compiled.toolCall(QUESTION);
    expect(answer).toEqual(own);
    expect(answer.revision).toMatch(/^r-[0-9a-f]{12}$/);
  });
});

describe('something that listens on the socket and is no policy', () => {
  const yes = {
    result: { allow: true, reasons: [], obligations: [] },
    provenance: { bundles: { x: { revision: 'r-1' } } },
  };
  async function impostor(
    answer: (respond: (body: string) => void) => void,
  ): Promise<{ socketPath: string; server: Server }> {
    const dir = await mkdtemp(join(tmpdir(), 'sallyport-impostor-'));
    const server = createServer((_request, response) => answer((body) => response.end(body)));
    const socketPath = join(dir, 'opa.sock');
    await new Promise<void>((listening) => server.listen(socketPath, listening));
    closing.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    return { socketPath, server };
  }

  it.each([
    ['says yes to everything', JSON.stringify(yes)],
    ['answers without a bundle', JSON.stringify({ ...yes, provenance: { bundles: {} } })],
    ['answers nothing', '{}'],
    ['answers no JSON', '<html>'],
    ['never ends', 'x'.repeat(100_000)],
  ])('[C-AZ-9] is not opened when it %s', async (_, body) => {
    const { socketPath } = await impostor((respond) => respond(body));
    await expect(SidecarPolicy.open({ socketPath, budgetMs: 200, waitMs: 0 })).rejects.toThrow(PolicyBundleError);
  });

  it('[C-AZ-9] is not waited for longer than the budget', async () => {
    const { socketPath } = await impostor(() => undefined);
    await expect(SidecarPolicy.open({ socketPath, budgetMs: 50, waitMs: 0 })).rejects.toThrow(PolicyBundleError);
  });
});

/** An archive of these files with a signature made for others, or with none. */
async function resigned(changed: ReadonlyMap<string, Buffer>, signature: Buffer | undefined): Promise<Buffer> {
  const { pack } = await import('tar-stream');
  const { gzipSync } = await import('node:zlib');
  const tar = pack();
  const chunks: Buffer[] = [];
  tar.on('data', (chunk) => void chunks.push(chunk as Buffer));
  const done = new Promise<void>((resolve) => tar.on('end', () => resolve()));
  if (signature) tar.entry({ name: '.signatures.json' }, signature);
  for (const [name, bytes] of changed) tar.entry({ name }, bytes);
  tar.finalize();
  await done;
  return gzipSync(Buffer.concat(chunks));
}
