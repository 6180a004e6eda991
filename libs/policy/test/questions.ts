import type {
  AuditAccessQuestion,
  ContextFacts,
  SubjectFacts,
  TokenExchangeQuestion,
  ToolCallQuestion,
} from '@sallyport/contracts';

export const context: ContextFacts = { environment: 'production', network: 'unknown', device: 'unknown', hour: 9 };

/** Ada, a support engineer of Harbor with every scope and a strong sign-in. */
export const ada: SubjectFacts = {
  type: 'person',
  sub: '5b1c2b0e-6f3f-4d0a-9c3e-0d6f6c1f2a01',
  tenant: 'harbor',
  roles: ['support_engineer'],
  scopes: ['tickets:read', 'issues:create', 'issues:delete'],
  acr: 'mfa',
  amr: ['pwd', 'otp'],
};

/** Her agent escalates a ticket: allowed. */
export const escalating: ToolCallQuestion = {
  subject: ada,
  agent: 'desk-agent',
  tool: 'escalate_ticket',
  placement: 'combined',
  resource: { tenant: 'harbor', team: 'PAY' },
  context,
};

/** The mcp-server asks for what that takes: allowed. */
export const filing: TokenExchangeQuestion = {
  subject: ada,
  actors: ['desk-agent'],
  client: 'mcp-server',
  audience: 'http://localhost:8000/mcp',
  client_resource: 'http://localhost:8000/mcp',
  tool: 'escalate_ticket',
  operation: 'issueCreate',
  target: { tenant: 'harbor', team: 'PAY', ticket: '0197e0a0-0000-7000-8000-000000000001' },
  approval: null,
  context,
};

/** It asks for what a delete takes: refused for want of an approval. */
export const trashing: TokenExchangeQuestion = {
  ...filing,
  tool: 'delete_issue',
  operation: 'issueTrash',
  target: { tenant: 'harbor', issue: 'PAY-7' },
};

/** Ken, a platform admin, reads his tenant's records: allowed. */
export const reading: AuditAccessQuestion = {
  subject: { ...ada, roles: ['platform_admin'], scopes: ['audit:read'] },
  action: 'read',
  resource: { tenant: 'harbor' },
  context,
};
