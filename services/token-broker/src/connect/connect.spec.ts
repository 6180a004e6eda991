import { createDpopProof } from '@sallyport/authn';
import { capabilityClaims } from '@sallyport/contracts';
import { HeadlessBrowser, type Page, PEOPLE, Person } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agent, claimsOf, openPage } from '../testing/agent.ts';
import { type BrokerFixture, startBroker } from '../testing/broker-fixture.ts';
import { McpServer, VARIABLES } from '../testing/mcp-server.ts';

let broker: BrokerFixture;
let mcp: McpServer;
beforeAll(async () => {
  broker = await startBroker();
  const { issuer, gatewayUrl } = broker;
  mcp = new McpServer(issuer.url, gatewayUrl, issuer.keys.mcp, issuer.clock.now);
});
afterAll(() => broker?.close());

describe('connecting Linear', () => {
  it('[C-CR-1] [C-CR-3] leads from a refused exchange through the page and Linear to an issue filed as the person', async () => {
    const { issuer, gatewayUrl } = broker;
    const ada = new Person(PEOPLE.ada);
    const agent = new Agent(issuer.url);
    const code = (await agent.authorize(ada)).get('code') ?? '';
    const { access_token: token } = (await agent.redeem(code)).body;
    const refused = await mcp.exchange(token);
    expect(refused).toMatchObject({
      status: 400,
      body: { error: 'interaction_required', reasons: ['consent_required'] },
    });
    const done = await ada.walk(refused.body.interaction_url);
    expect((done as Page).title).toContain('Linear is connected');
    const issued = await mcp.exchange(token);
    expect(issued).toMatchObject({ status: 200, body: { token_type: 'DPoP', expires_in: 60 } });
    const capability = issued.body.access_token;
    expect(capabilityClaims.parse(claimsOf(capability)).aud).toBe(gatewayUrl);
    const url = `${gatewayUrl}/redeem`;
    const dpop = createDpopProof(issuer.keys.mcp, { method: 'POST', url, accessToken: capability, now: Date.now() });
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `DPoP ${capability}`, dpop, 'content-type': 'application/json' },
      body: JSON.stringify({ variables: VARIABLES }),
    });
    const result = await response.json();
    expect({ status: response.status, result }).toMatchObject({
      status: 200,
      result: { creator: { name: 'Ada Okafor' } },
    });
  });
});
