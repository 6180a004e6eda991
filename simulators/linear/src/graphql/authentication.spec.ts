import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, DemoSimulator, type Tokens } from '../testing/demo-simulator.ts';

const QUERY = '{ viewer { email } }';
let linear: DemoSimulator;
let ada: Tokens;
beforeAll(async () => {
  linear = await DemoSimulator.start();
  ada = await linear.connect('reader', 'ada@harbor.example');
});
afterAll(() => linear.close());

describe('POST /graphql', () => {
  it.each([
    ['nothing', () => null],
    ['an unknown token', () => 'Bearer lin_oauth_00'],
    ['an unknown key', () => 'lin_api_demo_harbor'],
    ['an OAuth token without Bearer', () => ada.access_token],
    ['a refresh token', () => `Bearer ${ada.refresh_token}`],
    ['an API key as Bearer', () => 'Bearer lin_api_demo_harbor_admin'],
  ])('refuses %s with an authentication error', async (_, authorization) => {
    const { status, body } = await linear.graphql(authorization(), QUERY);
    expect(status).toBe(401);
    expect(body.data).toBeUndefined();
    expect(body.errors[0].extensions).toMatchObject({
      type: 'authentication error',
      code: 'AUTHENTICATION_ERROR',
      statusCode: 401,
      userError: true,
    });
  });

  it('takes OAuth tokens as Bearer and API keys bare', async () => {
    const viewer = async (authorization: string) => (await linear.graphql(authorization, QUERY)).body.data.viewer.email;
    expect(await viewer(bearer(ada))).toBe('ada@harbor.example');
    expect(await viewer('lin_api_demo_harbor_shared')).toBe('ken@harbor.example');
    expect(await viewer('lin_api_demo_meridian_admin')).toBe('mina@meridian.example');
  });

  it.each([
    ['an unknown operation', '{ issueSearch { nodes { id } } }'],
    ['an operation Linear has and the simulator does not', '{ projects { nodes { id } } }'],
    ['an unknown field', '{ viewer { password } }'],
    ['a document that does not parse', '{ viewer {'],
  ])('refuses %s instead of guessing', async (_, query) => {
    const { status, body } = await linear.graphql(bearer(ada), query);
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors[0].extensions).toMatchObject({ type: 'graphql error', code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it('refuses other methods, other content and bodies past one mebibyte', async () => {
    const url = new URL('/graphql', linear.url);
    const headers = { authorization: bearer(ada) };
    expect((await fetch(`${url}?query=${encodeURIComponent(QUERY)}`, { headers })).status).toBe(404);
    const text = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: QUERY,
    });
    expect(text.status).toBe(415);
    const body = JSON.stringify({ query: `${QUERY} #${'x'.repeat(1_048_576)}` });
    const flood = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    expect(flood.status).toBe(413);
  });
});
