import type { Server } from '@modelcontextprotocol/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from '../testing/fixture.ts';

/** What a conformance profile does: its own handlers on the same server, behind the same guard. */
function withCountdown(server: Server): void {
  server.registerCapabilities({ prompts: {} });
  server.setRequestHandler('prompts/list', async (_request, context) => {
    const progress = { progressToken: 'countdown', progress: 1, total: 2 };
    await context.mcpReq.notify({ method: 'notifications/progress', params: progress });
    return { prompts: [{ name: 'countdown' }] };
  });
}

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture({}, { extend: withCountdown });
});
afterAll(() => fixture.close());

describe('a test profile', () => {
  it.each(['modern', 'legacy'] as const)('[C-ID-1] adds nothing that answers without a token (%s)', async (era) => {
    const { status, text } = await fixture.anonymous()[era]('prompts/list');
    expect(status).toBe(401);
    expect(text).not.toContain('countdown');
  });

  it.each(['modern', 'legacy'] as const)('may notify before it answers (%s)', async (era) => {
    const { headers, text } = await fixture.agent('ada')[era]('prompts/list');
    expect(headers.get('content-type')).toContain('text/event-stream');
    expect(text).toContain('notifications/progress');
    expect(text).toContain('"name":"countdown"');
    expect(headers.get('mcp-session-id')).toBeNull();
  });

  it.each(['modern', 'legacy'] as const)('still serves the tools of the catalogue (%s)', async (era) => {
    const { status, text } = await fixture
      .agent('ada')
      [era]('tools/call', { name: 'get_support_tickets', arguments: {} });
    expect(status).toBe(200);
    expect(text).toContain('structuredContent');
  });

  it('[C-AZ-4] still hides what the caller may not call', async () => {
    const { text } = await fixture.agent('ken').legacy('tools/call', { name: 'get_support_tickets', arguments: {} });
    expect(text).toContain('-32602');
  });
});
