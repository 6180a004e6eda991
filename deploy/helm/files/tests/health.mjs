// helm test: every service is alive and ready, and the two MCP servers say where to sign in.
import { call, callWithoutToken, expect, promises, targets, within } from './call.mjs';

const list = {};
for (const [name, url] of Object.entries(targets.management)) {
  list[`${name} is ready`] = () =>
    within(30, url, async () => {
      const { status, text } = await call(`${url}/readyz`);
      expect(status === 200, `answers ${status} ${text.slice(0, 300)}`);
    });
}
for (const [name, target] of Object.entries(targets.mcp)) {
  list[`${name} sends a caller without a token to its own metadata`] = () =>
    within(30, target.url, async () => {
      const { status, headers } = await callWithoutToken(target);
      expect(status === 401, `answers ${status}`);
      const challenge = String(headers['www-authenticate']);
      expect(challenge.includes('resource_metadata='), `challenge is ${challenge}`);
      expect(challenge.includes(`/mcp/${target.placement}`), `challenge is of another resource: ${challenge}`);
    });
}
await promises(list);
