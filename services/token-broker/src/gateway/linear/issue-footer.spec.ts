import { randomUUID } from 'node:crypto';
import type { CapabilityClaims } from '@sallyport/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueFooter } from './issue-footer.ts';

const TICKET = randomUUID();
const footerOf = (claims: Partial<CapabilityClaims>) =>
  issueFooter(
    {
      name: 'Ada Okafor',
      client_id: 'https://agent.example/client',
      decision_id: 'd-1',
      ...claims,
    } as CapabilityClaims,
    TICKET,
  );

describe('the last lines of an issue', () => {
  it('name ticket, person, agent and decision', () => {
    expect(footerOf({})).toBe(
      `---\nFiled by Ada Okafor through the agent \`https://agent.example/client\` with Sallyport.\nTicket ${TICKET} · decision d-1`,
    );
  });

  it('keep names as people write them', () => {
    expect(footerOf({ name: "Siobhán O'Neill-Ağaoğlu" })).toContain("Filed by Siobhán O'Neill-Ağaoğlu through");
  });

  it.each([
    ['a mention', '@everyone'],
    ['a link', '[click](https://evil.example)'],
    ['an image', '![](https://evil.example/x.png)'],
    ['a heading on a line of its own', 'x\n# Approved by the board'],
    ['the end of the code span', '`<b>x</b>`'],
    ['a bidirectional override', 'x\u202egnp.exe'],
  ])('let an agent put no %s into the issue by its own name', (_, client_id) => {
    const footer = footerOf({ client_id });
    expect(footer.split('\n')).toHaveLength(3);
    expect(footer.split('`')[1]).not.toMatch(/[@[\]()!#<>`\u202e]/);
  });

  it('stay three lines, whatever person and agent are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, client_id) => {
        const footer = footerOf({ name, client_id });
        expect(footer.split('\n')).toHaveLength(3);
        expect(footer.length).toBeLessThan(700);
        expect(footer.split('`')).toHaveLength(3);
      }),
    );
  });
});
