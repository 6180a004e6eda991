// helm test: what must be refused is refused. First something must be reachable, or nothing would prove anything.
import { callWithoutToken, expect, promises, reaches, targets, within } from './call.mjs';

const list = {};
for (const [name, target] of Object.entries(targets.mcp)) {
  list[`${name} can be reached from here with a certificate`] = () =>
    within(30, target.url, async () => expect((await callWithoutToken(target)).status === 401, 'no 401'));
  if (targets.tls && targets.clientAuth) {
    list[`${name} does not answer a caller without a certificate`] = async () => {
      const answer = await callWithoutToken(target, { anonymous: true }).catch(() => undefined);
      expect(answer === undefined, `it answered ${answer?.status}`);
    };
  }
  list[`${name} does not answer to a name that is not its own`] = async () => {
    const { status } = await callWithoutToken({ ...target, host: 'attacker.example' });
    expect(status === 421, `answers ${status}`);
  };
}
for (const [name, address] of Object.entries(targets.denied)) {
  list[`${name} cannot be reached from a pod that has no business there`] = async () =>
    expect(!(await reaches(address)), 'it can: does the CNI enforce NetworkPolicy?');
}
await promises(list);
