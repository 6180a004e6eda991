/**
 * Asks the same questions of the bundle in process and of a real sidecar that runs the same signed archive, over its socket,
 * and demands the same answers: a cluster decides by the one, one machine by the other.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledPolicy, SidecarPolicy } from '@sallyport/policy';
import { main, OPA, POLICIES, PolicyError } from './opa.ts';

type Question = Record<string, unknown>;

/** Every combination of the values given for each key, in order. */
function* combinations(space: Record<string, readonly unknown[]>): Generator<Question> {
  const [first, ...rest] = Object.entries(space);
  if (!first) return yield {};
  for (const tail of combinations(Object.fromEntries(rest))) {
    for (const value of first[1]) yield { [first[0]]: value, ...tail };
  }
}

const contexts = [{ environment: 'production', network: 'unknown', device: 'unknown', hour: 9 }, { hour: 99 }];
const subjects = [
  ...combinations({
    type: ['person', 'workload'],
    sub: ['ada'],
    tenant: ['harbor', 'meridian'],
    roles: [['support_engineer'], ['support_lead', 'platform_admin'], ['platform_admin'], [], 'support_lead'],
    scopes: [['tickets:read', 'issues:create', 'issues:delete', 'audit:read'], ['issues:create'], ['*']],
    acr: ['mfa', 'pwd'],
    amr: [[]],
  }),
  {},
];
const tools = ['get_support_tickets', 'escalate_ticket', 'delete_issue', 'connect_linear', 'drop_tables', null];

const QUESTIONS = {
  'mcp.tool_call': combinations({
    subject: subjects,
    agent: ['desk-agent'],
    tool: tools,
    placement: ['read', 'write', 'combined'],
    resource: [{ tenant: 'harbor' }, { tenant: 'meridian', team: 'LEGAL' }, {}],
    context: contexts,
  }),
  'broker.token_exchange': combinations({
    subject: subjects.filter((_, index) => index % 11 === 0),
    actors: [['desk-agent'], [], ['a', 'b', 'c', 'd', 'e']],
    client: ['mcp-server', 'mcp-server-read', 'token-broker-issuer', 'stranger'],
    audience: ['http://a.example'],
    client_resource: ['http://a.example', 'http://b.example'],
    tool: tools,
    operation: ['issueCreate', 'issueTrash', 'connectLinear', 'permanentDelete'],
    target: [{ tenant: 'harbor', team: 'PAY', ticket: 't', issue: 'i' }, { tenant: 'meridian' }],
    approval: [null, { id: 'ap', approvers: ['ada', 'grace'] }],
    context: contexts.slice(0, 1),
  }),
  'audit.access': combinations({
    subject: subjects,
    action: ['read', 'export', 'erase'],
    resource: [{ tenant: 'harbor' }, { tenant: 'meridian' }, { tenant: 'platform' }, {}],
    context: contexts,
  }),
};

const DEMO = join(POLICIES, '../helm/files/policy');
/** Questions under way at once. */
const ABREAST = 32;

/** The sidecar as the chart starts it, on a socket of its own. */
async function withSidecar<T>(deed: (policy: SidecarPolicy) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'policy-agree-'));
  const config = readFileSync(join(POLICIES, '../helm/files/opa/config.yaml'), 'utf8');
  writeFileSync(join(dir, 'config.yaml'), config.replace('/etc/sallyport/policy/', `${DEMO}/`));
  const socketPath = join(dir, 'opa.sock');
  const args = ['run', '--server', `--addr=unix://${socketPath}`, '--skip-version-check', '--log-level=error'];
  args.push(`--config-file=${dir}/config.yaml`, `--set-file=keys.sallyport.key=${DEMO}/bundle-key.pem`);
  const opa = spawn(OPA, args, { stdio: 'ignore' });
  try {
    const policy = await SidecarPolicy.open({ socketPath, budgetMs: 5_000 });
    return await deed(policy).finally(() => policy.close());
  } finally {
    opa.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  }
}

type Asked = Record<keyof typeof QUESTIONS, (question: Question) => object | Promise<object>>;
const asking = (policy: CompiledPolicy | SidecarPolicy): Asked => ({
  'mcp.tool_call': (question) => policy.toolCall(question as never),
  'broker.token_exchange': (question) => policy.tokenExchange(question as never),
  'audit.access': (question) => policy.auditAccess(question as never),
});

await main(async () => {
  const inProcess = asking(await CompiledPolicy.load());
  await withSidecar(async (policy) => {
    const beside = asking(policy);
    for (const [decision, space] of Object.entries(QUESTIONS) as [keyof Asked, Iterable<Question>][]) {
      const questions = [...space];
      let allowed = 0;
      for (let at = 0; at < questions.length; at += ABREAST) {
        const some = questions.slice(at, at + ABREAST);
        const answers = await Promise.all(some.map((question) => beside[decision](question)));
        for (const [index, question] of some.entries()) {
          const { id: _, ...own } = (await inProcess[decision](question)) as { id: string; allow: boolean };
          const { id: __, ...sidecar } = answers[index] as { id: string };
          if (own.allow) allowed += 1;
          if (JSON.stringify(own) !== JSON.stringify(sidecar)) {
            throw new PolicyError(`${decision}: wasm and sidecar disagree on ${JSON.stringify(question)}`);
          }
        }
      }
      console.log(`${decision}: wasm and sidecar agree on ${questions.length} questions, ${allowed} of them allowed`);
    }
  });
});
