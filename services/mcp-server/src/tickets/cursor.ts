import { timingSafeEqual } from 'node:crypto';
import type { KeyedDigest } from '../call/identifiers.ts';
import type { Position } from './ticket-store.ts';

/** What a list is of: a cursor is good for that list only. */
export interface ListIdentity {
  tenant: string;
  status?: string | undefined;
  severity?: string | undefined;
}

const TAG_BYTES = 16;
const SHAPE = /^([0-9a-z]{1,12})\.([0-9a-f-]{36})\.([\w-]{22})$/;

/** Opaque place in a list: keyset position and a keyed tag over it and the list it belongs to. */
export function cursorFor(list: ListIdentity, { created, id }: Position, digest: KeyedDigest): string {
  const place = `${created.toString(36)}.${id}`;
  return `${place}.${tag(list, place, digest).toString('base64url')}`;
}

/** @returns undefined for anything that was not made here for exactly this list */
export function positionOf(list: ListIdentity, cursor: string, digest: KeyedDigest): Position | undefined {
  const [, created, id, presented] = SHAPE.exec(cursor) ?? [];
  if (!created || !id || !presented) return undefined;
  const expected = tag(list, `${created}.${id}`, digest);
  const given = Buffer.from(presented, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return { created: Number.parseInt(created, 36), id };
}

function tag({ tenant, status = '', severity = '' }: ListIdentity, place: string, digest: KeyedDigest): Buffer {
  return digest(JSON.stringify([tenant, status, severity, place])).subarray(0, TAG_BYTES);
}
