import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatVkey, noteVerifier } from '../../services/audit/src/log/note.ts';
import type { Stack } from '../stack/stack.ts';

/**
 * The verifier key of the stack's audit log, from the key that signs its checkpoints and not from the log directory: what
 * an auditor would have been given when the log began.
 */
export async function logKey(stack: Stack): Promise<string> {
  const file = join(stack.stateDir, 'keys', 'audit-checkpoint.key.json');
  const key = createPrivateKey({ key: JSON.parse(await readFile(file, 'utf8')), format: 'jwk' });
  return formatVkey(noteVerifier(`${new URL(stack.url('audit')).host}/audit`, key));
}
