import type { Addresses } from './addresses.ts';

/** What a person needs next: where things are, who can sign in, and the lines to paste. */
export function welcome({ url }: Addresses): string {
  return `
Sallyport is ready.

  MCP endpoint      ${url('mcp')}/mcp
  token-broker      ${url('issuer')}          sign-in, consent, token exchange
  audit             ${url('audit')}          timeline at /timeline/<trace id>
  Linear (stand-in) ${url('linear')}          issues at /_sim/issues?workspace=harbor

  Sign in as        ada@harbor.example    ada-demo     support engineer
                    grace@harbor.example  grace-demo   support lead
                    ken@harbor.example    ken-demo     platform admin
                    mina@meridian.example mina-demo    support engineer at another company

Connect an agent:

  claude mcp add --transport http sallyport ${url('mcp')}/mcp
  npx @modelcontextprotocol/inspector            then choose Streamable HTTP and ${url('mcp')}/mcp
  npm run demo                                   the whole story without a browser

Stand-ins play the company's identity provider, Linear and Vault; durability: process-crash (embedded database).
Ctrl-C stops everything.`;
}
