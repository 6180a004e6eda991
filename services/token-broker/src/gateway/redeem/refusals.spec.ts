import { randomUUID } from 'node:crypto';
import { createDpopProof, generateKey, signJwt } from '@sallyport/authn';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  type CapabilityWishes,
  type GatewayFixture,
  issueVariables,
  type RedeemWishes,
  reasonOf,
  startGateway,
} from '../testing/gateway-fixture.ts';
import { ADA, GRACE } from '../testing/people.ts';

let gateway: GatewayFixture;
let before: { vault: number; linear: number };
beforeAll(async () => {
  gateway = await startGateway();
  expect((await gateway.connect(ADA)).status).toBe(200);
});
afterAll(() => gateway?.close());
beforeEach(async () => {
  gateway.audit.down = false;
  before = await gateway.calls();
});

/** Whatever was refused, Vault and Linear were not asked. */
async function refusal(answer: Answer): Promise<{ status: number; reason: string }> {
  expect(await gateway.calls()).toEqual(before);
  return { status: answer.status, reason: reasonOf(answer) };
}
const stranger = generateKey().key;

describe('a capability that is not good', () => {
  const now = () => Math.floor(gateway.clock.now() / 1_000);
  const bad: [string, string, () => CapabilityWishes][] = [
    ['signed by a stranger', 'capability_invalid', () => ({ signedBy: stranger })],
    ['signed by the mcp-server', 'capability_invalid', () => ({ signedBy: gateway.keys.mcp })],
    ['of another type', 'capability_invalid', () => ({ typ: 'at+jwt' })],
    ['that is a person assertion', 'capability_invalid', () => ({ typ: 'person-assertion+jwt' })],
    ['of another issuer', 'capability_invalid', () => ({ claims: { iss: 'http://localhost:8999' } })],
    ['for another gateway', 'capability_invalid', () => ({ claims: { aud: 'http://localhost:8099' } })],
    ['for two audiences', 'capability_invalid', () => ({ claims: { aud: ['http://localhost:8011', 'x'] } })],
    ['that ended', 'capability_expired', () => ({ claims: { iat: now() - 61, nbf: now() - 61, exp: now() - 1 } })],
    ['that begins later', 'capability_invalid', () => ({ claims: { iat: now() + 30, nbf: now() + 30 } })],
    ['that lives an hour', 'capability_invalid', () => ({ claims: { exp: now() + 3_600 } })],
    ['with an unknown claim', 'capability_invalid', () => ({ claims: { admin: true } })],
    ['without a key it is bound to', 'capability_invalid', () => ({ claims: { cnf: undefined } })],
    ['with two operations', 'capability_invalid', () => ({ claims: { authorization_details: [{}, {}] } })],
    ['bound to another key', 'capability_foreign_key', () => ({ boundTo: stranger })],
  ];
  it.each(bad)('[C-ID-5] is refused when it is one %s', async (_, reason, wishes) => {
    const variables = issueVariables();
    const answer = await gateway.redeem(await gateway.capability(variables, wishes()), variables);
    expect(await refusal(answer)).toEqual({ status: 401, reason });
    expect(answer.headers.get('www-authenticate')).toMatch(/^DPoP/);
  });

  it('[C-ID-5] is refused with alg none, and with the signature of another one', async () => {
    const variables = issueVariables();
    const [head, body, signature] = (await gateway.capability(variables)).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'capability+jwt' })).toString('base64url');
    for (const token of [`${none}.${body}.AA`, `${none}.${body}.${signature}`, `${head}.${body}x.${signature}`]) {
      expect(await refusal(await gateway.redeem(token, variables))).toMatchObject({ reason: 'capability_invalid' });
    }
  });

  it('[C-ID-1] is missing: as Bearer, or not there at all', async () => {
    const variables = issueVariables();
    const token = await gateway.capability(variables);
    for (const authorization of [`Bearer ${token}`, '', 'DPoP', 'DPoP a b']) {
      const answer = await gateway.redeem(token, variables, { headers: { authorization } });
      expect(await refusal(answer)).toEqual({ status: 401, reason: 'token_missing' });
    }
  });

  it('[C-ID-6] is worth nothing to the thief of it', async () => {
    const variables = issueVariables();
    const answer = await gateway.redeem(await gateway.capability(variables), variables, { key: stranger });
    expect(await refusal(answer)).toEqual({ status: 401, reason: 'capability_foreign_key' });
  });
});

describe('[C-ID-6] a proof of possession that is not good', () => {
  const proofs: [string, string, (token: string) => RedeemWishes][] = [
    ['missing', 'dpop_missing', () => ({ proof: null })],
    ['no JWT', 'dpop_invalid', () => ({ proof: 'proof' })],
    ['for another URL', 'dpop_invalid', () => ({ proofUrl: 'http://localhost:8010/token' })],
    ['for another token', 'dpop_invalid', (token) => ({ proof: proofOf({ accessToken: `${token}x` }) })],
    ['for another method', 'dpop_invalid', (accessToken) => ({ proof: proofOf({ accessToken, method: 'GET' }) })],
    ['too old', 'dpop_invalid', (accessToken) => ({ proof: proofOf({ accessToken, age: 120_000 }) })],
  ];
  const proofOf = ({ accessToken = '', method = 'POST', age = 0 }) =>
    createDpopProof(gateway.keys.mcp, {
      method,
      url: 'http://localhost:8011/redeem',
      accessToken,
      now: gateway.clock.now() - age,
    });
  it.each(proofs)('is refused: %s', async (_, reason, wishes) => {
    const variables = issueVariables();
    const token = await gateway.capability(variables);
    expect(await refusal(await gateway.redeem(token, variables, wishes(token)))).toEqual({ status: 401, reason });
  });

  it('[C-ID-7] is refused the second time, whatever came of the first', async () => {
    const variables = issueVariables();
    const token = await gateway.capability(variables);
    const proof = proofOf({ accessToken: token });
    const changed = { ...variables, team: 'OPS' };
    expect((await refusal(await gateway.redeem(token, changed, { proof }))).reason).toBe('variables_mismatch');
    expect((await refusal(await gateway.redeem(token, variables, { proof }))).reason).toBe('dpop_replayed');
  });
});

describe('a request that is not what was decided about', () => {
  it.each([
    ['another title', { title: 'Another title' }],
    ['another team', { team: 'OPS' }],
    ['another ticket', { ticketId: randomUUID() }],
    ['one field more', { assigneeId: 'someone' }],
  ])('is refused with %s', async (_, change) => {
    const variables = issueVariables();
    const answer = await gateway.redeem(await gateway.capability(variables), { ...variables, ...change });
    expect(await refusal(answer)).toEqual({ status: 403, reason: 'variables_mismatch' });
  });

  it.each([
    ['of another team', { team: 'OPS' }],
    ['of another ticket', { team: 'PAY', ticket: randomUUID() }],
    ['without a target', {}],
  ])('is refused when policy was told %s', async (_, target) => {
    const variables = issueVariables();
    const answer = await gateway.redeem(await gateway.capability(variables, { target }), variables);
    expect(await refusal(answer)).toEqual({ status: 403, reason: 'target_not_permitted' });
  });

  it.each([
    ['an unknown field', { createAsUser: 'Mallory' }],
    ['a priority that does not exist', { priority: 9 }],
    ['a title that is too long', { title: 'a'.repeat(251) }],
    ['an empty title', { title: '' }],
    ['an object for a title', { title: { toString: 'x' } }],
    ['an idempotency key that is no UUID', { idempotencyKey: 'again' }],
  ])('[C-IN-1] is refused with %s, even when the issuer signed for it', async (_, change) => {
    const variables = issueVariables(change);
    const answer = await gateway.redeem(await gateway.capability(variables), variables);
    expect(await refusal(answer)).toEqual({ status: 400, reason: 'arguments_invalid' });
  });

  it.each([
    ['a field beside the variables', 400, 'arguments_invalid', { body: '{"variables":{},"more":1}' }],
    ['no JSON', 400, 'arguments_invalid', { body: '{' }],
    ['another content type', 400, 'arguments_invalid', { headers: { 'content-type': 'text/plain' } }],
    ['a body beyond 64 KiB', 413, 'request_too_large', { body: ' '.repeat(65_537) }],
    [
      'nesting without end',
      403,
      'variables_mismatch',
      { body: `{"variables":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}` },
    ],
  ])('[C-IN-1] is refused with %s', async (_, status, reason, wishes: RedeemWishes) => {
    const variables = issueVariables();
    const answer = await gateway.redeem(await gateway.capability(variables), variables, wishes);
    expect(await refusal(answer)).toEqual({ status, reason });
  });

  it('[C-AZ-6] is refused when it would trash, though the issuer signed it', async () => {
    const variables = { issueId: randomUUID(), permanentlyDelete: true };
    const token = await gateway.capability(variables, { operation: 'issueTrash', target: {} });
    expect(await refusal(await gateway.redeem(token, variables))).toEqual({
      status: 403,
      reason: 'operation_not_permitted',
    });
  });

  it('is refused when the mcp-server asks for what only the issuer may do', async () => {
    const variables = {
      class: 'creator',
      code: 'code',
      codeVerifier: 'v'.repeat(43),
      redirectUri: 'http://localhost:8010/connect/linear/callback',
    };
    const token = await gateway.capability(variables, { operation: 'connectLinear' });
    expect(await refusal(await gateway.redeem(token, variables))).toEqual({
      status: 401,
      reason: 'capability_foreign_key',
    });
  });

  it('is refused when the person assertion was not made for this gateway', async () => {
    const variables = issueVariables();
    const token = await gateway.capability(variables, { claims: { person_assertion: 'a.b.c.d.e' } });
    expect((await refusal(await gateway.redeem(token, variables))).reason).toBe('capability_invalid');
  });

  it('is refused for somebody who never connected', async () => {
    const variables = issueVariables();
    const answer = await gateway.redeem(await gateway.capability(variables, { person: GRACE }), variables);
    expect(await refusal(answer)).toEqual({ status: 403, reason: 'consent_required' });
  });
});

describe('[C-OUT-1] text that is not masked', () => {
  const leaks: [string, Record<string, string>][] = [
    ['an e-mail address in the title', { title: 'Checkout fails for lena.hofer@kundin.example' }],
    ['an e-mail address in the text', { description: 'Write to lena.hofer@kundin.example please' }],
    ['a telephone number', { description: 'Call me back at +43 660 1234567 today' }],
    ['a card number', { description: 'My card is 4111 1111 1111 1111' }],
    ['an e-mail address in full-width letters', { description: 'ｌｅｎａ＠ｋｕｎｄｉｎ．ｅｘａｍｐｌｅ' }],
    ['an e-mail address cut by invisible characters', { description: 'lena@kun\u200bdin.exam\u00adple' }],
    ['a card number in Arabic digits', { description: 'card ٤١١١ ١١١١ ١١١١ ١١١١' }],
    ['a key', { description: 'token lin_api_0123456789abcdef0123456789abcdef01234567' }],
  ];
  it.each(leaks)('is refused by the gateway itself: %s', async (_, change) => {
    const variables = issueVariables(change);
    const answer = await gateway.redeem(await gateway.capability(variables), variables);
    expect(await refusal(answer)).toEqual({ status: 422, reason: 'text_not_masked' });
    for (const text of Object.values(change)) {
      expect(answer.text + gateway.logs.join('') + JSON.stringify(gateway.audit.events)).not.toContain(text);
    }
  });
});

describe('what may happen once', () => {
  it('[C-ID-7] a capability that was refused for its text is used up', async () => {
    const variables = issueVariables({ title: 'Write to lena@kundin.example' });
    const token = await gateway.capability(variables);
    expect((await refusal(await gateway.redeem(token, variables))).reason).toBe('text_not_masked');
    expect((await refusal(await gateway.redeem(token, variables))).reason).toBe('capability_replayed');
  });

  it('[C-IN-3] an idempotency key with other arguments is refused for a day', async () => {
    const idempotencyKey = randomUUID();
    const first = issueVariables({ idempotencyKey });
    expect((await gateway.redeem(await gateway.capability(first), first)).status).toBe(200);
    before = await gateway.calls();
    const other = issueVariables({ idempotencyKey });
    const answer = await gateway.redeem(await gateway.capability(other), other);
    expect(await refusal(answer)).toEqual({ status: 409, reason: 'idempotency_conflict' });
    gateway.clock.skip += 24 * 3_600_000;
    const later = issueVariables({ idempotencyKey });
    expect((await gateway.redeem(await gateway.capability(later), later)).status).toBe(200);
  });
});

describe('[C-AU-2] without the record', () => {
  it('nothing happens: no Vault, no Linear, and the capability is gone', async () => {
    gateway.audit.down = true;
    const variables = issueVariables();
    const token = await gateway.capability(variables);
    expect(await refusal(await gateway.redeem(token, variables))).toEqual({ status: 503, reason: 'audit_unavailable' });
    gateway.audit.down = false;
    expect((await refusal(await gateway.redeem(token, variables))).reason).toBe('capability_replayed');
  });
});

describe('[C-AU-7] what is left behind by refusals', () => {
  it('holds no token, no assertion and no text', async () => {
    const canary = `canary-${randomUUID()}`;
    const variables = issueVariables({ description: `${canary} lena@kundin.example` });
    const token = await gateway.capability(variables);
    const answer = await gateway.redeem(token, variables);
    await gateway.redeem(token, { ...variables, title: canary });
    const forged = signJwt(stranger, 'capability+jwt', { canary });
    const again = await gateway.redeem(forged, variables);
    const everything = gateway.logs.join('') + JSON.stringify(gateway.audit.events) + answer.text + again.text;
    for (const secret of [canary, token, token.split('.')[2], forged, 'kundin.example']) {
      expect(everything).not.toContain(secret);
    }
  });

  it('names the capability and the reason where somebody proved who they are', async () => {
    const variables = issueVariables({ title: 'Write to lena@kundin.example' });
    const jti = randomUUID();
    await gateway.redeem(await gateway.capability(variables, { claims: { jti } }), variables);
    await expect
      .poll(() => gateway.audit.events.find((event) => 'credentialId' in event && event.credentialId === jti))
      .toMatchObject({ kind: 'capability_refused', reasons: ['text_not_masked'], who: { sub: ADA.sub } });
  });
});
