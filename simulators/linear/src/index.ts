import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createDoorServer, LOOPBACK } from '@sallyport/simulator-door';
import { BodyTooLarge, send, toRequest } from './http/node-adapter.ts';
import { Router } from './http/router.ts';
import { CodeStore } from './oauth/code-store.ts';
import { GrantStore } from './oauth/grant-store.ts';
import type { LinearSimulatorOptions } from './options.ts';
import type { Simulation } from './simulation.ts';
import { Directory } from './workspace/directory.ts';
import { IssueStore } from './workspace/issue-store.ts';
import { readState, StateFile } from './workspace/state-file.ts';

export { DEMO_APPS, DEMO_WORKSPACES } from './demo.ts';
export type {
  ApiKey,
  HourlyLimits,
  LinearSimulatorOptions,
  OAuthApp,
  Workspace,
  WorkspaceTeam,
  WorkspaceUser,
} from './options.ts';

export interface LinearSimulator {
  /** Origin: `/oauth/authorize`, `/oauth/token`, `/oauth/revoke`, `/graphql` and `/_sim/…` are below it. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a stand-in for linear.app and api.linear.app on one port.
 *
 * @throws Error when the port is taken or the state file is not one of the simulator's
 */
export async function startLinearSimulator(options: LinearSimulatorOptions): Promise<LinearSimulator> {
  const { port, door = LOOPBACK, now = Date.now, random = randomBytes } = options;
  let origin = options.publicUrl?.replace(/\/$/, '') ?? '';
  const simulation = simulate(options, now, random, () => origin);
  const router = new Router(simulation, options.limits);
  const server = createDoorServer(door, async (incoming, outgoing) => {
    try {
      const request = await toRequest(incoming, origin);
      const response = await router.route(request, incoming.socket.remoteAddress ?? '');
      if (response) await send(response, outgoing);
      else incoming.socket.destroy();
    } catch (error) {
      outgoing.writeHead(error instanceof BodyTooLarge ? 413 : 500, { connection: 'close' }).end();
    }
  });
  server.listen(port, door.host);
  await once(server, 'listening');
  origin ||= `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await simulation.save();
    },
  };
}

function simulate(
  { apps, workspaces, stateFile }: LinearSimulatorOptions,
  now: () => number,
  random: (size: number) => Uint8Array,
  publicUrl: () => string,
): Simulation {
  const saved = stateFile === undefined ? undefined : readState(stateFile);
  const grants = new GrantStore(now, random, saved?.grants);
  const issues = new IssueStore(saved?.issues);
  const file =
    stateFile === undefined
      ? undefined
      : new StateFile(stateFile, () => ({ version: 1, grants: grants.snapshot(), issues: issues.snapshot() }));
  return {
    directory: new Directory(workspaces, apps),
    codes: new CodeStore(now, random),
    grants,
    issues,
    save: async () => file?.save(),
    now,
    random,
    publicUrl,
  };
}
