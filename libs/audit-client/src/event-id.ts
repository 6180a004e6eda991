import { randomFillSync } from 'node:crypto';

const UUID_BYTES = 16;
/** Random bytes in stock: asking the system for sixteen at a time costs more than everything else here. */
const stock = Buffer.alloc(256 * UUID_BYTES);
let used = stock.length;

/** UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random; the id of an event, from the clock that is given. */
export function uuidv7(now: number): string {
  if (used === stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  const bytes = stock.subarray(used, used + UUID_BYTES);
  used += UUID_BYTES;
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
