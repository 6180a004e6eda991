import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, UNAVAILABLE } from './judgement.ts';

describe('[C-AZ-9] a garbled answer is no answer', () => {
  const garbled: [string, unknown][] = [
    ['nothing', undefined],
    ['true', true],
    ['an allowance with reasons', { allow: true, reasons: ['scope_missing'], obligations: [] }],
    ['a refusal without reasons', { allow: false, reasons: [], obligations: [] }],
    ['a word for a verdict', { allow: 'true', reasons: [], obligations: [] }],
    ['a reason outside the word list', { allow: false, reasons: ['because'], obligations: [] }],
    ['no obligations', { allow: true, reasons: [] }],
    ['something more', { allow: true, reasons: [], obligations: [], scope: '*' }],
    ['a list', [{ allow: true, reasons: [], obligations: [] }]],
  ];
  it.each(garbled)('%s', (_, answer) => {
    expect(judge(answer)).toBe(UNAVAILABLE);
  });

  it('allows for no answer but the one shape', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        expect(judge(answer).allow).toBe(false);
      }),
    );
  });

  it('takes a sound answer as it is', () => {
    const allowed = { allow: true, reasons: [], obligations: ['audit_before_act'] };
    const refused = { allow: false, reasons: ['scope_missing'], obligations: [] };
    expect([judge(allowed), judge(refused)]).toEqual([allowed, refused]);
  });
});
