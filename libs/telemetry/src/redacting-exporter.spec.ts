import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { expect, it } from 'vitest';
import { RedactingExporter } from './redacting-exporter.ts';

it('[C-AU-7] spans leave without what opens a door or names a customer', async () => {
  const memory = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new RedactingExporter(memory))] });
  const span = provider.getTracer('spec').startSpan('tools/call', {
    attributes: { 'mcp.tool.name': 'mail nora@customer.example', 'gen_ai.agent.id': 'desk', 'http.status': 200 },
  });
  span.setAttribute('error.type', 'lin_api_0123456789abcdefghij');
  span.end();
  await provider.forceFlush();
  expect(memory.getFinishedSpans().map(({ attributes }) => attributes)).toEqual([
    { 'mcp.tool.name': 'mail [EMAIL_1]', 'gen_ai.agent.id': 'desk', 'http.status': 200, 'error.type': '[redacted]' },
  ]);
  await provider.shutdown();
});
