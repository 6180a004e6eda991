import {
  AuthenticationLinearError,
  ForbiddenLinearError,
  GraphqlLinearError,
  InvalidInputLinearError,
  LinearClient,
  RatelimitedLinearError,
} from '@linear/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoSimulator } from './testing/demo-simulator.ts';

const ID = '4b8f6a2d-1c3e-4f5a-9b7d-8e6c5a4b3d2f';
let linear: DemoSimulator;
beforeAll(async () => {
  linear = await DemoSimulator.start();
});
afterAll(() => linear.close());

const apiUrl = () => `${linear.url}/graphql`;

async function client(kind: 'reader' | 'creator' | 'curator', email = 'ada@harbor.example'): Promise<LinearClient> {
  const { access_token } = await linear.connect(kind, email);
  return new LinearClient({ accessToken: access_token, apiUrl: apiUrl() });
}

describe('the unmodified @linear/sdk', () => {
  it('gets AuthenticationLinearError for a bad token and a bad key', async () => {
    for (const options of [{ accessToken: 'lin_oauth_x' }, { apiKey: 'lin_api_x' }]) {
      const wrong = new LinearClient({ ...options, apiUrl: apiUrl() });
      await expect(wrong.viewer).rejects.toBeInstanceOf(AuthenticationLinearError);
    }
  });

  it('[C-AZ-6] gets ForbiddenLinearError for each way to delete with a creator token', async () => {
    const creator = await client('creator');
    const team = (await creator.teams({ filter: { key: { eq: 'PAY' } } })).nodes[0];
    const issue = await (await creator.createIssue({ teamId: team?.id ?? '', title: 'Stays' })).issue;
    const id = issue?.id ?? '';
    for (const attempt of [
      () => creator.deleteIssue(id),
      () => creator.archiveIssue(id, { trash: true }),
      () => creator.updateIssue(id, { trashed: true }),
      () => creator.updateIssueBatch([id], { trashed: true }),
    ]) {
      await expect(attempt()).rejects.toBeInstanceOf(ForbiddenLinearError);
    }
    expect((await creator.issue(id)).trashed ?? false).toBe(false);
  });

  it('gets InvalidInputLinearError for what is not there, and GraphqlLinearError for what is not understood', async () => {
    const reader = await client('reader');
    await expect(reader.issue('PAY-999')).rejects.toBeInstanceOf(InvalidInputLinearError);
    await expect(reader.projects()).rejects.toBeInstanceOf(GraphqlLinearError);
  });

  it('gets RatelimitedLinearError with the budget in it', async () => {
    const creator = await client('creator');
    await linear.control('POST', '/_sim/faults', { next: 'ratelimited' });
    const error = await creator.viewer.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(RatelimitedLinearError);
    expect(error).toMatchObject({ status: 400, requestsLimit: 5000, requestsRemaining: 0, retryAfter: 60 });
    expect(error).toHaveProperty(
      'requestsResetAt',
      expect.toSatisfy((at: number) => at > Date.now()),
    );
  });

  it('[C-CR-3] creates an issue under its own id, reads it with everything it asks for, edits, trashes, restores', async () => {
    const curator = await client('curator');
    const viewer = await curator.viewer;
    const team = (await curator.teams()).nodes.find(({ key }) => key === 'DATA');
    const payload = await curator.createIssue({ id: ID, teamId: team?.id ?? '', title: 'Slow export', priority: 1 });
    expect(payload.success).toBe(true);

    const issue = await curator.issue(ID);
    expect(issue).toMatchObject({ identifier: 'DATA-1', title: 'Slow export', priorityLabel: 'Urgent' });
    expect(issue.createdAt).toBeInstanceOf(Date);
    expect((await issue.creator)?.email).toBe('ada@harbor.example');
    expect((await issue.creator)?.id).toBe(viewer.id);
    expect((await issue.team)?.key).toBe('DATA');
    expect((await issue.state)?.type).toBe('backlog');
    expect((await viewer.organization).urlKey).toBe('harbor');

    await curator.updateIssue(ID, { title: 'Slow CSV export' });
    await curator.deleteIssue(ID);
    expect(await curator.issue('DATA-1')).toMatchObject({ title: 'Slow CSV export', trashed: true });
    expect((await curator.issues({ filter: { id: { eq: ID } } })).nodes).toEqual([]);
    await curator.unarchiveIssue(ID);
    expect((await curator.issues({ filter: { id: { eq: ID } } })).nodes).toHaveLength(1);
    expect((await curator.users({ filter: { email: { eq: 'grace@harbor.example' } } })).nodes[0]?.name).toBe(
      'Grace Lindqvist',
    );
  });
});
