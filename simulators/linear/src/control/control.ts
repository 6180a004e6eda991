import type { Simulation } from '../simulation.ts';
import { identifierOf } from '../workspace/issue-store.ts';
import { issueUrl } from '../workspace/issue-url.ts';
import { FAULTS, type FaultKind, type Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';

class BadRequest extends Error {}

/** `/_sim/…`: what tests and the demo may see and do that Linear does not offer. Loopback only. */
export class Control {
  readonly #simulation: Simulation;
  readonly #log: RequestLog;
  readonly #faults: Faults;

  constructor(simulation: Simulation, log: RequestLog, faults: Faults) {
    this.#simulation = simulation;
    this.#log = log;
    this.#faults = faults;
  }

  async answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    try {
      switch (`${request.method} ${url.pathname}`) {
        case 'GET /_sim/requests':
          return Response.json(this.#log.summary());
        case 'GET /_sim/issues':
          return Response.json(this.#issues(url.searchParams.get('workspace') ?? ''));
        case 'POST /_sim/faults':
          return Response.json(this.#plan(await readJson(request)));
        case 'DELETE /_sim/faults':
          return Response.json({ cleared: this.#faults.clear() });
        case 'POST /_sim/revoke':
          return Response.json(await this.#revoke(await readJson(request)));
        default:
          return Response.json({ error: 'not found' }, { status: 404 });
      }
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      return Response.json({ error: error.message }, { status: 400 });
    }
  }

  /** Stored issues in full, oldest first. */
  #issues(key: string) {
    const { directory, issues, publicUrl } = this.#simulation;
    const workspace = directory.workspace(key);
    if (!workspace) throw new BadRequest('workspace: the URL key or id of a workspace');
    const members = directory.members(workspace);
    const person = (id: string | null) => {
      const member = members.find((one) => one.id === id);
      return member ? { id: member.id, name: member.name, email: member.email, app: member.app } : null;
    };
    return issues.list(workspace.id).map((issue) => ({
      id: issue.id,
      identifier: identifierOf(issue),
      url: issueUrl(publicUrl(), workspace, issue),
      team: issue.teamKey,
      title: issue.title,
      description: issue.description,
      priority: issue.priority,
      creator: person(issue.creatorId),
      assignee: person(issue.assigneeId),
      actorApp: issue.actorApp,
      createdAsUser: issue.createdAsUser,
      trashed: issue.trashed,
      archivedAt: issue.archivedAt,
      createdAt: issue.createdAt,
      updatedAt: issue.updatedAt,
    }));
  }

  #plan(body: Readonly<Record<string, unknown>>) {
    const { next, count = 1, on = 'graphql', operation = null, ms = 1_000 } = body;
    const kind = FAULTS.find((one) => one === next);
    if (!kind) throw new BadRequest(`next: one of ${FAULTS.join(', ')}`);
    if (on !== 'graphql' && on !== 'token') throw new BadRequest('on: graphql or token');
    if (kind === 'ratelimited' && on === 'token') throw new BadRequest('next: ratelimited is for graphql');
    if (operation !== null && typeof operation !== 'string') throw new BadRequest('operation: a root field');
    const planned: { kind: FaultKind; count: number } = { kind, count: bounded(count, 'count', 1_000) };
    this.#faults.plan({ kind, on, operation, ms: bounded(ms, 'ms', 60_000) }, planned.count);
    return planned;
  }

  async #revoke(body: Readonly<Record<string, unknown>>) {
    const { user, clientId } = body;
    const found = typeof user === 'string' ? this.#simulation.directory.user(user) : undefined;
    if (!found) throw new BadRequest('user: the id or e-mail address of a person');
    if (clientId !== undefined && typeof clientId !== 'string') throw new BadRequest('clientId: an application');
    const revoked = this.#simulation.grants.revoke(found.user.id, clientId);
    await this.#simulation.save();
    return { revoked };
  }
}

async function readJson(request: Request): Promise<Readonly<Record<string, unknown>>> {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    throw new BadRequest('Send a JSON object');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new BadRequest('Send a JSON object');
  return body as Readonly<Record<string, unknown>>;
}

function bounded(value: unknown, name: string, maximum: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > maximum) {
    throw new BadRequest(`${name}: a whole number up to ${maximum}`);
  }
  return value;
}
