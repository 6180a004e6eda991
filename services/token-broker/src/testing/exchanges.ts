import { expect } from 'vitest';
import type { TokenAnswer } from './agent.ts';
import type { IssuerFixture } from './issuer-fixture.ts';

/** As if the person had connected their Linear account. */
export async function connectAsCreator(issuer: IssuerFixture, sub: string): Promise<void> {
  const facts = { tenant: 'harbor', linear_user_id: 'u', workspace_id: 'w', workspace: 'Harbor' };
  const row = { sub, class: 'creator' as const, ...facts, scope: 'issues:create read', connected_at: Date.now() };
  await issuer.db.insertInto('connections').values(row).execute();
}

/** A refusal leaves no capability, no record that one was issued, and one record of the refusal. */
export async function expectNothingMinted(
  issuer: IssuerFixture,
  answer: TokenAnswer,
  expected: Record<string, unknown>,
): Promise<void> {
  expect({ status: answer.status, ...answer.body }).toMatchObject(expected);
  expect(answer.body).not.toHaveProperty('access_token');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(await issuer.events('token_exchange_refused')).toHaveLength(1);
  expect(issuer.audit.events.some(({ kind }) => kind === 'token_exchange_issued')).toBe(false);
}
