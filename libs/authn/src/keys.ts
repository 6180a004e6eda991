import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  X509Certificate,
} from 'node:crypto';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@sallyport/contracts';
import type { JWK } from 'jose';
import { assertPrivate } from './private-file.ts';

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

const ALGORITHM = { sig: 'ES256', enc: 'ECDH-ES+A256KW' } as const;

/** A fresh P-256 key. `use` is `sig` (ES256) or `enc` (ECDH-ES). */
export function generateKey(use: 'sig' | 'enc' = 'sig'): { key: SigningKey; privateJwk: JWK } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = {
    ...(privateKey.export({ format: 'jwk' }) as JWK),
    use,
    alg: ALGORITHM[use],
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
  await assertPrivate(file);
  const jwk = privateJwk(await readFile(file, 'utf8'), use);
  if (!jwk?.d) throw new Error(`key file ${file} holds no private key for ${use}`);
  return fromPrivateJwk(jwk);
}

/** A JWK set has a key for each use; a PEM file is one key, for the use it is read for. */
function privateJwk(text: string, use: 'sig' | 'enc'): JWK | undefined {
  if (!text.includes('-----BEGIN')) return (JSON.parse(text) as { keys?: JWK[] }).keys?.find((key) => key.use === use);
  return { ...(createPrivateKey(text).export({ format: 'jwk' }) as JWK), use, alg: ALGORITHM[use] };
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

/**
 * Reads the public keys of services from a directory: `<service>.jwks.json`, or certificates `<service>.crt` (signing) and
 * `<service>.enc.crt` (encryption), of which only the key counts. A service without a file is unknown: whatever it signs is
 * refused.
 * @throws Error naming a file that holds a private key, or the directory when it knows nobody
 */
export async function readPeerKeys(dir: string, services: readonly ServiceName[]): Promise<PeerKeys> {
  const present = new Set(await readdir(dir));
  const sets = new Map<ServiceName, JWK[]>();
  for (const service of services) {
    const keys: JWK[] = [];
    if (present.has(`${service}.jwks.json`)) keys.push(...(await readJwks(join(dir, `${service}.jwks.json`))));
    if (present.has(`${service}.crt`)) keys.push(await readCertificate(join(dir, `${service}.crt`), 'sig'));
    if (present.has(`${service}.enc.crt`)) keys.push(await readCertificate(join(dir, `${service}.enc.crt`), 'enc'));
    if (keys.length > 0) sets.set(service, keys);
  }
  if (sets.size === 0) throw new Error(`${dir} holds no public keys of ${services.join(', ')}`);
  return {
    get(service) {
      const keys = sets.get(service);
      if (!keys) throw new Error(`no public keys of ${service} are known here`);
      return keys;
    },
  };
}

async function readJwks(file: string): Promise<JWK[]> {
  const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: JWK[] };
  if (keys.some((key) => key.d !== undefined)) throw new Error(`${file} holds a private key`);
  return keys;
}

async function readCertificate(file: string, use: 'sig' | 'enc'): Promise<JWK> {
  const text = await readFile(file, 'utf8');
  if (text.includes('PRIVATE KEY')) throw new Error(`${file} holds a private key`);
  const jwk = new X509Certificate(text).publicKey.export({ format: 'jwk' }) as JWK;
  return { ...jwk, use, alg: ALGORITHM[use], kid: thumbprint(jwk) };
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
