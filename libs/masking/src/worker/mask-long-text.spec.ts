import { afterAll, describe, expect, it } from 'vitest';
import { PlaceholderSession } from '../placeholders.ts';
import { LONG_TEXT_LIMIT, TEXT_LIMIT } from '../text-masking.ts';
import { maskLongText } from './mask-long-text.ts';
import { MaskingWorker } from './masking-worker.ts';

const worker = new MaskingWorker();
afterAll(() => worker.close());

const PARAGRAPH =
  'My name is Zebulon Quack, mail jo@shop.example. The checkout fails with PAY-4092 since the rollout of 4.18.2.\n\n';
const long = PARAGRAPH.repeat(Math.ceil((TEXT_LIMIT * 1.5) / PARAGRAPH.length));
const mask = (text: string, options = {}) => maskLongText(text, { profile: 'result', ...options }, worker);

describe('a text above 64 KiB', () => {
  it('[C-OUT-1] is refused above 1 MiB', async () => {
    await expect(mask('a'.repeat(LONG_TEXT_LIMIT + 1))).rejects.toMatchObject({ reason: 'text_too_long' });
    const marked = await mask('a'.repeat(LONG_TEXT_LIMIT + 1), { profile: 'log' });
    expect(marked.masked).toBe('[masked: text_too_long]');
  });

  it('[C-OUT-1] is refused when the deadline passes, the thread ended and the next text masked by another', async () => {
    const refused = expect(mask(long, { deadlineMs: 1 })).rejects.toMatchObject({ why: 'deadline_passed' });
    const waiting = expect(mask(long, { deadlineMs: 2 })).rejects.toMatchObject({ why: 'deadline_passed' });
    await refused;
    await waiting;
    await expect(mask(long)).resolves.toMatchObject({ counts: { PERSON: expect.any(Number) } });
  });

  it('[C-OUT-1] is refused in the strict profile when unsure, with the place', async () => {
    const text = `${long}paid 4242 4242 4242 4241`;
    await expect(mask(text, { profile: 'strict' })).rejects.toMatchObject({
      reason: 'masking_unsure',
      why: 'card_shape_without_checksum',
      at: { start: text.length - 19, end: text.length },
    });
  });

  it('[C-OUT-1] is refused when it is broken Unicode', async () => {
    await expect(mask(`${long}\ud800`)).rejects.toMatchObject({ why: 'broken_unicode' });
  });

  it('[C-OUT-1] is masked by the worker as a short one is here, in the session of its ticket', async () => {
    const session = new PlaceholderSession();
    const title = await mask('Quack, bill@shop.example, [EMAIL_7]', { session, known: { name: 'Zebulon Quack' } });
    expect(title.masked).toBe('[PERSON_1], [EMAIL_8], [EMAIL_7]');
    const { masked, spans } = await mask(long, { session, known: { name: 'Zebulon Quack' } });
    expect(masked).toBe(long.replaceAll('Zebulon Quack', '[PERSON_1]').replaceAll('jo@shop.example', '[EMAIL_9]'));
    expect(spans.every(({ start, end }) => ['Zebulon Quack', 'jo@shop.example'].includes(long.slice(start, end)))).toBe(
      true,
    );
  });
});
