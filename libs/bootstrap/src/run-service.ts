import { type Logger, startTracing } from '@sallyport/telemetry';
import { ConfigError } from './config.ts';

export interface RunningService {
  url: string;
  /** Drains and releases everything. */
  close(): Promise<void>;
}

export interface ServiceMain {
  service: string;
  otlpUrl?: string | undefined;
  start(): Promise<RunningService>;
  logger?: Logger;
}

/** How long a service may take to drain before it is ended, in milliseconds. */
const DRAIN_MS = 8_000;

/**
 * Runs a service until SIGTERM or SIGINT. Prints one JSON line `{"ready":true,"service":…,"url":…}` when it listens, and
 * one clear line on stderr when it cannot start (exit code 1; 78, EX_CONFIG, for bad configuration).
 */
export async function runService({ service, otlpUrl, start }: ServiceMain): Promise<void> {
  let running: RunningService;
  let stopTracing: () => Promise<void>;
  try {
    stopTracing = startTracing(service, otlpUrl);
    running = await start();
  } catch (error) {
    process.stderr.write(`${service}: ${startFailure(error)}\n`);
    process.exit(error instanceof ConfigError ? 78 : 1);
  }

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    running
      .close()
      .then(() => stopTracing())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Last: whoever reads this line may ask to stop at once.
  process.stdout.write(`${JSON.stringify({ ready: true, service, url: running.url })}\n`);
}

/** One line for the person who starts it: what is wrong and where, without values. */
export function startFailure(error: unknown): string {
  if (error instanceof ConfigError) return `configuration refused: ${error.message}`;
  const { code, port, path, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `port ${port} is taken by another program; stop it or choose another port`;
  if (code === 'ENOENT') return `file not found: ${path}`;
  if (code === 'EACCES') return `no permission for ${path ?? `port ${port}`}`;
  return `cannot start: ${message}`;
}
