import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, LEGACY } from '#server/testing/agent';
import { type Fixture, startFixture } from '#server/testing/fixture';
import { profile } from './profile.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture({ fastPath: 'false' }, profile());
});
afterAll(() => fixture.close());

const handshake = { protocolVersion: LEGACY, capabilities: {}, clientInfo: { name: 'spec', version: '1' } };

describe('the conformance profile stands behind the guards of production', () => {
  it.each(['tools/list', 'prompts/list', 'resources/list', 'initialize'])(
    '[C-ID-1] %s of a caller without a token is 401',
    async (method) => {
      const anonymous = fixture.anonymous();
      expect((await anonymous.modern(method)).status).toBe(401);
      expect((await anonymous.legacy(method)).status).toBe(401);
    },
  );

  it('[C-ID-2] a foreign origin is refused before anything answers', async () => {
    const headers = { origin: 'http://evil.example.com' };
    const { status } = await fixture.agent('ada').call('test_simple_text', {}, { headers });
    expect(status).toBe(403);
  });

  it('[C-IN-1] a fixture gets no body that production would not read', async () => {
    const { status, body } = await fixture.agent('ada').send('{"jsonrpc":"2.0","jsonrpc":"2.0"}');
    expect([status, body.error?.message]).toEqual([400, 'body has a duplicate key']);
  });

  it('[C-AZ-4] the catalogue is still the caller’s own', async () => {
    const names = async (person: 'ada' | 'ken') =>
      (await fixture.agent(person).modern('tools/list')).body.result?.tools?.map(({ name }) => name);
    expect(await names('ada')).toEqual(expect.arrayContaining(['get_support_tickets', 'test_simple_text']));
    expect(await names('ken')).not.toContain('get_support_tickets');
  });
});

describe('a session of the conformance profile', () => {
  const sub = randomUUID();
  const open = async () => {
    const { headers } = await fixture.agent('ada', { sub }).legacy('initialize', handshake);
    return { 'mcp-session-id': headers.get('mcp-session-id') ?? '' };
  };
  const list = async (agent: Agent, headers: Record<string, string>) =>
    (await agent.legacy('tools/list', {}, { headers })).status;

  it('[C-ID-1] is no credential', async () => {
    expect(await list(fixture.anonymous(), await open())).toBe(401);
  });

  it('belongs to the person and the agent that opened it: to anybody else it does not exist', async () => {
    const session = await open();
    expect(await list(fixture.agent('grace'), session)).toBe(404);
    expect(await list(fixture.agent('ada', { sub, client_id: 'another-agent' }), session)).toBe(404);
    expect(await list(fixture.agent('ada', { sub }), session)).toBe(200);
  });

  it('that nobody opened does not exist', async () => {
    expect(await list(fixture.agent('ada'), { 'mcp-session-id': randomUUID() })).toBe(404);
  });
});
