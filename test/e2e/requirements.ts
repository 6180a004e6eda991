/** One promise: what holds, and who demands it: control, RFC or specification section, known failure. */
interface Requirement {
  behaviour: string;
  source: readonly string[];
}

/** Every promise of the whole product that this suite proves over HTTP; ids are `<area>:<promise>`. */
export const REQUIREMENTS = {
  'story:sign-in': {
    behaviour: 'an agent without a token finds its way: challenge, metadata, sign-in at the company, named consent',
    source: ['C-ID-1', 'C-ID-3', 'RFC 9728 §5.1', 'RFC 8414 §3', 'MCP authorization'],
  },
  'story:tickets-masked': {
    behaviour: 'an agent reads open tickets of its own company, and no customer in them',
    source: ['C-OUT-1', 'C-OUT-2', 'C-AZ-11'],
  },
  'story:connect-once': {
    behaviour: 'the first escalation asks the person to connect Linear, in the words of the client’s protocol era',
    source: ['C-CR-3', 'MCP 2026-07-28 multi-round-trip requests', 'MCP 2025-11-25 URL elicitation'],
  },
  'story:filed-as-person': {
    behaviour: 'the issue is created by the person, carries the ticket id and no trace of the customer',
    source: ['C-CR-3', 'C-OUT-1'],
  },
  'story:one-issue': {
    behaviour: 'a ticket is filed once per tenant, whoever asks and whatever is repeated',
    source: ['C-IN-3'],
  },
  'story:dry-run': { behaviour: 'a dry run shows what would be filed and does nothing', source: ['C-KS-2'] },
  'story:overreach-refused': {
    behaviour: 'trashing an issue is refused at issuance: no Vault read, no Linear call, a decision to point at',
    source: ['C-AZ-3', 'C-AZ-5', 'C-AZ-8'],
  },
  'story:on-record': {
    behaviour: 'one call is one complete story in the log: every hop, actor chain, decision, revision, credential',
    source: ['C-AU-1', 'C-OB-1'],
  },
  'connect:same-person': {
    behaviour: 'a connect link serves only the person whose call asked for it',
    source: ['C-CR-3', 'confused deputy: a link sent to somebody else'],
  },
  'connect:state-bound': {
    behaviour: 'the state of an interrupted call is worth nothing to anybody else, changed, or for another call',
    source: ['C-AZ-7', 'MCP 2026-07-28 requestState'],
  },
  'tenant:captured-server': {
    behaviour: 'a captured mcp-server that names another company’s ticket stays in its caller’s company',
    source: ['C-AZ-11', 'C-IN-3'],
  },
  'tenant:isolated': {
    behaviour: 'one company never sees, files or learns of what is another’s',
    source: ['C-AZ-11'],
  },

  'door:no-token': {
    behaviour: 'nothing anonymous reaches a tool; 401 tells where to sign in',
    source: ['C-ID-1', 'RFC 9728 §5.1', 'RFC 6750 §3'],
  },
  'door:bad-token': {
    behaviour: 'a token that is expired, forged, changed or incomplete is refused, with one answer for all',
    source: ['C-ID-5', 'RFC 9068 §4', 'RFC 8725 §3'],
  },
  'door:own-audience': {
    behaviour: 'a good token for another resource is refused',
    source: ['C-ID-5', 'RFC 8707 §2', 'GHSA-rvq5-wwqv-78pq'],
  },
  'door:other-kinds': {
    behaviour: 'no other signed thing of ours passes for an access token',
    source: ['C-ID-5', 'RFC 8725 §3.11', 'cross-JWT confusion'],
  },
  'door:header-only': {
    behaviour: 'a token counts only as one token in one Authorization header',
    source: ['C-ID-5', 'RFC 6750 §2', 'RFC 9110 §5.3'],
  },
  'door:sender-constraint': {
    behaviour: 'a bound token is worth nothing without its key, and a proof works once, here, for this token',
    source: ['C-ID-6', 'C-ID-7', 'RFC 9449 §4.3', 'RFC 9449 §7.2'],
  },

  'edge:host': {
    behaviour: 'a request for a name that is not ours is 421, before anything else',
    source: ['C-ID-2', 'CVE-2025-66414'],
  },
  'edge:origin': { behaviour: 'a browser page from elsewhere is 403', source: ['C-ID-2', 'MCP transports, Origin'] },
  'edge:strict-json': {
    behaviour: 'a body that two readers could read differently, or that is too large or deep, is refused unread',
    source: ['C-IN-1', 'RFC 8259 §4', 'CVE-2026-111768'],
  },
  'edge:one-message': {
    behaviour: 'one request carries one message of a known method, as JSON',
    source: ['C-IN-1', 'MCP 2025-06-18 changes: no batches', 'JSON-RPC 2.0 §5.1'],
  },
  'edge:headers-agree': {
    behaviour: 'headers that say something else than the body are refused, so that nothing in front decides wrongly',
    source: ['C-IN-1', 'MCP 2026-07-28 Streamable HTTP, request headers'],
  },
  'edge:no-sessions': {
    behaviour: 'a session id neither authenticates nor is given out',
    source: ['C-ID-1', 'MCP security best practices, session hijacking'],
  },

  'tool:hidden-is-unknown': {
    behaviour: 'a tool that the caller may not see is answered exactly as one that does not exist',
    source: ['C-AZ-4', 'C-AZ-5'],
  },
  'tool:role': {
    behaviour: 'a person without a support role is offered no tool and given no scope',
    source: ['C-AZ-4', 'C-AZ-1'],
  },
  'tool:scope': {
    behaviour: 'a call beyond the token’s scope is 403 and names the scope it takes',
    source: ['C-AZ-4', 'RFC 6750 §3.1'],
  },
  'tool:strict-arguments': {
    behaviour: 'arguments outside of the tool’s schema are refused by path and rule, never by value',
    source: ['C-IN-1', 'SEP-1303'],
  },
  'tool:idempotency-key': {
    behaviour: 'an idempotency key with other arguments is refused and files nothing',
    source: ['C-IN-3'],
  },
  'tool:generic-failure': {
    behaviour: 'what goes wrong downstream reaches the agent as one word of ours',
    source: ['C-OUT-4'],
  },

  'exchange:own-audience': {
    behaviour: 'a client exchanges only tokens that were made for its own resource',
    source: ['C-CR-1', 'C-ID-5', 'RFC 8693 §2.1', 'token redirection between resources'],
  },
  'exchange:authenticated': {
    behaviour: 'only a client that proves itself with its own key, once per proof, is heard',
    source: ['C-ID-7', 'C-ID-6', 'RFC 7523 §3', 'RFC 9449 §5'],
  },
  'exchange:act-from-token': {
    behaviour: 'who acts comes from the token; a request that names actors is refused',
    source: ['C-CR-1', 'RFC 8693 §4.1'],
  },
  'exchange:one-deed': {
    behaviour: 'a request asks for exactly one known operation, of its tool, on a target of the tenant',
    source: ['C-CR-1', 'C-AZ-2', 'C-AZ-3', 'RFC 9396 §6'],
  },
  'exchange:hard-blocks': {
    behaviour: 'operations that agents never get do not exist, whatever is sent along',
    source: ['C-AZ-6', 'C-AZ-8'],
  },
  'exchange:live-subject': {
    behaviour: 'an expired, forged or revoked subject token mints nothing',
    source: ['C-ID-5', 'C-ID-10', 'RFC 8693 §2.2.2'],
  },

  'oauth:code-once': {
    behaviour: 'an authorization code works once, for its client, verifier and redirect URI; reuse ends what it gave',
    source: ['C-ID-7', 'OAuth 2.1 §4.1.3', 'RFC 6749 §10.5'],
  },
  'oauth:pkce': {
    behaviour: 'no code without PKCE S256',
    source: ['C-ID-3', 'RFC 7636 §4.4.1', 'CVE-2025-4144'],
  },
  'oauth:redirect-exact': {
    behaviour: 'nobody is sent to a redirect URI that was not registered, not even with an error',
    source: ['C-ID-3', 'RFC 9700 §4.1', 'CVE-2025-4143'],
  },
  'oauth:resource': {
    behaviour: 'a token is for exactly one known resource and its scopes',
    source: ['C-ID-5', 'RFC 8707 §2'],
  },
  'oauth:own-name': {
    behaviour: 'the issuer calls itself by its configured name, whatever name a request uses',
    source: ['C-ID-2', 'RFC 8414 §3.3', 'host header injection'],
  },
  'oauth:refresh-rotation': {
    behaviour: 'a refresh token rotates, and its reuse ends the family',
    source: ['C-ID-7', 'OAuth 2.1 §4.3.1'],
  },
  'oauth:registration-bounded': {
    behaviour: 'a client that registers itself stays on the person’s machine and gets the code flow only',
    source: ['C-ID-4', 'RFC 7591 §5', 'RFC 8252 §7.3'],
  },
  'oauth:documents-guarded': {
    behaviour: 'a client id that is a URL makes no connection into this machine or network',
    source: ['C-ID-4', 'C-IN-4', 'Client ID Metadata Document §6'],
  },

  'gateway:once': { behaviour: 'a capability is redeemed once', source: ['C-ID-7'] },
  'gateway:own-key': {
    behaviour: 'a capability is redeemed by the key it was made for, with a fresh proof',
    source: ['C-ID-6', 'RFC 9449 §4.3'],
  },
  'gateway:genuine': {
    behaviour: 'only a live capability that the issuer made for this gateway is accepted',
    source: ['C-CR-1', 'RFC 8725 §3'],
  },
  'gateway:bound-variables': {
    behaviour: 'other variables than the ones decided about are refused',
    source: ['C-CR-1', 'RFC 8785'],
  },
  'gateway:strict-body': { behaviour: 'a body that is not exactly a redemption is refused', source: ['C-IN-1'] },
  'gateway:masked-again': {
    behaviour: 'a captured mcp-server cannot file a customer’s identity: masking runs again and refuses',
    source: ['C-OUT-1'],
  },
  'gateway:issuer-connects': {
    behaviour: 'only the issuer’s key can make a connection',
    source: ['C-CR-2', 'C-CR-3'],
  },
  'ledger:gateway-only': {
    behaviour: 'only the gateway reports filings',
    source: ['C-IN-3', 'C-AZ-10'],
  },

  'audit:own-kinds': {
    behaviour: 'a producer writes its own kinds of event and no others',
    source: ['C-AU-1', 'C-AU-3', 'a captured producer writing another’s story'],
  },
  'audit:bound-assertion': {
    behaviour: 'events are taken from a known producer, bound to the exact body and to this service',
    source: ['C-AU-3', 'C-ID-7', 'RFC 7523 §3'],
  },
  'audit:readers': {
    behaviour: 'the log is read by people whose role and tenant permit it, and each reading is recorded',
    source: ['C-AZ-11', 'C-AU-1', 'C-AU-8'],
  },
  'pages:plain-words': {
    behaviour: 'pages say who gets what for how long, and work without JavaScript',
    source: ['C-ID-3', 'MCP security best practices: consent'],
  },
  'pages:safe': {
    behaviour: 'pages cannot be framed, scripted or cached, and bring nothing from elsewhere',
    source: ['C-ID-3', 'RFC 9700 §4.16'],
  },
  'pages:accessible': {
    behaviour: 'pages are usable by keyboard, by assistive technology and on a small phone',
    source: ['C-ID-3', 'WCAG 2.2 AA'],
  },
  'pages:harmless-names': {
    behaviour: 'a name that a client chose cannot mark up, reverse or imitate our words',
    source: ['C-ID-4', 'attack group 5: client_name'],
  },
  'audit:before-act': {
    behaviour: 'with audit away a tier 2 call does nothing; reading goes on; nothing is lost when it returns',
    source: ['C-AU-2', 'C-AU-4'],
  },
  'audit:tamper-evident': {
    behaviour: 'a log that was edited, cut or shortened does not verify, and the first bad entry is named',
    source: ['C-AU-3', 'RFC 6962 §2.1'],
  },
  'audit:siem-same': {
    behaviour: 'the SIEM’s file holds the same events as the log, each once',
    source: ['C-AU-5'],
  },
  'secrets:none-written': {
    behaviour: 'no token, capability, assertion, code or customer value of the run is in logs, SIEM file or audit log',
    source: ['C-AU-7', 'C-CR-4'],
  },
  'secrets:hashed-at-rest': {
    behaviour: 'no database holds a token, code or link in a form that could be used',
    source: ['C-CR-4', 'RFC 6819 §5.1.4.1.3'],
  },
  'secrets:scan-works': {
    behaviour: 'the scan for secrets finds a planted one',
    source: ['C-AU-7'],
  },

  'masking:every-ticket': {
    behaviour:
      'every ticket can be escalated, and its customer is nowhere: not in Linear, answers, record, logs or spans',
    source: ['C-OUT-1', 'C-OUT-2', 'C-AU-7'],
  },
  'cluster:install': {
    behaviour:
      'one helm install brings everything up where Pod Security restricted is enforced, and the same again changes nothing',
    source: ['C-PL-1'],
  },
  'cluster:posture': {
    behaviour:
      'no container has a capability, a writable image, a token it does not need, or a secret in its environment',
    source: ['C-PL-1', 'C-CR-6', 'C-CR-4'],
  },
  'cluster:walls': {
    behaviour: 'every pod reaches what the table of edges says and nothing else',
    source: ['C-PL-2', 'C-OUT-7', 'C-AZ-10'],
  },
  'cluster:egress': {
    behaviour: 'only listed names are reached from inside, each placement its own, and never an address',
    source: ['C-OUT-7', 'C-IN-4'],
  },
  'cluster:placements': {
    behaviour: 'read and write are two identities with two audiences; neither can use what belongs to the other',
    source: ['C-AZ-10', 'C-ID-5'],
  },
  'cluster:story': {
    behaviour: 'the whole story holds through the ingress path at both placements',
    source: ['C-CR-3', 'C-OUT-1', 'C-AU-1', 'C-AU-3', 'C-AZ-3'],
  },
  'cluster:policy-engine': {
    behaviour:
      'without its policy engine, or with a bundle that is not what was signed, a service refuses and recovers',
    source: ['C-AZ-9', 'C-PL-4'],
  },
  'cluster:disruption': {
    behaviour: 'pods killed and replaced under load lose no audit event and file nothing twice',
    source: ['C-PL-7', 'C-AU-4', 'C-IN-3'],
  },
  'cluster:lifecycle': {
    behaviour: 'an upgrade keeps what must be kept; uninstalling leaves nothing behind',
    source: ['C-PL-1'],
  },
} as const satisfies Record<string, Requirement>;

export type RequirementId = keyof typeof REQUIREMENTS;
