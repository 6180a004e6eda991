import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url: for states, handles and session ids. */
export const randomHandle = (): string => randomBytes(32).toString('base64url');

/** What is stored of a bearer value: a reader of the database cannot use it. High entropy needs no salt. */
export const hashOf = (value: string): string => createHash('sha256').update(value).digest('base64url');
