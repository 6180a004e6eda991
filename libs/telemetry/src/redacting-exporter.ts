import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import { redactText } from './redact.ts';

/** Spans leave the house redacted like logs (C-AU-7): an attribute may quote what somebody sent. */
export class RedactingExporter implements SpanExporter {
  readonly #exporter: SpanExporter;

  constructor(exporter: SpanExporter) {
    this.#exporter = exporter;
  }

  export(spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]): void {
    for (const { attributes } of spans)
      for (const [key, value] of Object.entries(attributes))
        if (typeof value === 'string') attributes[key] = redactText(value);
    this.#exporter.export(spans, done);
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.#exporter.forceFlush?.();
  }
}
