import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const mask = (text: string) => String(maskText(text, { profile: 'result' }).masked);

describe('[C-OUT-1] what a policy or a test shows instead of a value', () => {
  it.each([
    'The page says "Passwords must be at least 12 characters, e.g. Violet-Badger-71!" (do not use this example).',
    'Der Hinweis lautet: mindestens 10 Zeichen, z. B. Herbst2031! – bitte ändern.',
    'The policy names passwords like "Autumn2031!" as acceptable examples.',
    'docs: test card 4242 4242 4242 4241 must be declined',
    '{"brand": "visa", "number_test": "4000 0000 0000 3225"} is refused',
    'ping to 8.8.8.8 and 1.1.1.1 works, 2606:4700:4700::1111 does not',
    'sort code and account as in the sample 12-34-56',
    'request_token: b7e041ca-19d2-41ef-8e53-0a00184fe694',
  ])('stays: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    ['My password is Violet-Badger-71! and it fails', 'My password is [PASSWORD_1] and it fails'],
    ['He told me, e.g. my password Violet-Badger-71! fails', 'He told me, e.g. my password [PASSWORD_1] fails'],
    ['I use passwords like Violet-Badger-71! at shop.example', 'I use passwords like [PASSWORD_1] at shop.example'],
    ['test card 4242 4242 4242 4242 was charged', 'test card [CREDIT_CARD_1] was charged'],
    ['token: b7e041ca-19d2-41ef-8e53-0a00184fe694', 'token: [SECRET_1]'],
    ['"access_token": "b7e041ca-19d2-41ef-8e53-0a00184fe694"', '"access_token": "[SECRET_1]"'],
    ['our API token is b7e041ca-19d2-41ef-8e53-0a00184fe694', 'our API token is [SECRET_1]'],
  ])('masks: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});
