import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { EMPTY_ROOT } from './hash.ts';
import { formatVkey, NoteInvalid, NoteSigner, noteVerifier, openNote, parseVkey } from './note.ts';

/** The example of Go's golang.org/x/mod/sumdb/note documentation: key, text, signed note. */
const VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SEED = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

/** RFC 8410 §7: PKCS8 of an Ed25519 seed. */
function peterNeumann() {
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(SEED, 'base64').subarray(1),
  ]);
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
}
const signer = (name = 'log.example/audit') => new NoteSigner(name, generateKeyPairSync('ed25519').privateKey);

describe('C2SP signed note', () => {
  it('opens the published example', () => {
    expect(openNote(NOTE, parseVkey(VKEY))).toBe(TEXT);
  });

  it('signs the published example to the byte, and names its key as published', () => {
    const peter = new NoteSigner('PeterNeumann', peterNeumann());
    expect(peter.sign(TEXT)).toBe(NOTE);
    expect(formatVkey(peter.verifier)).toBe(VKEY);
  });

  it('refuses a note signed by a key it does not know, even under the same name', () => {
    expect(() => openNote(signer('PeterNeumann').sign(TEXT), parseVkey(VKEY))).toThrow(
      'not signed by the expected key',
    );
  });

  it('ignores signatures of other keys beside the known one', () => {
    const [known, other] = [signer(), signer('witness.example')];
    const line = other.sign(TEXT).split('\n\n')[1];
    expect(openNote(known.sign(TEXT) + line, known.verifier)).toBe(TEXT);
  });

  it('refuses key names with spaces or a plus sign, and keys that are not Ed25519', () => {
    expect(() => signer('a b')).toThrow(NoteInvalid);
    expect(() => signer('a+b')).toThrow(NoteInvalid);
    expect(() => noteVerifier('a', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)).toThrow(NoteInvalid);
  });

  it('refuses a vkey whose id is not that of its key', () => {
    expect(() => parseVkey(VKEY.replace('c74f20a3', 'c74f20a4'))).toThrow('key id');
    expect(() => parseVkey('PeterNeumann')).toThrow('not a vkey');
  });
});

describe('C2SP checkpoint', () => {
  const log = signer();
  const body = { origin: 'log.example/audit', size: 0, root: EMPTY_ROOT };

  it('reads back what was signed', () => {
    expect(openCheckpoint(signCheckpoint({ ...body, size: 300 }, log), log.verifier)).toEqual({ ...body, size: 300 });
  });

  it('[C-AU-3] refuses a checkpoint with any byte changed', () => {
    const bytes = Buffer.from(signCheckpoint(body, log));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, xor) => {
        const mutated = Buffer.from(bytes);
        mutated[at] = (mutated[at] as number) ^ xor;
        expect(() => openCheckpoint(mutated.toString('utf8'), log.verifier)).toThrow(NoteInvalid);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a checkpoint of another log under the same key, and sizes that are not canonical', () => {
    expect(() => openCheckpoint(signCheckpoint({ ...body, origin: 'other.example' }, log), log.verifier)).toThrow(
      'another log',
    );
    for (const size of ['01', '-1', '1e3', ' 1', ''])
      expect(() =>
        openCheckpoint(log.sign(`${body.origin}\n${size}\n${EMPTY_ROOT.toString('base64')}\n`), log.verifier),
      ).toThrow('size');
  });
});
