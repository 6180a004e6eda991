export * from './agent-oauth.ts';
export * from './browser.ts';
export * from './certificate-authority.ts';
export * from './mcp-agent.ts';
export * from './person.ts';
