import { resolve } from 'node:path';
import { CONTAINERD_SOCKET, STATE_FILE } from './layout.ts';
import { isAlive, Ledger } from './ledger.ts';
import { Sandbox } from './sandbox.ts';

/** A large image on a busy machine. */
const IMPORT_MS = 600_000;

/** An image that pods of the cluster can name, with `imagePullPolicy: Never`, by tag or by digest. */
export interface ImportedImage {
  /** As the archive names it, e.g. `sallyport.test/audit:1`. */
  reference: string;
  /** Of the manifest as containerd keeps it, `sha256:…`. */
  digest: string;
  /** `repository@sha256:…`. */
  byDigest: string;
}

/**
 * Puts the images of an archive (`docker save` or OCI layout, as a tar file) into the running cluster's containerd.
 *
 * @throws Error when no cluster runs, CommandFailed when the archive cannot be imported
 */
export async function importImage(archivePath: string): Promise<ImportedImage[]> {
  const ledger = Ledger.read(STATE_FILE);
  const sandbox = ledger && Sandbox.of(ledger);
  if (!ledger?.processes.every(isAlive) || !sandbox) throw new Error('no cluster is running; npm run cluster -- up');
  return importInto(sandbox, archivePath);
}

/** @internal for `up`, before the cluster is whole */
export function importInto(sandbox: Sandbox, archivePath: string): ImportedImage[] {
  const ctr = (...args: string[]) =>
    sandbox.command('ctr', ['-a', CONTAINERD_SOCKET, '-n', 'k8s.io', 'images', ...args], { timeoutMs: IMPORT_MS });
  const imported = unpacked(ctr('import', resolve(archivePath)));
  if (imported.length === 0) throw new Error(`${archivePath} names no image`);
  for (const { reference, byDigest } of imported) ctr('tag', '--force', reference, byDigest);
  return imported;
}

/** From ctr's lines `unpacking REFERENCE (sha256:…)...done`. */
export function unpacked(said: string): ImportedImage[] {
  return [...said.matchAll(/^unpacking (\S+) \((sha256:[0-9a-f]{64})\)/gm)].map(([, reference = '', digest = '']) => ({
    reference,
    digest,
    byDigest: `${reference.replace(/:[^:/]+$/, '')}@${digest}`,
  }));
}
