import { expect, it } from 'vitest';
import { type CpuProfile, sharesOf } from './profile-shares.ts';

const ROOT = '/somewhere/house';
const frame = (functionName: string, path = '') => ({
  callFrame: { functionName, url: path && `file://${ROOT}/${path}`, lineNumber: 9 },
});
/** root → pipeline → hmac (native); root → http; root → idle; root → (garbage collector) */
const profile: CpuProfile = {
  nodes: [
    { id: 1, ...frame('(root)'), children: [2, 4, 5, 6] },
    { id: 2, ...frame('completed', 'services/mcp-server/dist/call/recorder.js'), children: [3] },
    { id: 3, ...frame('digest') },
    { id: 4, callFrame: { functionName: 'onData', url: 'node:net', lineNumber: 1 } },
    { id: 5, ...frame('(idle)') },
    { id: 6, ...frame('(garbage collector)') },
  ],
  samples: [2, 3, 4, 5, 6],
  timeDeltas: [0, 100, 300, 500, 4_000, 100],
};

it('what Node does counts for the part of the house that asked for it; idling counts for nobody', () => {
  expect(sharesOf(profile, ROOT, 10).parts).toEqual({
    'Node itself (HTTP, timers)': { percent: 50, microsPerCall: 50 },
    audit: { percent: 40, microsPerCall: 40 },
    'garbage collection': { percent: 10, microsPerCall: 10 },
  });
});

it('functions are named by their place in the repository, never by a path of the machine', () => {
  const { functions } = sharesOf(profile, ROOT, 10);
  expect(functions.find(({ name }) => name === 'completed')).toEqual({
    name: 'completed',
    at: 'services/mcp-server/dist/call/recorder.js:10',
    part: 'audit',
    percent: 10,
  });
  expect(JSON.stringify(functions)).not.toContain(ROOT);
});
