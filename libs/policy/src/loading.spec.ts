import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { roguePolicy } from '../test/rogue-policy.ts';
import { committedFile, writeBundle } from '../test/write-bundle.ts';
import { PolicyBundleError } from './bundle-error.ts';
import { CompiledPolicy } from './compiled-policy.ts';
import { ENTRYPOINTS } from './manifest.ts';

const dirs: string[] = [];
afterEach(async () => {
  for (const dir of dirs.splice(0)) await rm(dir, { recursive: true, force: true });
});

async function bundle(given: Record<string, string | Buffer> = {}): Promise<string> {
  const dir = await writeBundle(given);
  dirs.push(dir);
  return dir;
}

async function refusal(dir: string): Promise<string> {
  const error = await CompiledPolicy.load(dir).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PolicyBundleError);
  return (error as PolicyBundleError).message;
}

/** The committed data with one change made to it. */
async function dataWith(change: (data: Record<string, Record<string, unknown>>) => void): Promise<string> {
  const data = JSON.parse(String(await committedFile('data.json')));
  change(data);
  return JSON.stringify(data);
}

describe('[C-AZ-9] a changed bundle does not load', () => {
  it.each(['policy.wasm', 'data.json'])('%s with any one bit flipped', async (file) => {
    const original = await committedFile(file);
    const dir = await bundle({ 'manifest.json': await committedFile('manifest.json') });
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(original);
        changed[at] = (changed[at] as number) ^ (1 << bit);
        await writeFile(join(dir, file), changed);
        expect(await refusal(dir)).toBe(`${file}: not the file that the manifest names`);
      }),
      { numRuns: 25 },
    );
  });

  it.each(['policy.wasm', 'data.json', 'manifest.json'])('%s missing', async (file) => {
    const dir = await bundle();
    await rm(join(dir, file));
    expect(await refusal(dir)).toBe(`${file}: cannot be read`);
  });

  it('a manifest with any line changed alone', async () => {
    const manifest = JSON.parse(String(await committedFile('manifest.json')));
    const changes: [object, string][] = [
      [{ revision: 'r-000000000000' }, 'the revision is not its own'],
      [{ opa: '1.0.0' }, 'the revision is not its own'],
      [{ sources: '0'.repeat(64) }, 'the revision is not its own'],
      [{ files: { ...manifest.files, 'data.json': '0'.repeat(64) } }, 'the revision is not its own'],
      [{ entrypoints: manifest.entrypoints.slice(1) }, 'is not as it must be'],
      [{ entrypoints: [...manifest.entrypoints, 'x/y/decision'] }, 'is not as it must be'],
      [{ signed: true }, 'is not as it must be'],
      [{ revision: '../../etc' }, 'is not as it must be'],
    ];
    for (const [change, message] of changes) {
      const dir = await bundle({ 'manifest.json': JSON.stringify({ ...manifest, ...change }) });
      expect(await refusal(dir)).toContain(message);
    }
  });

  it.each(['', '{', 'null', '[]'])('a manifest that is %j', async (manifest) => {
    expect(await refusal(await bundle({ 'manifest.json': manifest }))).toContain('manifest.json');
  });

  it.each(['', '{', 'null', '7'])('data that is %j, even where the manifest names it', async (data) => {
    expect(await refusal(await bundle({ 'data.json': data }))).toContain('data.json');
  });
});

describe('[C-AZ-2] wildcards do not load, even where the manifest names them', () => {
  const places: [string, (data: Record<string, Record<string, unknown>>, name: string) => void][] = [
    ['a role’s tools', (data, name) => Object.assign(data.roles?.support_engineer as object, { tools: [name] })],
    ['a tool’s name', (data, name) => Object.assign(data.tools as object, { [name]: data.tools?.escalate_ticket })],
    ['a tool’s scope', (data, name) => Object.assign(data.tools?.escalate_ticket as object, { scope: name })],
    ['a client’s operations', (data, name) => Object.assign(data.clients as object, { c: { operations: [name] } })],
    ['a tenant’s teams', (data, name) => Object.assign(data.teams as object, { harbor: [name] })],
    ['the accepted sign-ins', (data, name) => Object.assign(data.acr as object, { writes: [name] })],
  ];
  for (const [place, put] of places) {
    it.each(['*', 'tools.*', 'issues:*', '**', '?', '[a-z]', 'PA%', 'ALL', 'any', ''])(`${place}: %j`, async (name) => {
      const dir = await bundle({ 'data.json': await dataWith((data) => put(data, name)) });
      expect(await refusal(dir)).toContain('is not an exact name');
    });
  }
});

describe('[C-AZ-9] a policy that answers wrongly does not load, even where the manifest names it', () => {
  const say = (result: object) => JSON.stringify([{ result }]);
  const deny = (...reasons: string[]) => say({ allow: false, reasons, obligations: [] });
  const rogues: [string, string][] = [
    ['allows everything', say({ allow: true, reasons: [], obligations: [] })],
    ['refuses everything without looking', deny('default_deny')],
    ['gives reasons nobody knows', deny('because')],
    ['answers nothing', '[]'],
    ['answers nonsense', '[{"result":true}]'],
    ['answers no JSON', 'yes'],
    ['traps', 'trap'],
  ];
  it.each(rogues)('one that %s', async (_, answer) => {
    const wasm = roguePolicy({ answer, entrypoints: ENTRYPOINTS });
    expect(await refusal(await bundle({ 'policy.wasm': wasm }))).toContain('does not give the known answer');
  });

  it.each([
    ['one entrypoint missing', ENTRYPOINTS.slice(1)],
    ['one entrypoint too many', [...ENTRYPOINTS, 'x/y/decision']],
    ['no entrypoint', []],
  ])('one with %s', async (_, entrypoints) => {
    const wasm = roguePolicy({ answer: deny('default_deny'), entrypoints });
    expect(await refusal(await bundle({ 'policy.wasm': wasm }))).toContain('policy.wasm: answers [');
  });

  it('one that is no wasm', async () => {
    expect(await refusal(await bundle({ 'policy.wasm': 'allow all' }))).toBe('policy.wasm: is not a policy');
  });
});

it('the committed bundle loads from a copy, under a revision of its own making', async () => {
  const manifest = await committedFile('manifest.json');
  const policy = await CompiledPolicy.load(await bundle({ 'manifest.json': manifest }));
  expect(policy.revision).toBe(JSON.parse(String(manifest)).revision);
});
