import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_WORKSPACES } from '../demo.ts';
import { bearer, DemoSimulator, type Tokens } from '../testing/demo-simulator.ts';
import { readState, type SavedState, StateFile } from './state-file.ts';

const PAY = DEMO_WORKSPACES[0]?.teams[0]?.id ?? '';
const CREATE =
  'mutation ($input: IssueCreateInput!) { issueCreate(input: $input) { lastSyncId issue { identifier } } }';
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linear-simulator-'));
  path = join(folder, 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a restart', () => {
  it('keeps grants, the one live refresh token, issues and numbers', async () => {
    const first = await DemoSimulator.start({ stateFile: path });
    const old = await first.connect('creator', 'ada@harbor.example');
    const ada = (await (await first.refresh('creator', old.refresh_token)).json()) as Tokens;
    await first.graphql(bearer(ada), CREATE, { input: { teamId: PAY, title: 'one' } });
    await first.close();

    const second = await DemoSimulator.start({ stateFile: path });
    const { body } = await second.graphql(bearer(ada), CREATE, { input: { teamId: PAY, title: 'two' } });
    expect(body.data.issueCreate).toEqual({ lastSyncId: 2, issue: { identifier: 'PAY-2' } });
    expect((await second.refresh('creator', old.refresh_token)).status).toBe(400);
    expect((await second.refresh('creator', ada.refresh_token)).status).toBe(200);
    await second.close();
  });

  it('keeps a revocation', async () => {
    const first = await DemoSimulator.start({ stateFile: path });
    const ada = await first.connect('creator', 'ada@harbor.example');
    await first.control('POST', '/_sim/revoke', { user: 'ada@harbor.example' });
    await first.close();
    const second = await DemoSimulator.start({ stateFile: path });
    expect((await second.graphql(bearer(ada), '{ viewer { id } }')).status).toBe(401);
    await second.close();
  });
});

describe('the state file', () => {
  it('is readable by its owner alone and holds no token', async () => {
    const linear = await DemoSimulator.start({ stateFile: path });
    const ada = await linear.connect('creator', 'ada@harbor.example');
    await linear.close();
    const text = readFileSync(path, 'utf8');
    expect(text).not.toContain(ada.access_token);
    expect(text).not.toContain(ada.refresh_token);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('that somebody else wrote is refused, not overwritten', async () => {
    for (const text of ['{"version":2}', '[]', 'not JSON']) {
      writeFileSync(path, text);
      await expect(DemoSimulator.start({ stateFile: path })).rejects.toThrow();
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
  });

  it('has everything changed before a save when that save resolves, however many arrive at once', async () => {
    let number = 0;
    const file = new StateFile(path, () => stateWith(number));
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        number = index + 1;
        const mine = number;
        await file.save();
        expect(readState(path)?.issues.numbers.PAY).toBeGreaterThanOrEqual(mine);
      }),
    );
  });

  it('tells of a failed write and writes the next one', async () => {
    let broken = true;
    const file = new StateFile(path, () => {
      if (broken) throw new Error('disk full');
      return stateWith(1);
    });
    await expect(file.save()).rejects.toThrow('disk full');
    broken = false;
    await file.save();
    expect(readState(path)).toEqual(stateWith(1));
  });
});

function stateWith(number: number): SavedState {
  return { version: 1, grants: [], issues: { issues: [], numbers: { PAY: number }, syncIds: {} } };
}
