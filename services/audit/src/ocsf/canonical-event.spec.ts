import { type PlatformEvent, platformEvent, SERVICES } from '@sallyport/contracts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyEvent, EVENT_KINDS, eventOfKind } from '../../test/arbitrary-event.ts';
import { OcsfSchema, ocsfDirectory } from '../../test/ocsf-schema.ts';
import { canonicalJson } from '../verify/canonical-json.ts';
import { EventTooLarge, freeze, ocsfOf } from './canonical-event.ts';
import { OCSF_VERSION } from './envelope.ts';

const directory = ocsfDirectory();
if (!directory && !process.env.CI) {
  process.stderr.write('skipped: no OCSF schema data beside the repository (SALLYPORT_SHARED); CI fails without\n');
}
const provenance = fc.record({
  producer: fc.constantFrom(...SERVICES),
  epoch: fc.uuid(),
  counter: fc.nat(),
  loggedTime: fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
});

describe.skipIf(!directory && !process.env.CI)('OCSF schema', () => {
  let schema: OcsfSchema;
  beforeAll(() => {
    schema = new OcsfSchema(directory ?? 'OCSF schema data is required in CI');
  });

  it('is the version our events claim', () => {
    expect(schema.version).toBe(OCSF_VERSION);
  });

  it.each(EVENT_KINDS)('[C-AU-1] accepts every %s event', (kind) => {
    fc.assert(
      fc.property(eventOfKind(kind), provenance, (event, from) => {
        expect(schema.errors(JSON.parse(freeze(event, from).toString()))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what the standard does not know, so that its silence means something', () => {
    fc.assert(
      fc.property(eventOfKind('token_exchange_issued'), provenance, (event, from) => {
        const ocsf = ocsfOf(event, from);
        const delegation = ocsf.delegation as object;
        expect(schema.errors({ ...ocsf, agent_name: 'x' })).not.toEqual([]);
        expect(schema.errors({ ...ocsf, delegation: { ...delegation, scopes: ['x'] } })).not.toEqual([]);
        expect(schema.errors({ ...ocsf, user: undefined })).not.toEqual([]);
        expect(schema.errors({ ...ocsf, activity_id: 77 })).not.toEqual([]);
        expect(schema.errors({ ...ocsf, privileges: undefined })).not.toEqual([]);
        expect(schema.errors({ ...ocsf, metadata: { ...(ocsf.metadata as object), profiles: [] } })).not.toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('canonical event', () => {
  it('is the same bytes for the same event, in canonical JSON by a second implementation', () => {
    fc.assert(
      fc.property(anyEvent, provenance, (event, from) => {
        const bytes = freeze(event, from);
        expect(freeze(structuredClone(event), { ...from })).toEqual(bytes);
        expect(canonicalJson(JSON.parse(bytes.toString()))).toBe(bytes.toString());
      }),
    );
  });

  it('[C-AU-1] names person, agent and grant with a parent for every hop of authority', () => {
    fc.assert(
      fc.property(anyEvent, provenance, (event, from) => {
        if (!('who' in event) || !event.who) return;
        const granted = 'grantId' in event.who;
        const ocsf = ocsfOf(event, from) as {
          actor: { user: { uid: string } };
          ai_agent: { uid: string };
          delegation: { uid: string; parent_uid: string };
          unmapped: { delegation_chain: { uid: string; parent_uid: string }[] };
        };
        expect(ocsf.actor.user.uid).toBe(event.who.sub);
        expect(ocsf.ai_agent.uid).toBe(event.who.agent);
        // Nothing was delegated before there is a grant: no hop is made up.
        expect('delegation' in ocsf).toBe(granted);
        if (!granted) return;
        const chain = ocsf.unmapped.delegation_chain;
        expect(chain[0]?.parent_uid).toBe(`person:${event.who.sub}`);
        for (const [i, hop] of chain.entries()) if (i > 0) expect(hop.parent_uid).toBe(chain[i - 1]?.uid);
        expect(ocsf.delegation).toMatchObject({ uid: chain.at(-1)?.uid, parent_uid: chain.at(-1)?.parent_uid });
      }),
    );
  });

  it('[C-CR-2] carries what Vault calls the read that a filing was made with', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('issue_filed', 'issue_filing_failed').chain(eventOfKind),
        provenance,
        (event, from) => {
          if (event.kind !== 'issue_filed' && event.kind !== 'issue_filing_failed') return;
          const { vault } = ocsfOf(event, from).unmapped as { vault?: Record<string, string> };
          const { requestId, accessor, entity } = event.vault ?? {};
          expect(vault).toEqual(event.vault && { request_id: requestId, accessor, entity });
        },
      ),
    );
  });

  it('counts what was masked by few kinds of PII: more are refused before they come here', () => {
    const [event] = fc.sample(eventOfKind('tool_call_completed'), { numRuns: 1, seed: 1 });
    const masked = (kinds: number) => Object.fromEntries(Array.from({ length: kinds }, (_, i) => [`type-${i}`, 1]));
    expect(platformEvent.safeParse({ ...event, masked: masked(32) }).success).toBe(true);
    expect(platformEvent.safeParse({ ...event, masked: masked(33) }).success).toBe(false);
  });

  it('is one line whatever names people and agents give themselves (log injection)', () => {
    fc.assert(
      fc.property(
        anyEvent,
        provenance,
        fc.constantFrom('', '\n', '\r\n', '\u0085', '\u2028', '\u2029'),
        (any, from, end) => {
          const named =
            'who' in any && any.who ? { ...any.who, agent: `${any.who.agent}${end}{"forged":1}` } : undefined;
          const event = named ? ({ ...any, who: named } as PlatformEvent) : any;
          expect(freeze(event, from).toString()).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
          expect(ocsfOf(event, from).message).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        },
      ),
    );
  });

  it('refuses an event that does not fit into one entry', () => {
    const masked = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`type-${i}`, 1]));
    const [event] = fc.sample(eventOfKind('tool_call_completed'), { numRuns: 1, seed: 1 });
    const [from] = fc.sample(provenance, { numRuns: 1, seed: 1 });
    if (event?.kind !== 'tool_call_completed' || !from) throw new Error('no sample');
    expect(() => freeze({ ...event, masked }, from)).toThrow(EventTooLarge);
  });
});
