import { createDpopProof, generateKey, variablesDigest } from '@sallyport/authn';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { signIn } from '../world/agent.ts';
import { Captured, VARIABLES } from '../world/captured-mcp-server.ts';
import { connectAccount } from '../world/connected.ts';
import { Forger } from '../world/forged.ts';
import { MCP_URL, REDEEM_URL } from '../world/house.ts';
import { effects, nothingOutsideHappens, outside } from '../world/outside.ts';
import { expectProblem } from '../world/problem.ts';
import { send } from '../world/send.ts';

let token: string;
let server: Captured;
beforeAll(async () => {
  token = (await signIn('ada')).access_token;
  await connectAccount('ada', token);
  server = await Captured.service('mcp-server');
});

describe('a capability that was captured', () => {
  nothingOutsideHappens();

  it(verifies('gateway:own-key', 'another key cannot redeem it'), async () => {
    const capability = await server.capability(token);
    expectProblem(
      await server.redeem(capability, VARIABLES, { key: generateKey().key }),
      401,
      'capability_foreign_key',
    );
  });

  it(verifies('gateway:own-key', 'another service’s key cannot redeem it'), async () => {
    const { key } = await Captured.service('audit');
    expectProblem(
      await server.redeem(await server.capability(token), VARIABLES, { key }),
      401,
      'capability_foreign_key',
    );
  });

  it.each<[string, (capability: string) => Record<string, string | undefined>, string]>([
    ['without a proof', () => ({ dpop: undefined }), 'dpop_missing'],
    ['with a proof for another capability', () => ({ dpop: proof('another') }), 'dpop_invalid'],
    ['with a proof for another URL', (capability) => ({ dpop: proof(capability, { url: MCP_URL }) }), 'dpop_invalid'],
    ['with a proof for GET', (capability) => ({ dpop: proof(capability, { method: 'GET' }) }), 'dpop_invalid'],
    ['with an old proof', (capability) => ({ dpop: proof(capability, { now: Date.now() - 120_000 }) }), 'dpop_invalid'],
    ['as Bearer', (capability) => ({ authorization: `Bearer ${capability}` }), 'token_missing'],
    ['without Authorization', () => ({ authorization: undefined }), 'token_missing'],
  ])(verifies('gateway:own-key', '%s it is refused'), async (_, headers, reason) => {
    const capability = await server.capability(token);
    expectProblem(await server.redeem(capability, VARIABLES, { headers: headers(capability) }), 401, reason);
  });

  it.each<[string, object]>([
    ['another ticket', { ...VARIABLES, ticketId: '7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001' }],
    ['another team', { ...VARIABLES, team: 'OPS' }],
    ['another title', { ...VARIABLES, title: 'Card payments fail with 503' }],
    ['one more field', { ...VARIABLES, createAsUser: 'Ken' }],
    ['one field less', { ...VARIABLES, priority: undefined }],
    ['nothing', {}],
  ])(verifies('gateway:bound-variables', '%s than decided about: refused'), async (_, variables) => {
    expectProblem(await server.redeem(await server.capability(token), variables), 403, 'variables_mismatch');
  });

  it(
    verifies('gateway:strict-body', 'variables that hash right and are no variables of ours are refused'),
    async () => {
      const odd = { ...VARIABLES, permanentlyDelete: true } as typeof VARIABLES;
      expectProblem(await server.redeem(await server.capability(token, odd), odd), 400, 'arguments_invalid');
    },
  );

  it(
    verifies('gateway:bound-variables', 'a ticket that is not the one decided about is refused, digest or not'),
    async () => {
      const other = { ...VARIABLES, ticketId: '7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001' };
      const { json } = await server.exchange(token, {
        variables: other,
        detail: { target: { team: 'PAY', ticket: VARIABLES.ticketId } },
      });
      expectProblem(await server.redeem(json.access_token, other), 403, 'target_not_permitted');
    },
  );

  it.each<[string, string | Buffer, number, string]>([
    [
      'an unknown field',
      JSON.stringify({ variables: VARIABLES, document: 'mutation { x }' }),
      400,
      'arguments_invalid',
    ],
    ['no variables', '{}', 400, 'arguments_invalid'],
    ['a list', JSON.stringify([{ variables: VARIABLES }]), 400, 'arguments_invalid'],
    ['no JSON', 'variables', 400, 'arguments_invalid'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 400, 'arguments_invalid'],
    [
      '65,537 bytes',
      JSON.stringify({ variables: { ...VARIABLES, title: 'x'.repeat(65_536) } }),
      413,
      'request_too_large',
    ],
  ])(verifies('gateway:strict-body', 'a body with %s is refused'), async (_, body, status, reason) => {
    const capability = await server.capability(token);
    expectProblem(await server.redeem(capability, VARIABLES, { body }), status, reason);
  });

  it(verifies('gateway:strict-body', 'a body that is said to be text is refused'), async () => {
    const capability = await server.capability(token);
    const headers = { 'content-type': 'text/plain' };
    expectProblem(await server.redeem(capability, VARIABLES, { headers }), 400, 'arguments_invalid');
  });
});

describe('what is no capability', () => {
  nothingOutsideHappens();
  const at = Forger.seconds;

  it.each<[string, (genuine: Forger) => string, string]>([
    [
      'an expired one',
      (forger) => forger.claiming({ iat: at(-90), nbf: at(-90), exp: at(-30) }, 'capability+jwt'),
      'capability_expired',
    ],
    [
      'one for another gateway',
      (forger) => forger.claiming({ aud: 'https://gateway.example' }, 'capability+jwt'),
      'capability_invalid',
    ],
    [
      'one of another issuer',
      (forger) => forger.claiming({ iss: 'https://issuer.example' }, 'capability+jwt'),
      'capability_invalid',
    ],
    [
      'one that lives ten minutes',
      (forger) => forger.claiming({ exp: at(600) }, 'capability+jwt'),
      'capability_invalid',
    ],
    ['one without a key', (forger) => forger.claiming({ cnf: undefined }, 'capability+jwt'), 'capability_invalid'],
    [
      'one with two details',
      (forger) => forger.claiming({ authorization_details: [1, 2] }, 'capability+jwt'),
      'capability_invalid',
    ],
    [
      'one with a claim nobody knows',
      (forger) => forger.claiming({ admin: true }, 'capability+jwt'),
      'capability_invalid',
    ],
    ['one of another type', (forger) => forger.claiming({}, 'at+jwt'), 'capability_invalid'],
    [
      'one whose subject was changed',
      (forger) => forger.withClaimsChanged({ sub: '11111111-2222-4333-8444-555555555555' }),
      'capability_invalid',
    ],
    ['one by a stranger', (forger) => forger.byStrangerAsIssuer(), 'capability_invalid'],
    ['one that is unsigned', (forger) => forger.unsigned('AAAA'), 'capability_invalid'],
    ['the caller’s access token', () => token, 'capability_invalid'],
  ])(verifies('gateway:genuine', '%s is refused'), async (_, make, reason) => {
    const capability = make(await Forger.of(await server.capability(token)));
    expectProblem(await server.redeem(capability, VARIABLES), 401, reason);
  });

  it(verifies('gateway:genuine', 'a capability to trash, had the issuer made one, is not spent'), async () => {
    const variables = { issueId: 'PAY-1', reason: 'cleaning up' };
    const detail = {
      type: 'linear_operation',
      operation: 'issueTrash',
      tool: 'delete_issue',
      target: { issue: 'PAY-1' },
      variables_digest: variablesDigest(variables),
    };
    const forger = await Forger.of(await server.capability(token));
    const capability = forger.claiming({ authorization_details: [detail] }, 'capability+jwt');
    expectProblem(await server.redeem(capability, variables), 403, 'operation_not_permitted');
  });

  it.each(['GET', 'PUT', 'DELETE'])(verifies('gateway:strict-body', '%s /redeem does nothing'), async (method) => {
    expect((await send(REDEEM_URL, { method })).status).toBeGreaterThanOrEqual(404);
  });
});

describe('the genuine redemption', () => {
  it(verifies('gateway:once', 'works once, and a replay with a fresh proof is refused'), async () => {
    const capability = await server.capability(token);
    const first = await server.redeem(capability, VARIABLES);
    expect(first.status, first.text).toBe(200);
    expect(first.json.creator.name).toBe('Ada Okafor');
    const before = await effects();
    expectProblem(await server.redeem(capability, VARIABLES), 401, 'capability_replayed');
    expect(await effects()).toEqual(before);
  });

  it(verifies('gateway:once', 'of two at the same instant one is refused'), async () => {
    const capability = await server.capability(token);
    const issues = (await outside.issues('harbor')).length;
    const answers = await Promise.all([server.redeem(capability, VARIABLES), server.redeem(capability, VARIABLES)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await outside.issues('harbor')).length).toBe(issues);
  });

  it(verifies('gateway:once', 'a proof works once, whatever it is sent with'), async () => {
    const capability = await server.capability(token);
    const headers = { dpop: proof(capability) };
    await server.redeem(capability, { ...VARIABLES, team: 'OPS' }, { headers });
    expectProblem(await server.redeem(capability, VARIABLES, { headers }), 401, 'dpop_replayed');
  });
});

function proof(accessToken: string, changes: Partial<Parameters<typeof createDpopProof>[1]> = {}): string {
  return createDpopProof(server.key, { method: 'POST', url: REDEEM_URL, accessToken, now: Date.now(), ...changes });
}
