import { expect, it } from 'vitest';
import { UNAVAILABLE } from './judgement.ts';
import { RecentAnswers } from './recent-answers.ts';

it('forgets the oldest question when full, and never keeps a long one', () => {
  const recent = new RecentAnswers();
  for (let n = 0; n < 1_025; n++) recent.set(`q${n}`, UNAVAILABLE);
  recent.set('x'.repeat(2_049), UNAVAILABLE);
  expect(recent.get('q0')).toBeUndefined();
  expect(recent.get('q1')).toBe(UNAVAILABLE);
  expect(recent.get('q1024')).toBe(UNAVAILABLE);
  expect(recent.get('x'.repeat(2_049))).toBeUndefined();
});
