import { createHash } from 'node:crypto';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export function isUuidV4(value: string): boolean {
  return UUID_V4.test(value);
}

/** Shapes 16 bytes as a version 4 UUID (RFC 9562 §5.4). */
export function uuidFrom(bytes: Uint8Array): string {
  const shaped = Buffer.from(bytes.subarray(0, 16));
  shaped[6] = ((shaped[6] ?? 0) & 0x0f) | 0x40;
  shaped[8] = ((shaped[8] ?? 0) & 0x3f) | 0x80;
  const hex = shaped.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A UUID that is the same for the same parts on every machine. */
export function derivedUuid(...parts: string[]): string {
  return uuidFrom(createHash('sha256').update(JSON.stringify(parts)).digest());
}
