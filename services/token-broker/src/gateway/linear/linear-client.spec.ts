import { Refused } from '@sallyport/authn';
import { maskText, Secret } from '@sallyport/masking';
import { createSafeFetch, type SafeFetch, SafeFetchError, type SafeResponse } from '@sallyport/safe-fetch';
import { describe, expect, it } from 'vitest';
import { VIEWER } from './documents.ts';
import { issueFooter } from './issue-footer.ts';
import { type IssueDraft, LinearClient } from './linear-client.ts';
import { LinearGraphql } from './linear-graphql.ts';

const TOKEN = new Secret('lin_oauth_canary');
const NOW = 1_900_000_000_000;

function answering(status: number, body: unknown, headers: Record<string, string> = {}): SafeFetch {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response: SafeResponse = {
    status,
    headers,
    body: Buffer.from(text),
    text: () => text,
    json: () => JSON.parse(text),
  };
  return Object.assign(async () => response, { close: async () => undefined });
}
const viewerBy = (safeFetch: SafeFetch) =>
  new LinearClient(new LinearGraphql({ url: 'https://api.linear.app/graphql', safeFetch, now: () => NOW })).viewer(
    TOKEN,
  );
const refusalOf = async (call: Promise<unknown>): Promise<Refused> => {
  const error = await call.catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Refused);
  return error as Refused;
};
const errors = (code: string | undefined, type = 'x') => ({
  errors: [{ message: 'canary words of Linear', extensions: { code, type, userPresentableMessage: 'canary' } }],
});

describe('[C-OUT-4] what Linear answers, in our words', () => {
  it.each([
    ['a dead token', 200, errors('AUTHENTICATION_ERROR'), 'consent_required'],
    ['a dead token by type only', 200, errors(undefined, 'authentication error'), 'consent_required'],
    ['401 without a body', 401, '', 'consent_required'],
    ['a missing scope', 200, errors('FORBIDDEN'), 'downstream_failed'],
    ['an error of unknown code', 200, errors('<script>'), 'downstream_failed'],
    ['partial data beside an error', 200, { data: { viewer: {} }, ...errors('INTERNAL') }, 'downstream_failed'],
    ['data of another shape', 200, { data: { viewer: { id: 7 } } }, 'downstream_failed'],
    ['no JSON', 200, '<html>canary</html>', 'downstream_failed'],
    ['an outage', 502, '<html>canary</html>', 'downstream_unavailable'],
    ['a spent budget', 400, errors('RATELIMITED'), 'downstream_rate_limited'],
  ])('%s', async (_, status, body, reason) => {
    const refusal = await refusalOf(viewerBy(answering(status, body)));
    expect(refusal.reason).toBe(reason);
    expect(JSON.stringify(refusal) + refusal.stack + JSON.stringify(refusal.detail)).not.toMatch(/canary|script/);
  });

  const limits = (name: string, remaining: number, reset: number) => ({
    [`x-ratelimit-${name}-remaining`]: String(remaining),
    [`x-ratelimit-${name}-reset`]: String(reset),
  });
  it.each([
    [
      'the reset of the spent budget',
      { ...limits('requests', 0, NOW + 9_000), ...limits('complexity', 5, NOW + 99_000) },
      9_000,
    ],
    ['the later of two', { ...limits('requests', 0, NOW + 9_000), ...limits('complexity', 0, NOW + 20_000) }, 20_000],
    ['a minute when the reset is past', limits('requests', 0, NOW - 1), 60_000],
    ['a minute when it is beyond belief', limits('requests', 0, NOW * 2), 60_000],
    ['a minute when nothing is said', {}, 60_000],
  ])('a spent budget waits for %s', async (_, headers, wait) => {
    const refusal = await refusalOf(viewerBy(answering(400, errors('RATELIMITED'), headers)));
    expect(refusal.detail.retryAt).toBe(NOW + wait);
  });

  it('no answer is unavailable, whatever the transport says', async () => {
    const silent = Object.assign(() => Promise.reject(new SafeFetchError('timeout', 'api.linear.app')), {
      close: async () => undefined,
    });
    expect((await refusalOf(viewerBy(silent))).reason).toBe('downstream_unavailable');
  });
});

describe('what cannot be asked of Linear', () => {
  it('is a document that is not one of the pinned objects, however much it looks like one', async () => {
    const safeFetch = createSafeFetch({ allow: ['https://api.linear.app'], timeoutMs: 100, maxBytes: 1 });
    const graphql = new LinearGraphql({ url: 'https://api.linear.app/graphql', safeFetch, now: () => NOW });
    const copy = { ...VIEWER };
    await expect(graphql.run(copy, {}, TOKEN, undefined as never)).rejects.toThrow(/pinned/);
  });

  it('[C-OUT-1] is an issue with text that was not masked: it does not compile', () => {
    const { masked } = maskText('Checkout is slow', { profile: 'strict' });
    const footer = issueFooter(
      { name: 'Ada', client_id: 'agent', decision_id: 'd-1' } as Parameters<typeof issueFooter>[0],
      'ticket',
    );
    const draft: IssueDraft = { id: 'i', teamId: 't', title: masked, description: masked, footer, priority: 1 };
    // @ts-expect-error a plain string is not Masked<string>
    const plainTitle: IssueDraft = { ...draft, title: 'Lena Hofer' };
    // @ts-expect-error a plain string is not Masked<string>
    const plainText: IssueDraft = { ...draft, description: 'lena@kundin.example' };
    // @ts-expect-error only issueFooter makes a footer
    const plainFooter: IssueDraft = { ...draft, footer: 'lena@kundin.example' };
    expect([plainTitle, plainText, plainFooter]).toHaveLength(3);
  });
});
