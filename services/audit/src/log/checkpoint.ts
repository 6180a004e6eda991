import { HASH_BYTES } from './hash.ts';
import { NoteInvalid, type NoteSigner, type NoteVerifier, openNote } from './note.ts';

/** What a checkpoint says (C2SP tlog-checkpoint): which log, how many entries, their Merkle root. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

/** Origin line, size, base64 root, signed as a note whose key is named as the origin (C2SP tlog-checkpoint). */
export function signCheckpoint({ origin, size, root }: Checkpoint, signer: NoteSigner): string {
  return signer.sign(`${origin}\n${size}\n${root.toString('base64')}\n`);
}

/** Verifies and reads a signed checkpoint. Throws {@link NoteInvalid}: bad signature, wrong origin, malformed body. */
export function openCheckpoint(note: string, verifier: NoteVerifier): Checkpoint {
  const [origin, sizeLine, rootLine] = openNote(note, verifier).split('\n');
  // Anything but the canonical decimal could be read as two different sizes by two readers.
  if (!sizeLine || !/^(0|[1-9][0-9]{0,15})$/.test(sizeLine)) throw new NoteInvalid('malformed size');
  const root = Buffer.from(rootLine ?? '', 'base64');
  if (root.length !== HASH_BYTES || root.toString('base64') !== rootLine) throw new NoteInvalid('malformed root');
  // One key signs for one log: a checkpoint of another log under the same key is not ours.
  if (origin !== verifier.name) throw new NoteInvalid('the checkpoint is of another log');
  return { origin, size: Number(sizeLine), root };
}
