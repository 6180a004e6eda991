import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bearer, type CredentialClass, DemoSimulator } from '../testing/demo-simulator.ts';

const PAY = '0c6f7d1e-3b52-4a89-9d04-1e2f3a4b5c11';
const ADMIN_KEY = 'lin_api_demo_harbor_admin';
const CREATE = 'mutation ($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { id } } }';

/** Every way to make an issue go away. */
const DELETE_ROUTES = [
  ['issueDelete', 'mutation ($id: String!) { issueDelete(id: $id) { success } }'],
  ['issueArchive with trash', 'mutation ($id: String!) { issueArchive(id: $id, trash: true) { success } }'],
  ['issueUpdate of trashed', 'mutation ($id: String!) { issueUpdate(id: $id, input: { trashed: true }) { success } }'],
  [
    'issueBatchUpdate of trashed',
    'mutation ($ids: [UUID!]!) { issueBatchUpdate(ids: $ids, input: { trashed: true }) { success } }',
  ],
] as const;

let linear: DemoSimulator;
const tokens = {} as Record<CredentialClass, string>;
let issueId: string;

beforeAll(async () => {
  linear = await DemoSimulator.start();
  for (const kind of ['reader', 'creator', 'curator'] as const) {
    tokens[kind] = bearer(await linear.connect(kind, 'ada@harbor.example'));
  }
});
afterAll(() => linear.close());
beforeEach(async () => {
  const made = await linear.graphql(ADMIN_KEY, CREATE, { input: { teamId: PAY, title: 'Declined cards' } });
  issueId = made.body.data.issueCreate.issue.id;
});

const stored = async () => {
  const { body } = await linear.control('GET', '/_sim/issues?workspace=harbor');
  return body.find(({ id }: { id: string }) => id === issueId);
};

describe('what a token may not do', () => {
  for (const kind of ['reader', 'creator'] as const) {
    it.each(DELETE_ROUTES)(`[C-AZ-6] a ${kind} cannot trash an issue by %s`, async (_, document) => {
      const { status, body } = await linear.graphql(tokens[kind], document, { id: issueId, ids: [issueId] });
      expect(status).toBe(200);
      expect(body.data).toBeNull();
      expect(body.errors[0]).toMatchObject({
        message: 'Invalid scope: `write` required',
        extensions: { type: 'forbidden', code: 'FORBIDDEN', statusCode: 403, userError: true },
      });
      expect(await stored()).toMatchObject({ trashed: false, archivedAt: null });
    });
  }

  it('a reader cannot create', async () => {
    const { body } = await linear.graphql(tokens.reader, CREATE, { input: { teamId: PAY, title: 'x' } });
    expect(body.errors[0].message).toBe('Invalid scope: `write` or `issues:create` required');
  });

  it('a creator cannot edit or restore', async () => {
    for (const document of [
      'mutation ($id: String!) { issueUpdate(id: $id, input: { title: "x" }) { success } }',
      'mutation ($id: String!) { issueUnarchive(id: $id) { success } }',
    ]) {
      const { body } = await linear.graphql(tokens.creator, document, { id: issueId });
      expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
    }
  });

  it('[C-AZ-6] a curator cannot delete for good, not even an admin as a curator', async () => {
    const ken = bearer(await linear.connect('curator', 'ken@harbor.example'));
    const document = 'mutation ($id: String!) { issueDelete(id: $id, permanentlyDelete: true) { success } }';
    for (const token of [tokens.curator, ken]) {
      const { body } = await linear.graphql(token, document, { id: issueId });
      expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
    }
    expect(await stored()).toMatchObject({ trashed: false });
  });

  it('a forbidden part leaves the rest of a document undone from there on', async () => {
    const document = `mutation ($id: String!, $input: IssueCreateInput!) {
      issueDelete(id: $id) { success }
      issueCreate(input: $input) { success }
    }`;
    const { body } = await linear.graphql(tokens.creator, document, {
      id: issueId,
      input: { teamId: PAY, title: 'after a refusal' },
    });
    expect(body.data).toBeNull();
    expect(await stored()).toMatchObject({ trashed: false });
  });
});

describe('what a token may do', () => {
  it.each(['reader', 'creator', 'curator'] as const)('a %s reads', async (kind) => {
    const { body } = await linear.graphql(tokens[kind], '{ viewer { email } teams { nodes { key } } }');
    expect(body.data.viewer.email).toBe('ada@harbor.example');
    expect(body.data.teams.nodes.map(({ key }: { key: string }) => key)).toEqual(['PAY', 'APP', 'DATA', 'OPS']);
  });

  it.each(DELETE_ROUTES)('a curator trashes by %s, and restores', async (_, document) => {
    const { body } = await linear.graphql(tokens.curator, document, { id: issueId, ids: [issueId] });
    expect(body.errors).toBeUndefined();
    expect(await stored()).toMatchObject({ trashed: true, archivedAt: expect.any(Number) });
    await linear.graphql(tokens.curator, 'mutation ($id: String!) { issueUnarchive(id: $id) { success } }', {
      id: issueId,
    });
    expect(await stored()).toMatchObject({ trashed: false, archivedAt: null });
  });

  it("an admin's own key deletes for good", async () => {
    const document =
      'mutation ($id: String!) { issueDelete(id: $id, permanentlyDelete: true) { success entity { id } } }';
    const { body } = await linear.graphql(ADMIN_KEY, document, { id: issueId });
    expect(body.data.issueDelete).toEqual({ success: true, entity: null });
    expect(await stored()).toBeUndefined();
  });
});
