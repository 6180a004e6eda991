import { createServer } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import * as tools from './tools.ts';

// Baseline B1: the official SDK v1, as its examples do it: stateless, a server and a transport for each request.
const backend = tools.openBackend(process.env);

function makeServer(): McpServer {
  const server = new McpServer({ name: 'support-tools', version: '0.0.1' });
  server.registerTool(
    'get_support_tickets',
    { description: 'Get tickets', inputSchema: tools.getSupportTicketsInput },
    async (args) => tools.getSupportTickets(backend, args),
  );
  server.registerTool(
    'escalate_ticket',
    { description: 'Escalate a ticket', inputSchema: tools.escalateTicketInput },
    (args) => tools.escalateTicket(backend, args),
  );
  server.registerTool('delete_issue', { description: 'Delete an issue', inputSchema: tools.deleteIssueInput }, (args) =>
    tools.deleteIssue(backend, args),
  );
  if (process.env.BENCH_ECHO) {
    server.registerTool('echo', { description: 'Echo', inputSchema: tools.echoInput }, async (args) =>
      tools.echo(args),
    );
  }
  return server;
}

const http = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const server = makeServer();
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.on('close', () => {
      transport.close();
      server.close();
    });
    await server.connect(transport as Parameters<McpServer['connect']>[0]);
    await transport.handleRequest(request, response, JSON.parse(Buffer.concat(chunks).toString()));
  });
});
http.listen(Number(process.env.PORT ?? 9001), '127.0.0.1', () => {
  const { port } = http.address() as { port: number };
  console.log(JSON.stringify({ ready: true, service: 'insecure-v1', url: `http://localhost:${port}/mcp` }));
});
process.once('SIGTERM', () => process.exit(0));
