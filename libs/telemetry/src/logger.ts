import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { redact, redactText } from './redact.ts';
import { currentTraceId } from './tracing.ts';

export type Logger = PinoLogger;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * JSON lines on stdout (or `destination`), every field redacted, each line with the trace id it belongs to.
 * JSON escapes line breaks, so that a logged value cannot forge a line (log injection).
 */
export function createLogger(service: string, level: LogLevel = 'info', destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => redact(fields) as Record<string, unknown>,
    },
    hooks: {
      logMethod(this: Logger, args: Parameters<Logger['info']>, method: Logger['info']) {
        const given = args as unknown as unknown[];
        const [first] = given;
        // pino would take the message from a bare Error unredacted
        const lines = first instanceof Error ? [{ err: first }, first.message, ...given.slice(1)] : given;
        const clean = lines.map((arg) => (typeof arg === 'string' ? redactText(arg) : arg));
        method.apply(this, clean as unknown as Parameters<Logger['info']>);
      },
    },
    serializers: { err: (error: unknown) => error },
    mixin: () => {
      const traceId = currentTraceId();
      return traceId ? { traceId } : {};
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
