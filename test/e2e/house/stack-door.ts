import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Stack } from '../../../scripts/stack/stack.ts';

/**
 * The stack lives in the process of the test runner, specs in another: through this loopback door they stop and start
 * processes. `POST /stop/<name>`, `POST /start/<name>`, `POST /stop` for the whole house; 204 when done.
 */
export async function openStackDoor(stack: Stack): Promise<{ url: string; close(): Promise<void> }> {
  const act = async (path: string): Promise<void> => {
    const [deed, name] = path.split('/').filter(Boolean);
    if (deed === 'stop' && name === undefined) return stack.stop();
    if (deed === 'stop' && name !== undefined) return stack.child(name).stop();
    if (deed === 'start' && name !== undefined) return stack.restart(name);
    throw new Error(`no such deed: ${path}`);
  };
  const server = createServer((request, response) => {
    act(request.method === 'POST' ? (request.url ?? '') : '').then(
      () => response.writeHead(204).end(),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
