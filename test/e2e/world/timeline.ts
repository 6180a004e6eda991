import { vi } from 'vitest';
import { house } from './house.ts';
import { type Answer, send } from './send.ts';

export interface Moment {
  kind: string;
  producer: string;
  sentence: string;
  outcome: string;
  reasons: string[];
  decision?: string;
  event: Record<string, unknown>;
}

export const readAudit = (
  path: string,
  token: string | undefined,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  send(house.urls.audit + path, {
    method: 'GET',
    headers: {
      authorization: token === undefined ? undefined : `Bearer ${token}`,
      accept: 'application/json',
      ...headers,
    },
  });

/** The story of a trace as a reader sees it, once it holds this last event: what was spooled arrives a moment later. */
export async function storyOf(traceId: string, token: string, last: string): Promise<Moment[]> {
  return vi.waitFor(
    async () => {
      const { status, json } = await readAudit(`/timeline/${traceId}`, token);
      if (status !== 200) throw new Error(`timeline: ${status}`);
      const { moments } = json as { moments: Moment[] };
      if (!moments.some(({ kind }) => kind === last)) throw new Error(`no ${last} among ${moments.length} events`);
      return moments;
    },
    { timeout: 10_000, interval: 150 },
  );
}
