import { randomBytes } from 'node:crypto';
import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { AlwaysOffSampler, BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

import { RedactingExporter } from './redacting-exporter.ts';

type Headers = Record<string, string | string[] | undefined>;

/**
 * Starts tracing for this process: W3C Trace Context in and out; spans are exported only when an OTLP endpoint is given.
 * @param otlpUrl OTLP/HTTP traces endpoint
 * @returns flushes and stops
 */
export function startTracing(service: string, otlpUrl?: string): () => Promise<void> {
  const provider = new NodeTracerProvider({
    // Nobody listens: trace ids are made and passed on all the same, recording would be work for nothing.
    ...(otlpUrl ? {} : { sampler: new AlwaysOffSampler() }),
    spanProcessors: otlpUrl
      ? [new BatchSpanProcessor(new RedactingExporter(new OTLPTraceExporter({ url: otlpUrl })))]
      : [],
  });
  provider.register();
  tracer = trace.getTracer(service);
  return () => provider.shutdown();
}
let tracer = trace.getTracer('sallyport');

/** 32 hex digits of the current trace, or undefined outside of any. */
export function currentTraceId(): string | undefined {
  return trace.getSpanContext(context.active())?.traceId;
}

/** Trace id to put on an event or an answer; made up where there is none, so that every refusal can be pointed at. */
export const traceIdOf = (): string => currentTraceId() ?? randomBytes(16).toString('hex');

/** `traceparent` (and `tracestate`) for an outgoing request. */
export function traceHeaders(): Record<string, string> {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier;
}

/** Runs a server's handling of one request inside the caller's trace, or a new one. */
export function runWithTrace<T>(
  headers: Headers,
  name: string,
  attributes: Attributes,
  fn: () => Promise<T>,
): Promise<T> {
  const parent = propagation.extract(ROOT_CONTEXT, headers);
  return context.with(parent, () => spanned(name, attributes, SpanKind.SERVER, fn));
}

/** Runs one step as a span; a thrown error marks the span with its name only, never its message. */
export function withSpan<T>(name: string, attributes: Attributes, fn: () => Promise<T>): Promise<T> {
  return spanned(name, attributes, SpanKind.INTERNAL, fn);
}

function spanned<T>(name: string, attributes: Attributes, kind: SpanKind, fn: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await fn();
    } catch (error) {
      const type = (error as { reason?: string }).reason ?? (error as Error).name;
      span.setAttribute('error.type', type);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
