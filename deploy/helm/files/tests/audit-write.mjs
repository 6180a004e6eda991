// helm test: a refused call leaves an event in the log. Needs no credential: the refusal itself is what is recorded.
import { call, callWithoutToken, expect, promises, targets, within } from './call.mjs';

async function entries() {
  const { text } = await call(`${targets.management.audit}/metrics`);
  const [, size] = /^audit_log_size(?:\{[^}]*\})? (\d+)/m.exec(text) ?? [];
  expect(size !== undefined, 'audit has no metric audit_log_size');
  return Number(size);
}

const list = {};
for (const [name, target] of Object.entries(targets.mcp)) {
  list[`a call that ${name} refuses is an event in the audit log`] = async () => {
    const before = await within(20, 'audit', entries);
    await within(20, target.url, async () => expect((await callWithoutToken(target)).status === 401, 'no 401'));
    await within(60, 'the log', async () => expect((await entries()) > before, `still ${before} entries`));
  };
}
await promises(list);
