import { join } from 'node:path';
import { type ConnectedAgent, connectAgent, PEOPLE, Person, type Revision } from '@sallyport/testing';
import type { Stack } from '../stack/stack.ts';
import { callTool, type ToolAnswer } from './call-tool.ts';
import { foundIn, identityValues, Outside, STORY_TICKET, seedTickets } from './world.ts';

export interface Step {
  step: 'sign_in' | 'list' | 'connect' | 'escalate' | 'repeat_is_one' | 'overreach_refused' | 'audit_verified';
  ok: boolean;
  /** One line for a person. */
  summary: string;
  [fact: string]: unknown;
}

type Verify = (logDir: string) => { ok: boolean; entries: number };

/** The story of design.md, told by a real MCP client; every step says what it saw, and whether it held. */
export class Story {
  readonly #outside: Outside;
  readonly #ada = new Person(PEOPLE.ada);
  #agent!: ConnectedAgent;
  #connectPages: string[] = [];
  #issueId = '';

  private readonly stack: Stack;
  private readonly verify: Verify;
  private readonly revision: Revision;

  constructor(stack: Stack, verify: Verify, revision: Revision = '2026-07-28') {
    this.stack = stack;
    this.verify = verify;
    this.revision = revision;
    this.#outside = new Outside(stack.url('linear'), stack.url('vault'));
  }

  async *steps(): AsyncGenerator<Step> {
    yield await this.#signIn();
    yield await this.#list();
    const escalated = await this.#call('escalate_ticket', { ticketId: STORY_TICKET });
    yield this.#connected();
    yield await this.#escalated(escalated);
    yield await this.#repeat();
    yield await this.#overreach();
    await this.#agent.close();
    yield await this.#audited();
  }

  async #signIn(): Promise<Step> {
    this.#agent = await connectAgent(`${this.stack.url('mcp')}/mcp`, this.#ada, {
      revision: this.revision,
      onElicitation: (url) => this.#connect(url),
    });
    const { tools } = await this.#agent.client.listTools();
    const names = tools.map(({ name }) => name).sort();
    const ok = names.join() === 'delete_issue,escalate_ticket,get_support_tickets';
    return {
      step: 'sign_in',
      ok,
      person: PEOPLE.ada.email,
      pages: this.#ada.seen,
      tools: names,
      summary: `${PEOPLE.ada.email} signed in; ${names.length} tools offered`,
    };
  }

  async #list(): Promise<Step> {
    const answer = await this.#call('get_support_tickets', { status: 'open', limit: 50 });
    const tickets = (answer.structured?.tickets ?? []) as { id: string }[];
    const own = seedTickets().filter(({ tenant }) => tenant === 'harbor');
    const foreign = tickets.filter(({ id }) => !own.some((ticket) => ticket.id === id)).length;
    const leaked = foundIn(
      answer.text,
      own.flatMap(({ customer }) => [customer.email ?? '', customer.phone ?? '']).filter(Boolean),
    );
    const ok = tickets.length > 0 && foreign === 0 && leaked.length === 0;
    return {
      step: 'list',
      ok,
      tickets: tickets.length,
      foreign,
      leaked: leaked.length,
      summary: `${tickets.length} open tickets, masked`,
    };
  }

  /** URL elicitation: the person opens the page, agrees, and the agent tries again. */
  async #connect(url: string): Promise<void> {
    const before = this.#ada.seen.length;
    const last = await this.#ada.walk(url);
    if (last instanceof URL || last.status !== 200)
      throw new Error('connecting the Linear account did not end on a page');
    this.#connectPages = this.#ada.seen.slice(before);
  }

  #connected(): Step {
    const pages = this.#connectPages;
    const ok = pages.at(-1)?.includes('connected') ?? false;
    return {
      step: 'connect',
      ok,
      pages,
      summary: ok ? 'Ada connected her Linear account once' : 'no connection was made',
    };
  }

  async #escalated(answer: ToolAnswer): Promise<Step> {
    const issue = answer.structured?.issue as { id: string; identifier: string } | undefined;
    const stored = (await this.#outside.issues('harbor')).find(({ id }) => id === issue?.id);
    const ticket = seedTickets().find(({ id }) => id === STORY_TICKET);
    const values = ticket ? identityValues(ticket) : [];
    const leaked = foundIn(`${stored?.title}\n${stored?.description}`, values).length;
    this.#issueId = issue?.identifier ?? '';
    const ok =
      !answer.isError &&
      stored?.creator?.email === PEOPLE.ada.email &&
      leaked === 0 &&
      stored.description.includes(STORY_TICKET);
    return {
      step: 'escalate',
      ok,
      issue: issue?.id,
      identifier: issue?.identifier,
      creator: stored?.creator ?? null,
      pii_values: values.length,
      pii_found: leaked,
      masked: answer.structured?.masked,
      summary: ok
        ? `${issue?.identifier} created by ${stored?.creator?.name}; ${leaked} of ${values.length} PII values in it`
        : answer.text.slice(0, 300),
    };
  }

  async #repeat(): Promise<Step> {
    const answer = await this.#call('escalate_ticket', { ticketId: STORY_TICKET });
    const about = (await this.#outside.issues('harbor')).filter(({ description }) =>
      description.includes(STORY_TICKET),
    );
    const ok = !answer.isError && answer.structured?.alreadyFiled === true && about.length === 1;
    return {
      step: 'repeat_is_one',
      ok,
      already_filed: answer.structured?.alreadyFiled ?? false,
      issues: about.length,
      summary: `asked again: ${about.length} issue`,
    };
  }

  async #overreach(): Promise<Step> {
    let before = await this.#outside.calls();
    const answer = await callTool(
      this.#agent,
      this.#ada,
      'delete_issue',
      { issueId: this.#issueId, reason: 'cleaning up' },
      async () => {
        before = await this.#outside.calls();
      },
    );
    const after = await this.#outside.calls();
    const calls = { vault: after.vault - before.vault, linear: after.linear - before.linear };
    const decision = /\bd-[0-9a-f-]{36}\b/.exec(answer.text)?.[0];
    const ok =
      answer.isError &&
      decision !== undefined &&
      answer.text.includes('approval_missing') &&
      calls.vault === 0 &&
      calls.linear === 0;
    return {
      step: 'overreach_refused',
      ok,
      decision,
      vault_calls: calls.vault,
      linear_calls: calls.linear,
      summary: `delete refused by ${decision}; Vault calls ${calls.vault}, Linear calls ${calls.linear}`,
    };
  }

  async #audited(): Promise<Step> {
    // What was spooled is shipped when its producer drains; then the log on disk is whole.
    await this.stack.stop();
    const logDir = join(this.stack.stateDir, 'audit-log');
    const { ok, entries } = this.verify(logDir);
    return { step: 'audit_verified', ok: ok && entries > 0, entries, summary: `${entries} entries verified offline` };
  }

  #call(name: string, args: Record<string, unknown>): Promise<ToolAnswer> {
    return callTool(this.#agent, this.#ada, name, args);
  }
}
