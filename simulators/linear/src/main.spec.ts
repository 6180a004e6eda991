import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

function start(env: Record<string, string>) {
  return spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

describe('the process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one line when ready, serves, and ends cleanly on %s',
    async (signal) => {
      const child = start({ LINEAR_SIM_PORT: '0' });
      const lines: string[] = [];
      const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
      await once(output, 'line');
      const ready = JSON.parse(lines[0] ?? '') as { ready: boolean; url: string };
      expect(ready).toEqual({ ready: true, url: expect.stringMatching(/^http:\/\/localhost:\d+$/) });
      expect((await fetch(`${ready.url}/_sim/requests`)).status).toBe(200);
      child.kill(signal);
      const [code] = await once(child, 'exit');
      expect(code).toBe(0);
      expect(lines).toHaveLength(1);
    },
  );

  it('does not start on what is no port', async () => {
    const child = start({ LINEAR_SIM_PORT: 'http' });
    const [code] = await once(child, 'exit');
    expect(code).not.toBe(0);
  });
});
