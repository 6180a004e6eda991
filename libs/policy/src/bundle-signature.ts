import { createHash, createPrivateKey, createPublicKey, sign, timingSafeEqual, verify } from 'node:crypto';
import { PolicyBundleError } from './bundle-error.ts';

/** Where OPA's signed bundles keep their signature (openpolicyagent.org, "Bundles", Signing). */
export const SIGNATURES = '.signatures.json';
const ALGORITHM = 'SHA-256';

interface Signed {
  files: { name: string; hash: string; algorithm: string }[];
}

/**
 * Digest of one file as OPA's bundle signatures count it: documents (`data.json`, `.manifest`) by their content with sorted
 * keys, every other by its bytes.
 */
export function digestOf(path: string, bytes: Buffer): string {
  const structured = path === '.manifest' || /(^|\/)data\.json$/.test(path);
  return createHash('sha256')
    .update(structured ? canonical(JSON.parse(bytes.toString('utf8'))) : bytes)
    .digest('hex');
}

/** Go's `json.Encoder` without HTML escaping, keys sorted by their bytes; our data holds nothing that the two write differently. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`;
}

/** `.signatures.json` for these files: one JWT (ES256) that names every file and its digest. @param key PEM, P-256 */
export function signFiles(files: ReadonlyMap<string, Buffer>, key: string): Buffer {
  const listed = [...files].map(([name, bytes]) => ({ name, hash: digestOf(name, bytes), algorithm: ALGORITHM }));
  listed.sort((left, right) => (left.name < right.name ? -1 : 1));
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'ES256', typ: 'JWT' })}.${encode({ files: listed } satisfies Signed)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: createPrivateKey(key), dsaEncoding: 'ieee-p1363' });
  return Buffer.from(`${JSON.stringify({ signatures: [`${signed}.${signature.toString('base64url')}`] }, null, 1)}\n`);
}

/**
 * Demands that the bundle is exactly what the holder of the key signed: no file changed, none added, none missing.
 * @param key PEM of the public key
 * @throws PolicyBundleError naming the file and the rule
 */
export function demandSignature(files: ReadonlyMap<string, Buffer>, key: string): void {
  const { files: signed } = verified(files.get(SIGNATURES), key);
  const names = new Set(signed.map(({ name }) => name));
  if (names.size !== signed.length) throw new PolicyBundleError(`${SIGNATURES}: names a file twice`);
  for (const name of files.keys()) {
    if (name !== SIGNATURES && !names.has(name)) throw new PolicyBundleError(`${name}: is not signed`);
  }
  for (const { name, hash, algorithm } of signed) {
    const bytes = files.get(name);
    if (!bytes) throw new PolicyBundleError(`${name}: is signed and missing`);
    if (algorithm !== ALGORITHM || !same(hash, digest(name, bytes))) {
      throw new PolicyBundleError(`${name}: not the file that was signed`);
    }
  }
}

function verified(bytes: Buffer | undefined, key: string): Signed {
  if (!bytes) throw new PolicyBundleError('the bundle is not signed');
  const refuse = () => new PolicyBundleError(`${SIGNATURES}: not a signature of the key that is trusted here`);
  try {
    const { signatures } = JSON.parse(bytes.toString('utf8')) as { signatures: string[] };
    const [header = '', payload = '', signature = '', ...more] = (signatures[0] ?? '').split('.');
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as { alg?: string };
    // Key confusion: nothing but the one algorithm our keys are for.
    if (signatures.length !== 1 || more.length > 0 || alg !== 'ES256') throw refuse();
    const publicKey = createPublicKey(key);
    if (publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw refuse();
    const holds = verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    if (!holds) throw refuse();
    const signed = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Signed;
    if (!Array.isArray(signed.files) || signed.files.length === 0) throw refuse();
    return signed;
  } catch {
    throw refuse();
  }
}

function digest(name: string, bytes: Buffer): string {
  try {
    return digestOf(name, bytes);
  } catch {
    throw new PolicyBundleError(`${name}: not JSON`);
  }
}

const same = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
