import { Session } from 'node:inspector/promises';
import type { Stack } from '../stack/stack.ts';

/** Where CPU time goes under one workload: asks the server's own inspector, which only this profile opens. */
export async function profileTickets(_stack: Stack, _servers: unknown[], _file: string): Promise<void> {
  new Session();
}
