import { readFile } from 'node:fs/promises';
import { assertPrivate } from '@sallyport/authn';

/** HMAC-SHA-256 wants a key as long as its output (RFC 2104 §3). */
const MIN_BYTES = 32;

/** @throws Error naming the file when it is readable by others or too short; never its content */
export async function readIssueIdKey(file: string): Promise<Buffer> {
  await assertPrivate(file);
  const key = await readFile(file);
  if (key.length < MIN_BYTES) throw new Error(`key file ${file} holds fewer than ${MIN_BYTES} bytes`);
  return key;
}
