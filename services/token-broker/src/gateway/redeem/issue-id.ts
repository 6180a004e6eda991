import { createHmac } from 'node:crypto';

/**
 * The id under which a ticket is filed at Linear: HMAC-SHA-256 over tenant, tool and ticket, shaped as a version 4 UUID
 * (RFC 9562 §5.4). The same ticket always gets the same id, so whoever asks again, and whatever was lost on the way,
 * Linear holds one issue (C-IN-3); without the key nobody can squat on the id beforehand.
 * @param key at least 32 bytes
 */
export function issueIdOf(key: Buffer, tenant: string, tool: string, ticketId: string): string {
  // JSON keeps the parts apart: no tenant can be named so that it runs into another's ticket.
  const mac = createHmac('sha256', key)
    .update(JSON.stringify([tenant, tool, ticketId.toLowerCase()]))
    .digest();
  const bytes = mac.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
