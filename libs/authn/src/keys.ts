import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@sallyport/contracts';
import type { JWK } from 'jose';

export interface SigningKey {
  kid: string;
  /** Public part only. */
  jwk: JWK;
  privateKey: KeyObject;
  /** RFC 7638 thumbprint; equals `kid`. */
  jkt: string;
}
export type EncryptionKey = SigningKey;

/** RFC 7638 §3: SHA-256 over the required members in lexicographic order, base64url. P-256 keys only. */
export function thumbprint(jwk: JWK): string {
  const { crv, kty, x, y } = jwk;
  if (kty !== 'EC' || crv !== 'P-256' || !x || !y) throw new Error('only P-256 keys have a place here');
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

/** A fresh P-256 key. `use` is `sig` (ES256) or `enc` (ECDH-ES). */
export function generateKey(use: 'sig' | 'enc' = 'sig'): { key: SigningKey; privateJwk: JWK } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = {
    ...(privateKey.export({ format: 'jwk' }) as JWK),
    use,
    alg: use === 'sig' ? 'ES256' : 'ECDH-ES+A256KW',
  };
  return { key: fromPrivateJwk(jwk), privateJwk: { ...jwk, kid: thumbprint(jwk) } };
}

function fromPrivateJwk(jwk: JWK): SigningKey {
  const kid = thumbprint(jwk);
  const { kty, crv, x, y, use, alg } = jwk;
  const publicJwk = { kty, crv, x, y, use, alg, kid } as JWK;
  return { kid, jkt: kid, jwk: publicJwk, privateKey: createPrivateKey({ key: jwk as never, format: 'jwk' }) };
}

async function readKey(file: string, use: 'sig' | 'enc'): Promise<SigningKey> {
  const mode = (await stat(file)).mode & 0o077;
  if (mode !== 0) throw new Error(`key file ${file} is readable by others; chmod 600 it`);
  const set = JSON.parse(await readFile(file, 'utf8')) as { keys?: JWK[] };
  const jwk = set.keys?.find((key) => key.use === use);
  if (!jwk?.d) throw new Error(`key file ${file} holds no private key for ${use}`);
  return fromPrivateJwk(jwk);
}

/**
 * Reads the service's own signing key (JWK set file, mode 0600).
 * @throws Error naming the file when it is missing, readable by others, or holds no signing key; never its content
 */
export const readSigningKey = (file: string): Promise<SigningKey> => readKey(file, 'sig');
/** Reads the key others encrypt to (same file, `use: enc`). */
export const readEncryptionKey = (file: string): Promise<EncryptionKey> => readKey(file, 'enc');

/** Public keys of the other services, read once at start. */
export interface PeerKeys {
  /** @throws Error when that service is not known here */
  get(service: ServiceName): JWK[];
}

/** Reads `<service>.jwks.json` files (public keys only). */
export async function readPeerKeys(dir: string, services: readonly ServiceName[]): Promise<PeerKeys> {
  const sets = new Map<ServiceName, JWK[]>();
  for (const service of services) {
    const file = join(dir, `${service}.jwks.json`);
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: JWK[] };
    if (keys.some((key) => key.d !== undefined)) throw new Error(`${file} holds a private key`);
    sets.set(service, keys);
  }
  return {
    get(service) {
      const keys = sets.get(service);
      if (!keys) throw new Error(`no public keys of ${service} are known here`);
      return keys;
    },
  };
}

/**
 * Makes what is missing of `<dir>/<service>.jwks.json` (private, 0600) and `<dir>/public/<service>.jwks.json`.
 * The gateway also gets an encryption key. Existing keys are kept.
 */
export async function createServiceKeys(dir: string, services: readonly ServiceName[]): Promise<void> {
  const publicDir = join(dir, 'public');
  await mkdir(publicDir, { recursive: true, mode: 0o700 });
  for (const service of services) {
    const file = join(dir, `${service}.jwks.json`);
    let keys: JWK[];
    try {
      keys = (JSON.parse(await readFile(file, 'utf8')) as { keys: JWK[] }).keys;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      keys = [generateKey('sig').privateJwk];
      if (service === 'token-broker-gateway') keys.push(generateKey('enc').privateJwk);
      await writeFile(file, JSON.stringify({ keys }), { mode: 0o600, flag: 'wx' });
      await chmod(file, 0o600);
    }
    const publicKeys = keys.map((key) => fromPrivateJwk(key).jwk);
    await writeFile(join(publicDir, `${service}.jwks.json`), JSON.stringify({ keys: publicKeys }, null, 2));
  }
}

const parsed = new WeakMap<JWK, KeyObject>();
/** KeyObject of a public JWK, parsed once per object. */
export function publicKeyOf(jwk: JWK): KeyObject {
  let key = parsed.get(jwk);
  if (!key) {
    key = createPublicKey({ key: jwk as never, format: 'jwk' });
    parsed.set(jwk, key);
  }
  return key;
}
