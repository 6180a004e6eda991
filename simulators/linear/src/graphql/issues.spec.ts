import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_WORKSPACES } from '../demo.ts';
import { bearer, DemoSimulator } from '../testing/demo-simulator.ts';

const [PAY = '', APP = ''] = DEMO_WORKSPACES[0]?.teams.map(({ id }) => id) ?? [];
const MERIDIAN_PAY = DEMO_WORKSPACES[1]?.teams[0]?.id ?? '';
const CREATE = `mutation ($input: IssueCreateInput!) {
  issueCreate(input: $input) {
    success lastSyncId
    issue { id identifier number title description priority priorityLabel url trashed createdAt
      creator { name email app } botActor { userDisplayName name } team { key } state { name type } }
  }
}`;

let clock = Date.UTC(2026, 0, 5, 9);
let linear: DemoSimulator;
let ada: string;
let mina: string;
beforeAll(async () => {
  linear = await DemoSimulator.start({ now: () => clock });
  ada = bearer(await linear.connect('curator', 'ada@harbor.example'));
  mina = bearer(await linear.connect('curator', 'mina@meridian.example'));
});
afterAll(() => linear.close());

const create = (token: string, input: object) => linear.graphql(token, CREATE, { input });
const read = (token: string, id: string) =>
  linear.graphql(token, 'query ($id: String!) { issue(id: $id) { id identifier title trashed } }', { id });

describe('issueCreate', () => {
  it.each([
    ['an id that is no UUID', { id: 'PAY-1' }, 'INVALID_INPUT'],
    ['an id that is a UUID of another version', { id: '6ba7b810-9dad-11d1-80b4-00c04fd430c8' }, 'INVALID_INPUT'],
    ['no title', { title: undefined }, 'INVALID_INPUT'],
    ['a blank title', { title: ' ' }, 'INVALID_INPUT'],
    ['a priority out of bounds', { priority: 5 }, 'INVALID_INPUT'],
    ['a team that does not exist', { teamId: '00000000-0000-4000-8000-000000000000' }, 'INPUT_ERROR'],
    ['a team of another workspace', { teamId: MERIDIAN_PAY }, 'INPUT_ERROR'],
    ['an assignee of another workspace', { assigneeId: DEMO_WORKSPACES[1]?.users[0]?.id }, 'INPUT_ERROR'],
    ["somebody else's name on a person's token", { createAsUser: 'Grace Lindqvist' }, 'INVALID_INPUT'],
  ])('refuses %s', async (_, change, code) => {
    const { status, body } = await create(ada, { teamId: PAY, title: 'x', ...change });
    expect(status).toBe(200);
    expect(body.data).toBeNull();
    expect(body.errors[0].extensions).toMatchObject({ type: 'invalid input', code, userError: true });
  });

  it.each(['dueDate', 'labelIds', 'displayIconUrl', 'templateId'])(
    'refuses %s, which it does not know',
    async (name) => {
      const { status, body } = await create(ada, { teamId: PAY, title: 'x', [name]: null });
      expect(status).toBe(400);
      expect(body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    },
  );

  it('[C-CR-3] records the person whose token it was, and counts numbers for each team', async () => {
    const first = await create(ada, { teamId: APP, title: 'Crash: on "Save"!', description: 'Stack', priority: 2 });
    const second = await create(ada, { teamId: APP, title: 'Again' });
    expect(first.body.data.issueCreate).toMatchObject({
      success: true,
      lastSyncId: expect.any(Number),
      issue: {
        identifier: 'APP-1',
        number: 1,
        priority: 2,
        priorityLabel: 'High',
        url: `${linear.url}/harbor/issue/APP-1/crash-on-save`,
        trashed: null,
        createdAt: '2026-01-05T09:00:00.000Z',
        creator: { name: 'Ada Okafor', email: 'ada@harbor.example', app: false },
        botActor: null,
        team: { key: 'APP' },
        state: { name: 'Backlog', type: 'backlog' },
      },
    });
    expect(second.body.data.issueCreate.issue.identifier).toBe('APP-2');
    expect(second.body.data.issueCreate.lastSyncId).toBe(first.body.data.issueCreate.lastSyncId + 1);
    const { body } = await linear.control('GET', '/_sim/issues?workspace=harbor');
    expect(body.find(({ identifier }: { identifier: string }) => identifier === 'APP-1')).toMatchObject({
      actorApp: 'sallyport-curator',
      creator: { email: 'ada@harbor.example' },
      description: 'Stack',
    });
  });

  it('[C-IN-3] takes the id the client chose, once, whoever asks and whatever became of the first', async () => {
    const id = '7d9f2c1b-3e4a-4b5c-8d6e-9f0a1b2c3d4e';
    expect(
      (await create(ada, { id: id.toUpperCase(), teamId: PAY, title: 'First' })).body.data.issueCreate.issue.id,
    ).toBe(id);
    for (const [token, teamId] of [
      [ada, PAY],
      [mina, MERIDIAN_PAY],
    ] as const) {
      const { body } = await create(token, { id, teamId, title: 'Second' });
      expect(body.errors[0].extensions).toMatchObject({ type: 'invalid input', code: 'INPUT_ERROR', userError: true });
    }
    await linear.graphql(ada, 'mutation ($id: String!) { issueDelete(id: $id) { success } }', { id });
    expect((await create(ada, { id, teamId: PAY, title: 'Third' })).body.errors).toHaveLength(1);
    expect((await read(ada, id)).body.data.issue).toMatchObject({ title: 'First', trashed: true });
  });

  it('lets an app put a name on its own issues, which stays a label', async () => {
    const app = bearer(await linear.connect('creator', 'ken@harbor.example', { actor: 'app' }));
    const { body } = await create(app, { teamId: PAY, title: 'By the app', createAsUser: 'Ada Okafor' });
    expect(body.data.issueCreate.issue).toMatchObject({
      creator: { name: 'Sallyport (file issues)', app: true },
      botActor: { userDisplayName: 'Ada Okafor', name: 'Sallyport (file issues)' },
    });
  });
});

describe('workspaces', () => {
  it('[C-AZ-11] are invisible to each other, by id and by identifier', async () => {
    const { body } = await create(mina, { teamId: MERIDIAN_PAY, title: 'Theirs' });
    const { id, identifier } = body.data.issueCreate.issue;
    expect(identifier).toBe('PAY-1');
    const refusal = await read(ada, id);
    const nothing = await read(ada, '00000000-0000-4000-8000-000000000000');
    expect(refusal.body.errors[0].extensions).toEqual(nothing.body.errors[0].extensions);
    expect((await read(ada, identifier)).body.data?.issue.title).not.toBe('Theirs');
    for (const document of [
      'mutation ($id: String!) { issueDelete(id: $id) { success } }',
      'mutation ($id: String!) { issueUpdate(id: $id, input: { title: "x" }) { success } }',
      'query ($id: String!) { user(id: "mina@meridian.example") { id } issue(id: $id) { id } }',
    ]) {
      expect((await linear.graphql(ada, document, { id })).body.errors[0].message).toMatch(/^Entity not found: /);
    }
    const { body: mine } = await linear.graphql(ada, '{ issues(includeArchived: true) { nodes { title } } }');
    expect(mine.data.issues.nodes).not.toContainEqual({ title: 'Theirs' });
    expect((await read(mina, id)).body.data.issue.title).toBe('Theirs');
  });
});

describe('issues', () => {
  it('filters, sorts and pages', async () => {
    const ken = 'lin_api_demo_harbor_admin';
    const OPS = DEMO_WORKSPACES[0]?.teams[3]?.id;
    for (const title of ['one', 'two', 'three']) {
      clock += 1000;
      await create(ken, { teamId: OPS, title });
    }
    const titles = async (args: string) => {
      const { body } = await linear.graphql(
        ken,
        `{ issues(${args}) { nodes { id title } pageInfo { hasNextPage endCursor } } }`,
      );
      return { ...body.data.issues, titles: body.data.issues.nodes.map(({ title }: { title: string }) => title) };
    };
    const ops = 'filter: { team: { key: { eq: "OPS" } } }';
    expect((await titles(ops)).titles).toEqual(['three', 'two', 'one']);
    expect((await titles(`${ops}, sort: [{ createdAt: { order: Ascending } }]`)).titles).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect(
      (await titles('filter: { or: [{ title: { eq: "one" } }, { title: { startsWith: "tw" } }] }')).titles,
    ).toEqual(['two', 'one']);
    expect((await titles('filter: { creator: { email: { eq: "nobody@harbor.example" } } }')).titles).toEqual([]);
    const page = await titles(`${ops}, first: 2`);
    expect(page).toMatchObject({ titles: ['three', 'two'], pageInfo: { hasNextPage: true } });
    const next = await titles(`${ops}, first: 2, after: "${page.pageInfo.endCursor}"`);
    expect(next).toMatchObject({ titles: ['one'], pageInfo: { hasNextPage: false } });
  });

  it('refuses a filter, a page size and a cursor it does not understand', async () => {
    const code = async (args: string) => {
      const { body } = await linear.graphql(ada, `{ issues(${args}) { nodes { id } } }`);
      return body.errors[0].extensions.code;
    };
    expect(await code('filter: { labels: { name: { eq: "x" } } }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await code('first: 251')).toBe('INVALID_INPUT');
    expect(await code('first: 1, after: "00000000-0000-4000-8000-000000000000"')).toBe('INVALID_INPUT');
  });

  it('leaves trashed ones out of lists', async () => {
    const { body } = await create(ada, { teamId: PAY, title: 'gone soon' });
    const { id } = body.data.issueCreate.issue;
    await linear.graphql(ada, 'mutation ($id: String!) { issueDelete(id: $id) { success } }', { id });
    const listed = async (args: string) => {
      const { body } = await linear.graphql(ada, `{ issues${args} { nodes { id } } }`);
      return body.data.issues.nodes.some((one: { id: string }) => one.id === id);
    };
    expect(await listed('')).toBe(false);
    expect(await listed('(includeArchived: true)')).toBe(true);
  });
});

describe('the page behind an issue', () => {
  it('shows who created it, escaped', async () => {
    const { body } = await create(ada, { teamId: PAY, title: '<script>', description: '<img src=x>' });
    const page = await (await fetch(body.data.issueCreate.issue.url)).text();
    expect(page).toContain('Ada Okafor');
    expect(page).not.toMatch(/<script|<img/);
  });

  it('[C-AZ-11] is not shown to pages of other sites: nobody signs in to see it', async () => {
    const { body } = await create(ada, { teamId: PAY, title: 'Private' });
    const headers = { origin: 'https://evil.example' };
    expect((await fetch(body.data.issueCreate.issue.url, { headers })).status).toBe(404);
  });

  it.each(['/harbor/issue/PAY-999/x', '/nowhere/issue/PAY-1/x', '/'])('is not found at %s', async (path) => {
    expect((await fetch(new URL(path, linear.url))).status).toBe(404);
  });
});
