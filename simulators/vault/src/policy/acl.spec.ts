import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../identity/entities.ts';
import { Acl } from './acl.ts';
import { type Capability, type PolicyRules, parsePolicy } from './policy.ts';

const ada: Entity = {
  id: '6b2c7a5e-1d0f-4c52-9a39-0f6a5c1b2d3e',
  name: 'entity_6b2c7a5e',
  aliases: [{ id: 'alias-1', name: 'ada', mountAccessor: 'auth_jwt_1' }],
  disabled: false,
  createdAt: 0,
  updatedAt: 0,
};

function acl(...policies: PolicyRules[]): Acl {
  return new Acl(
    policies.map((rules, index) => parsePolicy(`p${index}`, rules)),
    ada,
  );
}

describe('Vault ACL policies', () => {
  it('[C-AZ-2] refuses to load a pattern with a wildcard in the middle', () => {
    expect(() => parsePolicy('p', { 'linear/*/creator': ['read'] })).toThrow("'*' only at the end");
    expect(() => parsePolicy('p', { 'linear/+*': ['read'] })).toThrow("'+*' is forbidden");
  });

  it('refuses to load a capability that does not exist', () => {
    expect(() => parsePolicy('p', { 'linear/x': ['write' as Capability] })).toThrow('invalid capability "write"');
  });

  it('denies every path that no policy names', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        expect(acl({ 'only/this': ['read'] }).allows(path, 'read')).toBe(path === 'only/this');
      }),
    );
  });

  it('lets deny win among stanzas for the same pattern, whatever the order of the policies', () => {
    const grant: PolicyRules = { 'linear/creds/+/+': ['read', 'update'] };
    const denial: PolicyRules = { 'linear/creds/+/+': ['deny'] };
    for (const policies of [
      [grant, denial],
      [denial, grant],
    ]) {
      expect(acl(...policies).allows('linear/creds/a/b', 'read')).toBe(false);
    }
  });

  it('drops what a stanza grants beside its own deny', () => {
    expect(acl({ 'linear/x': ['read', 'deny'] }).allows('linear/x', 'read')).toBe(false);
  });

  it('merges what several policies grant on one pattern', () => {
    const merged = acl({ 'linear/x': ['read'] }, { 'linear/x': ['update'] });
    expect(merged.allows('linear/x', 'read')).toBe(true);
    expect(merged.allows('linear/x', 'update')).toBe(true);
    expect(merged.allows('linear/x', 'delete')).toBe(false);
  });

  it('keeps + within one segment and lets a trailing * cross segments', () => {
    expect(acl({ 'linear/+/c': ['read'] }).allows('linear/a/b/c', 'read')).toBe(false);
    expect(acl({ 'linear/+/c': ['read'] }).allows('linear/a/c', 'read')).toBe(true);
    expect(acl({ 'linear/cr*': ['read'] }).allows('linear/creds/a/b', 'read')).toBe(true);
    expect(acl({ 'linear/*': ['read'] }).allows('linear', 'read')).toBe(false);
  });

  it.each([
    ['an exact path', 'a/b/c', 'a/b/c', 'a/b/*'],
    ['the later first wildcard', 'a/b/c/d', 'a/b/+/d', 'a/+/c/d'],
    ['no trailing *', 'a/b/c', 'a/+/c', 'a/+/c*'],
    ['fewer +', 'a/b/c/d', 'a/+/c/d', 'a/+/+/d'],
    ['the longer pattern', 'a/b/ccc', 'a/+/cc*', 'a/+/c*'],
  ])('prefers %s over a competing deny', (_rule, path, winner, loser) => {
    expect(acl({ [winner]: ['read'], [loser]: ['deny'] }).allows(path, 'read')).toBe(true);
    expect(acl({ [winner]: ['deny'], [loser]: ['read'] }).allows(path, 'read')).toBe(false);
  });

  it('ignores a templated stanza when there is no entity, or a name would add a wildcard', () => {
    const rules = parsePolicy('p', { 'linear/creds/{{identity.entity.aliases.auth_jwt_1.name}}/x': ['read'] });
    expect(new Acl([rules], undefined).allows('linear/creds//x', 'read')).toBe(false);
    const star: Entity = { ...ada, aliases: [{ id: 'a', name: '+', mountAccessor: 'auth_jwt_1' }] };
    expect(new Acl([rules], star).allows('linear/creds/anyone/x', 'read')).toBe(false);
    expect(new Acl([rules], ada).allows('linear/creds/ada/x', 'read')).toBe(true);
  });

  it('[C-AZ-11] gives a templated path to its own entity and to no other', () => {
    const own = acl({ 'linear/creds/{{identity.entity.id}}/creator': ['read'] });
    expect(own.allows(`linear/creds/${ada.id}/creator`, 'read')).toBe(true);
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        fc.pre(id !== ada.id);
        expect(own.allows(`linear/creds/${id}/creator`, 'read')).toBe(false);
      }),
    );
  });
});
