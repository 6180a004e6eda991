import { accessTokenClaims } from '@sallyport/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agent, claimsOf } from '../testing/agent.ts';
import { type IssuerFixture, startIssuer } from '../testing/issuer-fixture.ts';

let issuer: IssuerFixture;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer?.close());

describe('sign-in', () => {
  it('[C-ID-3] [C-ID-5] leads from the client through the IdP and consent to an access token', async () => {
    const agent = new Agent(issuer.url);
    const params = await agent.authorize('ada');
    expect(params.get('iss')).toBe(issuer.url);
    const { status, body } = await agent.redeem(params.get('code') ?? '');
    expect({ status, body }).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 600 } });
    expect(accessTokenClaims.parse(claimsOf(body.access_token))).toMatchObject({ tenant: 'harbor' });
  });
});
