import { createHmac, createPublicKey } from 'node:crypto';
import { decodeJwt, generateKey, type SigningKey, signJwt } from '@sallyport/authn';
import { keyOf } from './house.ts';

type Claims = Record<string, unknown>;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Makes tokens that are wrong in exactly one way; what is to be right is right, down to the issuer's own signature. */
export class Forger {
  /** Of a real token. */
  readonly claims: Claims;
  readonly #genuine: string;
  readonly #issuerKey: SigningKey;

  private constructor(genuine: string, issuerKey: SigningKey) {
    this.#genuine = genuine;
    this.claims = decodeJwt(genuine).claims;
    this.#issuerKey = issuerKey;
  }

  /** @param genuine a token of the broker's making */
  static async of(genuine: string): Promise<Forger> {
    return new Forger(genuine, await keyOf('token-broker-issuer'));
  }

  /** Signed by the issuer: only these claims differ; undefined removes one. */
  claiming(changes: Claims, typ = 'at+jwt'): string {
    return signJwt(this.#issuerKey, typ, { ...this.claims, ...changes });
  }

  /** Seconds from now, as a claim. */
  static seconds(offset: number): number {
    return Math.floor(Date.now() / 1_000) + offset;
  }

  /** Signed by a stranger, who names that key, the issuer's, or brings one along. */
  byStranger(header: Claims = {}, kid?: string): string {
    const { key } = generateKey();
    return signJwt(kid === undefined ? key : { ...key, kid }, 'at+jwt', this.claims, header);
  }

  byStrangerAsIssuer(header: Claims = {}): string {
    return this.byStranger(header, this.#issuerKey.kid);
  }

  byStrangerWithOwnKey(): string {
    const { key } = generateKey();
    return signJwt(key, 'at+jwt', this.claims, { jwk: key.jwk });
  }

  /** RFC 7518 §3.6, `none`. @param signature usually empty */
  unsigned(signature = ''): string {
    return `${encode({ alg: 'none', typ: 'at+jwt', kid: this.#issuerKey.kid })}.${encode(this.claims)}.${signature}`;
  }

  /** Key confusion: HMAC with what everybody knows, the issuer's public key. */
  hmacWithPublicKey(format: 'pem' | 'jwk'): string {
    const { jwk, kid } = this.#issuerKey;
    const pem = () => createPublicKey({ key: jwk as never, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
    const input = `${encode({ alg: 'HS256', typ: 'at+jwt', kid })}.${encode(this.claims)}`;
    const secret = format === 'pem' ? pem() : JSON.stringify(jwk);
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  }

  /** The genuine signature over other claims. */
  withClaimsChanged(changes: Claims): string {
    const [header, , signature] = this.#genuine.split('.');
    return `${header}.${encode({ ...this.claims, ...changes })}.${signature}`;
  }

  /** Another spelling of the genuine signature. */
  withSignatureRespelt(): string {
    return `${this.#genuine}=`;
  }
}
