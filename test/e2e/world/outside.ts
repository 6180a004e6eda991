import { afterEach, beforeEach, expect } from 'vitest';
import { Outside } from '../../../scripts/story/world.ts';
import { house } from './house.ts';

/** What the stand-ins counted and stored. */
export const outside = new Outside(house.urls.linear, house.urls.vault);

/** Requests at Vault and Linear, and issues that exist. */
export async function effects() {
  const [calls, harbor, meridian] = await Promise.all([
    outside.calls(),
    outside.issues('harbor'),
    outside.issues('meridian'),
  ]);
  return { ...calls, issues: harbor.length + meridian.length };
}

/** Every case of this group must leave Vault and Linear alone: no request, no issue. */
export function nothingOutsideHappens(): void {
  let before: Awaited<ReturnType<typeof effects>>;
  beforeEach(async () => {
    before = await effects();
  });
  afterEach(async () => {
    expect(await effects(), 'Vault and Linear saw nothing').toEqual(before);
  });
}
