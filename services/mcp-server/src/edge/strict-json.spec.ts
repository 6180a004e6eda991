import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonRefused, parseStrictJson } from './strict-json.ts';

const parse = (text: string | Uint8Array) => parseStrictJson(Buffer.from(text as string));
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('[C-IN-1] a message body', () => {
  const refused: [string, string | Uint8Array, RegExp][] = [
    ['that is no JSON', '{"a":}', /valid JSON/],
    ['that is empty', '', /valid JSON/],
    ['with a trailing comma', '[1,]', /valid JSON/],
    ['with something behind it', '{} {}', /valid JSON/],
    ['with a byte order mark', '\uFEFF{}', /valid JSON/],
    ['with an overlong encoding of "/"', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), /UTF-8/],
    ['with a cut character', Buffer.from([0x22, 0xe2, 0x82, 0x22]), /UTF-8/],
    ['with an encoded surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), /UTF-8/],
    ['with a duplicate key', '{"a":1,"b":{},"a":2}', /duplicate key/],
    ['with a duplicate key spelt as an escape', '{"a":1,"\\u0061":2}', /duplicate key/],
    ['with a duplicate key deep inside', '{"x":[{"y":{"a":1,"a":1}}]}', /duplicate key/],
    ['with a duplicate key after a nested object', '{"a":{"b":[1,{"c":2}]},"a":1}', /duplicate key/],
    ['with two empty keys', '{"":1,"":2}', /duplicate key/],
    ['with __proto__', '{"__proto__":{"admin":true}}', /forbidden key/],
    ['with an escaped __proto__', '{"a":{"\\u005f_proto__":1}}', /forbidden key/],
    ['with constructor', '{"params":{"constructor":{"prototype":{}}}}', /forbidden key/],
    ['with prototype', '[{"prototype":1}]', /forbidden key/],
    ['nested 16 deep', nested(16), /deeper than 15/],
    ['with 16 objects in each other', `${'{"a":'.repeat(16)}1${'}'.repeat(16)}`, /deeper than 15/],
    ['with an array of 1,001', `[${Array(1_001).fill(0)}]`, /longer than 1000/],
  ];
  it.each(refused)('%s is refused', (_, body, rule) => {
    expect(() => parse(body)).toThrow(JsonRefused);
    expect(() => parse(body)).toThrow(rule);
  });

  it('never has its words repeated in the refusal', () => {
    const refusal = (() => {
      try {
        return parse('{"nora@customer.example":1,"nora@customer.example":2}');
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(refusal).not.toContain('nora');
  });

  it('at the bounds is taken', () => {
    expect(parse(nested(15))).toBeInstanceOf(Array);
    expect(parse(`[${Array(1_000).fill(0)}]`)).toHaveLength(1_000);
  });

  it('may say the same word as key and value, and the same key in different objects', () => {
    expect(parse('{"a":"a","b":{"a":"b"},"c":[{"a":1},{"a":2}]}')).toEqual({
      a: 'a',
      b: { a: 'b' },
      c: [{ a: 1 }, { a: 2 }],
    });
    expect(parse('{"a":"{\\"a\\":1,\\"a\\":2}","b":"[[[["}')).toEqual({ a: '{"a":1,"a":2}', b: '[[[[' });
  });

  it('means exactly what JSON.parse says, for everything that is taken', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        const expected: unknown = JSON.parse(text);
        try {
          expect(parse(text)).toEqual(expected);
        } catch (error) {
          if (!(error instanceof JsonRefused)) throw error;
          expect(error.rule).toMatch(/duplicate|forbidden/);
        }
      }),
    );
  });

  it('is refused whenever one object says a key twice, wherever and however it is spelt', () => {
    const escaped = (key: string) =>
      [...key].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    const key = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(key, fc.json({ maxDepth: 2 }), fc.boolean(), fc.nat(5), (name, between, hidden, depth) => {
        const twice = `{"${name}":1,"~":${between},"${hidden ? escaped(name) : name}":2}`;
        expect(() => parse(`${'[1,'.repeat(depth)}${twice}${']'.repeat(depth)}`)).toThrow(JsonRefused);
      }),
    );
  });

  it('costs time in proportion to its size', () => {
    const started = performance.now();
    parse(`{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":"${'\\\\'.repeat(4)}"`)}}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
