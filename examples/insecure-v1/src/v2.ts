import { createServer } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import * as tools from './tools.ts';

// Baseline B2: the same on the official SDK v2.
const backend = tools.openBackend(process.env);

const handler = createMcpHandler(() => {
  const server = new McpServer({ name: 'support-tools', version: '0.0.1' });
  server.registerTool(
    'get_support_tickets',
    { description: 'Get tickets', inputSchema: z.object(tools.getSupportTicketsInput) },
    async (args) => tools.getSupportTickets(backend, args),
  );
  server.registerTool(
    'escalate_ticket',
    { description: 'Escalate a ticket', inputSchema: z.object(tools.escalateTicketInput) },
    (args) => tools.escalateTicket(backend, args),
  );
  server.registerTool(
    'delete_issue',
    { description: 'Delete an issue', inputSchema: z.object(tools.deleteIssueInput) },
    (args) => tools.deleteIssue(backend, args),
  );
  if (process.env.BENCH_ECHO) {
    server.registerTool('echo', { description: 'Echo', inputSchema: z.object(tools.echoInput) }, async (args) =>
      tools.echo(args),
    );
  }
  return server;
});

const http = createServer(toNodeHandler(handler));
http.listen(Number(process.env.PORT ?? 9002), '127.0.0.1', () => {
  const { port } = http.address() as { port: number };
  console.log(JSON.stringify({ ready: true, service: 'insecure-v2', url: `http://localhost:${port}/mcp` }));
});
process.once('SIGTERM', () => process.exit(0));
