import { createServiceAssertion, variablesDigest } from '@sallyport/authn';
import { DEMO_CALLBACK } from '@sallyport/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SeedTicket, seedTickets } from '../../../scripts/story/world.ts';
import { verifies } from '../verifies.ts';
import { signIn } from '../world/agent.ts';
import { Captured, VARIABLES } from '../world/captured-mcp-server.ts';
import { connectAccount } from '../world/connected.ts';
import { Forger } from '../world/forged.ts';
import { house } from '../world/house.ts';
import { callByHand, patiently } from '../world/mcp-message.ts';
import { nothingOutsideHappens, outside } from '../world/outside.ts';
import { expectProblem } from '../world/problem.ts';
import { send } from '../world/send.ts';

let token: string;
let server: Captured;
beforeAll(async () => {
  token = (await signIn('ada')).access_token;
  await connectAccount('ada', token);
  server = await Captured.service('mcp-server');
});

describe('a captured mcp-server that skips masking', () => {
  nothingOutsideHappens();

  const tickets = seedTickets().filter(({ tenant, pii }) => tenant === 'harbor' && pii.length > 0);
  const raw = ({ id, subject, body }: SeedTicket) => ({
    ticketId: id,
    team: 'PAY',
    title: subject.slice(0, 250),
    description: body.slice(0, 16_000),
    priority: 1,
  });
  it.each(tickets.map((ticket) => ({ id: ticket.id, variables: raw(ticket) })))(
    verifies('gateway:masked-again', 'the text of ticket $id as the customer wrote it is refused'),
    async ({ variables }) => {
      const answer = await server.redeem(await server.capability(token, variables), variables);
      expectProblem(answer, 422, 'text_not_masked');
    },
  );

  it.each([
    ['an e-mail in the title', { ...VARIABLES, title: 'Failure for jana.novak@customer.example' }],
    ['a card in the description', { ...VARIABLES, description: 'Card 4111 1111 1111 1111 is declined' }],
    [
      'a key in the description',
      { ...VARIABLES, description: 'token ghp_1234567890abcdefghijABCDEFGHIJ123456 leaked' },
    ],
    [
      'an e-mail spelt in full-width letters',
      { ...VARIABLES, description: 'ｊａｎａ．ｎｏｖａｋ＠ｃｕｓｔｏｍｅｒ．ｅｘａｍｐｌｅ' },
    ],
  ])(verifies('gateway:masked-again', '%s is refused'), async (_, variables) => {
    const answer = await server.redeem(await server.capability(token, variables), variables);
    expectProblem(answer, 422, 'text_not_masked');
    expect(answer.text).not.toContain('novak');
  });
});

describe('a captured mcp-server that does other services’ work', () => {
  nothingOutsideHappens();

  it(
    verifies('gateway:issuer-connects', 'a capability to connect, bound to the mcp-server’s key, is refused'),
    async () => {
      const variables = { class: 'curator', code: 'stolen', codeVerifier: 'v'.repeat(43), redirectUri: DEMO_CALLBACK };
      const detail = {
        type: 'linear_operation',
        operation: 'connectLinear',
        tool: 'connect',
        target: { class: 'curator' },
        variables_digest: variablesDigest(variables),
      };
      const forger = await Forger.of(await server.capability(token));
      const capability = forger.claiming({ authorization_details: [detail] }, 'capability+jwt');
      expectProblem(await server.redeem(capability, variables), 401, 'capability_foreign_key');
    },
  );

  it(verifies('ledger:gateway-only', 'the mcp-server cannot report a filing that never was'), async () => {
    const body = JSON.stringify({ tenant: 'harbor', ticketId: VARIABLES.ticketId });
    const options = { service: 'mcp-server' as const, audience: house.urls.issuer, body, now: Date.now() };
    const authorization = `Bearer ${createServiceAssertion(server.key, options)}`;
    for (const headers of [{ authorization }, { authorization: `Bearer ${token}` }, {}]) {
      const answer = await send(`${house.urls.issuer}/ledger/filings`, {
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      expect([answer.status, answer.json.reason]).toEqual([401, 'assertion_invalid']);
    }
  });
});

describe('a captured mcp-server with somebody’s token in hand', () => {
  it(verifies('tenant:captured-server'), async () => {
    const theirs = '31ad7226-d66f-4767-bd6e-541888be75ce';
    const variables = { ...VARIABLES, ticketId: theirs };
    const before = (await outside.issues('meridian')).length;
    const forged = await server.redeem(await server.capability(token, variables), variables);
    expect(forged.status, forged.text).toBe(200);
    expect((await outside.issues('meridian')).length).toBe(before);
    const mina = (await signIn('mina')).access_token;
    await connectAccount('mina', mina);
    const { json, text } = await patiently(() => callByHand(mina, 'escalate_ticket', { ticketId: theirs }));
    expect(json.result.structuredContent, text).toMatchObject({ alreadyFiled: false });
    expect(json.result.structuredContent.issue.id).not.toBe(forged.json.issue.id);
  });
});
