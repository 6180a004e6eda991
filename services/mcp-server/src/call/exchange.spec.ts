import { decodeJwt, variablesDigest } from '@sallyport/authn';
import type { AuthorizationDetail, ExchangeRefusal, Problem, Reason } from '@sallyport/contracts';
import { escalateTicket } from '@sallyport/tool-catalog';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../testing/agent.ts';
import { type Fixture, startFixture, TICKET } from '../testing/fixture.ts';
import type { ToolHandler } from '../tools/tool-handler.ts';

/** What a careless system behind us would say. */
const DOWNSTREAM = 'SQLSTATE 42P01 at db-7.internal for margaret@brightwell.example';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
beforeEach(() => {
  fixture.issuer.exchanges.length = 0;
  fixture.gateway.redemptions.length = 0;
  Object.assign(fixture.issuer, { refusal: undefined });
  Object.assign(fixture.gateway, { refusal: undefined, edit: {} });
});
afterAll(() => fixture.close());

const escalate = () => fixture.agent('ada').call('escalate_ticket', { ticketId: TICKET });
const TRACE = / \(trace [0-9a-f]{32}\)$/;

describe('an exchange that the issuer refuses', () => {
  it.each<[string, number, Partial<ExchangeRefusal> | string, string]>([
    [
      'by decision',
      400,
      { error: 'invalid_target', error_description: DOWNSTREAM, reasons: ['target_not_permitted'], decision_id: 'd-7' },
      'target_not_permitted: refused by decision d-7',
    ],
    ['without a decision', 400, { error: 'invalid_request', reasons: ['token_revoked'] }, 'token_revoked: refused'],
    [
      'with words that are none of ours',
      400,
      { error: 'x', reasons: [DOWNSTREAM] },
      'downstream_failed: the other system refused',
    ],
    [
      'because its record is away',
      503,
      { error: 'x', reasons: ['audit_unavailable'] },
      'audit_unavailable: nothing was done, because it could not be recorded; try again later',
    ],
    [
      'because it is busy',
      429,
      { error: 'slow_down' },
      'downstream_rate_limited: Linear asks to slow down; try again later',
    ],
    [
      'with a page',
      502,
      `<html>${DOWNSTREAM}</html>`,
      'downstream_unavailable: the call may not have come through; repeating it is safe',
    ],
    ['with a redirect', 302, '', 'downstream_failed: the other system refused'],
    [
      'with a token that is none',
      200,
      {
        access_token: DOWNSTREAM,
        token_type: 'DPoP',
        expires_in: 60,
        decision_id: 'd',
        issued_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      } as object,
      'downstream_failed: the other system refused',
    ],
    [
      'with a token that lives too long',
      200,
      {
        access_token: 'a.b.c',
        token_type: 'DPoP',
        expires_in: 3_600,
        decision_id: 'd',
        issued_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      } as object,
      'downstream_failed: the other system refused',
    ],
  ])(
    '[C-AZ-3] [C-OUT-4] %s: nothing reaches the gateway, and none of its words the agent',
    async (_, status, body, said) => {
      fixture.issuer.refusal = { status, body };
      const answer = await escalate();
      expect(answer.body.result?.isError).toBe(true);
      expect(textOf(answer).replace(TRACE, '')).toBe(said);
      expect(textOf(answer)).toMatch(TRACE);
      expect(answer.text).not.toMatch(/SQLSTATE|margaret|html/);
      expect([fixture.issuer.exchanges.length, fixture.gateway.redemptions.length]).toEqual([1, 0]);
    },
  );

  it('[C-AZ-7] says which approval delete_issue needs, by the decision that asked for it', async () => {
    fixture.issuer.refusal = {
      status: 400,
      body: { error: 'invalid_target', reasons: ['approval_missing'], decision_id: 'd-9' },
    };
    const answer = await fixture.agent('ada').call('delete_issue', { issueId: 'PAY-1', reason: 'duplicate' });
    expect(textOf(answer).replace(TRACE, '')).toBe(
      'approval_missing: refused by decision d-9; it needs the approval of a second person',
    );
    expect(fixture.gateway.redemptions).toHaveLength(0);
  });

  it('[C-AZ-6] a capability to trash, had somebody made one, is not spent', async () => {
    const answer = await fixture.agent('ada').call('delete_issue', { issueId: 'PAY-1', reason: 'duplicate' });
    expect(textOf(answer)).toMatch(/^downstream_failed/);
    expect(fixture.gateway.redemptions).toHaveLength(0);
  });
});

describe('a redemption that the gateway refuses', () => {
  const problem = (reason: Reason | undefined, status: number): Partial<Problem> => ({
    ...{ type: 'about:blank', title: DOWNSTREAM, status },
    ...(reason ? { reason } : {}),
  });
  it.each<[number, Reason | undefined, string]>([
    [409, 'idempotency_conflict', 'idempotency_conflict: this idempotencyKey was used with other arguments'],
    [
      422,
      'text_not_masked',
      'masking_failed: nothing was filed, because the body could not be masked safely: the second check would mask more. Edit the ticket and try again',
    ],
    [503, 'downstream_rate_limited', 'downstream_rate_limited: Linear asks to slow down; try again later'],
    [503, 'downstream_unavailable', 'downstream_unavailable: the call may not have come through; repeating it is safe'],
    [
      503,
      'audit_unavailable',
      'audit_unavailable: nothing was done, because it could not be recorded; try again later',
    ],
    [502, 'downstream_failed', 'downstream_failed: the other system refused'],
    [401, 'capability_replayed', 'downstream_failed: the other system refused'],
    [500, undefined, 'downstream_failed: the other system refused'],
  ])('[C-OUT-4] with %i %s is told in our words', async (status, reason, said) => {
    fixture.gateway.refusal = { status, body: problem(reason, status) };
    const answer = await escalate();
    expect(textOf(answer).replace(TRACE, '')).toBe(said);
    expect(answer.text).not.toMatch(/SQLSTATE|margaret/);
  });

  it.each(['', '<html>', '{"issue":', JSON.stringify({ issue: { id: 'x' } }), `"${DOWNSTREAM.repeat(3_000)}"`])(
    '[C-OUT-4] [C-OUT-5] and an answer that is none never comes through',
    async (body) => {
      fixture.gateway.refusal = { status: 200, body };
      const answer = await escalate();
      expect(textOf(answer)).toMatch(/^downstream_(failed|unavailable): /);
      expect(answer.text).not.toMatch(/SQLSTATE|margaret/);
    },
  );
});

describe('a credential', () => {
  it('[C-CR-1] is asked for one operation on one target with these variables, and spent on exactly that', async () => {
    const agent = fixture.agent('ada');
    const { body } = await agent.call('escalate_ticket', { ticketId: TICKET, team: 'OPS' });
    expect(body.result?.structuredContent).toMatchObject({ team: 'OPS' });
    const [exchange] = fixture.issuer.exchanges;
    const [redemption] = fixture.gateway.redemptions;
    expect(exchange?.detail).toMatchObject({
      ...{ operation: 'issueCreate', tool: 'escalate_ticket', target: { team: 'OPS', ticket: TICKET } },
    });
    expect(redemption?.variables).toMatchObject({ ticketId: TICKET, team: 'OPS', priority: 1 });
    expect(decodeJwt(redemption?.capability ?? '').claims.authorization_details).toEqual([exchange?.detail]);
  });

  it('[C-ID-5] [C-CR-4] the caller’s token goes to the issuer only; no token of any kind is in answer or log', async () => {
    const answer = await escalate();
    const [exchange] = fixture.issuer.exchanges;
    const [redemption] = fixture.gateway.redemptions;
    expect(redemption?.capability).not.toBe(exchange?.subjectToken);
    for (const token of [exchange?.subjectToken, redemption?.capability]) {
      expect(token).toBeTruthy();
      const signature = String(token).split('.')[2] ?? '';
      expect(answer.text + fixture.log.join('') + JSON.stringify(fixture.audit.events)).not.toContain(signature);
    }
  });
});

describe('an issuer that does not answer', () => {
  const quick = { ...escalateTicket, limits: { ...escalateTicket.limits, timeoutMs: 200 } };
  const detail: AuthorizationDetail = {
    ...{ type: 'linear_operation', operation: 'issueCreate', tool: 'escalate_ticket' },
    ...{ target: { team: 'PAY', ticket: TICKET }, variables_digest: variablesDigest({}) },
  };
  const performed: string[] = [];
  const handler: ToolHandler = {
    prepare: async () => ({
      deed: {
        detail,
        perform: async (credential) => {
          performed.push(credential.facts.id);
          throw new Error('must not be reached');
        },
      },
    }),
  };
  let slow: Fixture;
  beforeAll(async () => {
    slow = await startFixture({}, { tools: [{ definition: quick, handler }] });
  });
  afterAll(() => slow.close());

  it.each(['hanging', 'cut'] as const)(
    '[C-LM-2] [C-AZ-3] (%s) ends the call by the tool’s own deadline',
    async (mode) => {
      slow.issuer.mode = mode;
      const started = performance.now();
      const answer = await slow.agent('ada').call('escalate_ticket', { ticketId: TICKET });
      expect(performance.now() - started).toBeLessThan(2_000);
      expect(textOf(answer)).toMatch(
        /^downstream_unavailable: the call may not have come through; repeating it is safe/,
      );
      expect(performed).toEqual([]);
    },
  );
});
