import { describe, expect, it } from 'vitest';
import { boundClaimsMismatch, readClaim } from './claims.ts';

describe('bound claims', () => {
  it('refuses a claim that is missing, and one that only the prototype has', () => {
    expect(boundClaimsMismatch({ team: 'pay' }, {})).toBe('claim "team" is missing');
    expect(boundClaimsMismatch({ '/constructor/name': 'Object' }, {})).toBe('claim "/constructor/name" is missing');
  });

  it('refuses a value that differs, in type too', () => {
    expect(boundClaimsMismatch({ tier: '2' }, { tier: 2 })).toContain('does not match');
  });

  it('accepts any of a list of values, and any element of a claim that is a list', () => {
    expect(boundClaimsMismatch({ group: ['leads', 'admins'] }, { group: 'admins' })).toBeUndefined();
    expect(boundClaimsMismatch({ group: ['leads'] }, { group: ['engineers', 'leads'] })).toBeUndefined();
    expect(boundClaimsMismatch({ group: ['leads'] }, { group: ['engineers'] })).toContain('does not match');
  });

  it('needs every bound claim to match', () => {
    expect(boundClaimsMismatch({ a: 1, b: 2 }, { a: 1, b: 3 })).toContain('claim "b"');
  });

  it('follows a JSON pointer into nested claims and lists', () => {
    const claims = { act: { sub: 'agent', 'a/b': { '~': true } }, list: ['x', 'y'] };
    expect(readClaim(claims, '/act/sub')).toBe('agent');
    expect(readClaim(claims, '/act/a~1b/~0')).toBe(true);
    expect(readClaim(claims, '/list/1')).toBe('y');
    expect(readClaim(claims, '/act/missing/deeper')).toBeUndefined();
  });
});
