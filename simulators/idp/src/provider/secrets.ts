import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'oidc-provider';

/** What must be the same after a restart: the signing keys applications know, and the key that signs cookies. */
export interface IdpSecrets {
  readonly version: 1;
  readonly jwks: { readonly keys: JWK[] };
  readonly cookieKey: string;
}

/** Makes new secrets: an RS256 key, which every client can verify, and an ES256 key for those that ask. */
export async function makeSecrets(): Promise<IdpSecrets> {
  const keys = await Promise.all(
    ['RS256', 'ES256'].map(async (alg) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true });
      const kid = `${alg.toLowerCase()}-${randomBytes(6).toString('hex')}`;
      return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid } as JWK;
    }),
  );
  return { version: 1, jwks: { keys }, cookieKey: randomBytes(32).toString('base64url') };
}

/**
 * Reads the secrets, or makes and stores them at the first start; the file is its owner's alone.
 * @throws Error when the file is there and is not ours.
 */
export async function loadSecrets(path: string): Promise<IdpSecrets> {
  const text = readIfThere(path);
  if (text === undefined) {
    const secrets = await makeSecrets();
    store(path, secrets);
    return secrets;
  }
  const secrets = parse(text);
  if (secrets?.version !== 1 || !Array.isArray(secrets.jwks?.keys) || typeof secrets.cookieKey !== 'string') {
    throw new Error('the state file is not one of the IdP simulator');
  }
  return secrets;
}

function store(path: string, secrets: IdpSecrets): void {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(secrets));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string): IdpSecrets | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
