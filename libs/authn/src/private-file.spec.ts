import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assertPrivate } from './private-file.ts';

it('[C-CR-4] a key file that its group or anybody else can read is refused by name', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'sallyport-private-')), 'key');
  await writeFile(file, 'secret');
  const refused: number[] = [];
  for (let mode = 0o600; mode <= 0o677; mode += 1) {
    await chmod(file, mode);
    await assertPrivate(file).catch((error: Error) => {
      expect(error.message).toContain(file);
      refused.push(mode);
    });
  }
  expect(refused).toEqual(Array.from({ length: 0o77 }, (_, at) => 0o601 + at));
});
