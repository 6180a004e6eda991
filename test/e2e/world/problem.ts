import { expect } from 'vitest';
import type { Answer } from './send.ts';

/** A refusal as a problem document (RFC 9457): this status, this word, a trace to ask about, and nothing else. */
export function expectProblem(answer: Answer, status: number, reason: string): void {
  expect([answer.status, answer.json?.reason], answer.text).toEqual([status, reason]);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(Object.keys(answer.json).sort()).toEqual(['reason', 'status', 'title', 'traceId', 'type']);
}
