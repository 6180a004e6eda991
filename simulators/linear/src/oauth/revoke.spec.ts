import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, DemoSimulator, type Tokens } from '../testing/demo-simulator.ts';

const ADA = 'ada@harbor.example';
let linear: DemoSimulator;
beforeAll(async () => {
  linear = await DemoSimulator.start();
});
afterAll(() => linear.close());

const alive = async (tokens: Tokens) => (await linear.graphql(bearer(tokens), '{ viewer { id } }')).status === 200;

describe('POST /oauth/revoke', () => {
  it('answers 401 to a token that is not one of its own', async () => {
    expect((await linear.post('/oauth/revoke', { access_token: 'lin_oauth_x' })).status).toBe(401);
    expect((await linear.post('/oauth/revoke', {})).status).toBe(401);
  });

  it.each(['bearer', 'access_token', 'refresh_token'] as const)(
    '[C-ID-10] ends access and refresh given a %s, then answers 400',
    async (way) => {
      const tokens = await linear.connect('creator', ADA);
      const send = () =>
        way === 'bearer'
          ? linear.post('/oauth/revoke', {}, { authorization: bearer(tokens) })
          : linear.post('/oauth/revoke', { [way]: tokens[way] });
      expect((await send()).status).toBe(200);
      expect(await alive(tokens)).toBe(false);
      expect((await linear.refresh('creator', tokens.refresh_token)).status).toBe(400);
      expect((await send()).status).toBe(400);
    },
  );

  it("ends the person's access to that application, not to others, and nobody else's", async () => {
    const [first, second, curator, grace] = await Promise.all([
      linear.connect('creator', ADA),
      linear.connect('creator', ADA),
      linear.connect('curator', ADA),
      linear.connect('creator', 'grace@harbor.example'),
    ]);
    expect((await linear.post('/oauth/revoke', { refresh_token: first.refresh_token })).status).toBe(200);
    expect(await Promise.all([first, second, curator, grace].map(alive))).toEqual([false, false, true, true]);
  });
});
