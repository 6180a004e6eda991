import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** C2SP signed-note: signature type of plain Ed25519. */
const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const ED25519_BYTES = 32;

/** A note that is malformed or not signed by a key we know. The message names no content of the note. */
export class NoteInvalid extends Error {
  override readonly name = 'NoteInvalid';
}

/** A public key that may sign notes: its name, its 4-byte id and the key. */
export interface NoteVerifier {
  name: string;
  id: Buffer;
  publicKey: KeyObject;
}

/** Key id: SHA-256(name ‖ "\n" ‖ type ‖ public key), first four bytes (C2SP signed-note, "Signatures"). */
function keyId(name: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Uint8Array.of(ED25519))
    .update(publicKey)
    .digest()
    .subarray(0, KEY_ID_BYTES);
}

function rawEd25519(key: KeyObject): Buffer {
  const jwk = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (jwk.crv !== 'Ed25519' || !jwk.x) throw new NoteInvalid('a note is signed with Ed25519');
  return Buffer.from(jwk.x, 'base64url');
}

/** Key names: not empty, no Unicode space, no plus sign (C2SP signed-note, "Format"). */
function assertKeyName(name: string): void {
  if (!/^[^\s+\p{Cc}]+$/u.test(name)) throw new NoteInvalid('a key name has no spaces and no plus sign');
}

/** The verifier of a key, private or public, under `name`. */
export function noteVerifier(name: string, key: KeyObject): NoteVerifier {
  assertKeyName(name);
  const raw = rawEd25519(key);
  return { name, id: keyId(name, raw), publicKey: publicKeyOf(raw) };
}

/** Encodes a verifier as a vkey: `<name>+<key id, hex>+<base64 of type ‖ key>`. */
export function formatVkey({ name, id, publicKey }: NoteVerifier): string {
  return `${name}+${id.toString('hex')}+${Buffer.concat([Uint8Array.of(ED25519), rawEd25519(publicKey)]).toString('base64')}`;
}

/** Reads a vkey. Throws {@link NoteInvalid} where it is malformed or its id is not that of its key. */
export function parseVkey(vkey: string): NoteVerifier {
  const [, name, hex, base64] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey.trim()) ?? [];
  if (!name || !hex || !base64) throw new NoteInvalid('not a vkey: name+id+key expected');
  assertKeyName(name);
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 1 + ED25519_BYTES || bytes[0] !== ED25519) throw new NoteInvalid('not an Ed25519 vkey');
  const raw = bytes.subarray(1);
  const id = keyId(name, raw);
  if (id.toString('hex') !== hex) throw new NoteInvalid('the key id in the vkey is not that of its key');
  return { name, id, publicKey: publicKeyOf(raw) };
}

function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
}

/** Signs notes under one name with one Ed25519 private key. */
export class NoteSigner {
  readonly verifier: NoteVerifier;
  readonly #privateKey: KeyObject;

  constructor(name: string, privateKey: KeyObject) {
    this.verifier = noteVerifier(name, privateKey);
    this.#privateKey = privateKey;
  }

  /** Text (must end in a newline) → signed note. */
  sign(text: string): string {
    if (!text.endsWith('\n')) throw new NoteInvalid('the text of a note ends in a newline');
    const signature = Buffer.concat([this.verifier.id, sign(null, Buffer.from(text), this.#privateKey)]);
    return `${text}\n— ${this.verifier.name} ${signature.toString('base64')}\n`;
  }
}

/**
 * Opens a signed note: returns its text if `verifier` signed it. Signatures by other keys are ignored; a bad signature
 * by the known key, or none by it, throws {@link NoteInvalid} (C2SP signed-note, "Verifying").
 */
export function openNote(note: string, verifier: NoteVerifier): string {
  const at = note.lastIndexOf('\n\n');
  if (at < 0 || !note.endsWith('\n')) throw new NoteInvalid('not a signed note');
  const text = note.slice(0, at + 1);
  let signed = false;
  for (const line of note.slice(at + 2, -1).split('\n')) {
    const [, name, base64] = /^— ([^ +]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? [];
    if (!name || !base64) throw new NoteInvalid('malformed signature line');
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.toString('base64') !== base64 || bytes.length <= KEY_ID_BYTES)
      throw new NoteInvalid('malformed signature');
    if (name !== verifier.name || !bytes.subarray(0, KEY_ID_BYTES).equals(verifier.id)) continue;
    if (!verify(null, Buffer.from(text), verifier.publicKey, bytes.subarray(KEY_ID_BYTES)))
      throw new NoteInvalid('the signature does not fit the text');
    signed = true;
  }
  if (!signed) throw new NoteInvalid('not signed by the expected key');
  return text;
}
