/**
 * Asks the same questions of the committed wasm bundle and of opa itself, and demands the same answers: the Rego tests
 * run in opa, the product runs the wasm.
 */
import { CompiledPolicy } from '@sallyport/policy';
import { evaluate, main, PolicyError } from './opa.ts';

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

const policy = await CompiledPolicy.load();
const ask = {
  'mcp.tool_call': (question: Question) => policy.toolCall(question as never),
  'broker.token_exchange': (question: Question) => policy.tokenExchange(question as never),
  'audit.access': (question: Question) => policy.auditAccess(question as never),
};

await main(() => {
  for (const [decision, space] of Object.entries(QUESTIONS)) {
    const questions = [...space];
    const query = `[answer | some question in input; answer := data.${decision}.decision with input as question]`;
    const native = evaluate(query, questions) as object[];
    let allowed = 0;
    questions.forEach((question, index) => {
      const { id: _, revision: __, ...compiled } = ask[decision as keyof typeof ask](question);
      const { allow, reasons, obligations } = compiled;
      if (allow) allowed += 1;
      if (JSON.stringify({ allow, obligations, reasons }) !== JSON.stringify(native[index])) {
        throw new PolicyError(`${decision}: wasm and opa disagree on ${JSON.stringify(question)}`);
      }
    });
    console.log(`${decision}: wasm and opa agree on ${questions.length} questions, ${allowed} of them allowed`);
  }
});
