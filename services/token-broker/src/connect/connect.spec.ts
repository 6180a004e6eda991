import { createDpopProof } from '@sallyport/authn';
import { HeadlessBrowser, type Page, PEOPLE, Person } from '@sallyport/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Agent, claimsOf, openPage } from '../testing/agent.ts';
import { type BrokerFixture, startBroker } from '../testing/broker-fixture.ts';
import { McpServer, VARIABLES } from '../testing/mcp-server.ts';

let broker: BrokerFixture;
let mcp: McpServer;
beforeAll(async () => {
  broker = await startBroker();
  const { issuer, gatewayUrl } = broker;
  mcp = new McpServer(issuer.url, gatewayUrl, issuer.keys.mcp, issuer.clock.now);
});
afterAll(() => broker?.close());
beforeEach(async () => {
  await broker.issuer.forgetEvents();
  broker.issuer.clock.skip = 0;
});

/** Signs in an agent for that person and asks for a credential they have not connected. @returns the link they get */
async function linkFor(person: Person): Promise<string> {
  const agent = new Agent(broker.issuer.url);
  const code = (await agent.authorize(person)).get('code') ?? '';
  const { access_token: token } = (await agent.redeem(code)).body;
  await broker.issuer.db
    .deleteFrom('connections')
    .where('sub', '=', String(claimsOf(token).sub))
    .execute();
  const { body } = await mcp.exchange(token);
  if (!body.interaction_url) throw new Error(`no link: ${JSON.stringify(body)}`);
  return body.interaction_url;
}

const connections = () => broker.issuer.db.selectFrom('connections').selectAll().execute();

async function press(browser: HeadlessBrowser, page: Page): Promise<Page | URL> {
  const [form] = page.forms;
  if (!form) throw new Error(`no form on “${page.title}”`);
  return browser.submit(page, form);
}

const unsuitable = { status: 403, title: expect.stringContaining('cannot be used') };

/** Takes another account than their own on Linear's page. */
async function chooseAtLinear(browser: HeadlessBrowser, page: Page, email: string): Promise<Page | URL> {
  const [form] = page.forms;
  const users = form?.fields.find(({ options }) => options.length > 0);
  const user = users?.options.find(({ label }) => label.includes(email));
  if (!form || !users || !user) throw new Error('Linear does not offer that account');
  return browser.submit(page, form, { [users.name]: user.value });
}

describe('connecting Linear', () => {
  it('[C-CR-1] [C-CR-3] leads from a refused exchange through the page and Linear to an issue filed as the person', async () => {
    const { issuer, gatewayUrl } = broker;
    const ada = new Person(PEOPLE.ada);
    const agent = new Agent(issuer.url);
    const { access_token: token } = (await agent.redeem((await agent.authorize(ada)).get('code') ?? '')).body;
    const refused = await mcp.exchange(token);
    expect(refused.body).toMatchObject({ error: 'interaction_required', reasons: ['consent_required'] });
    const done = (await ada.walk(refused.body.interaction_url)) as Page;
    expect(done.title).toContain('Linear is connected');
    expect(done.html).toContain('try again');

    const issued = await mcp.exchange(token);
    const capability = issued.body.access_token;
    const url = `${gatewayUrl}/redeem`;
    const dpop = createDpopProof(issuer.keys.mcp, { method: 'POST', url, accessToken: capability, now: Date.now() });
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `DPoP ${capability}`, dpop, 'content-type': 'application/json' },
      body: JSON.stringify({ variables: VARIABLES }),
    });
    expect(await response.json()).toMatchObject({ creator: { name: 'Ada Okafor' }, alreadyFiled: false });
    const filings = await issuer.db.selectFrom('filings').selectAll().execute();
    expect(filings).toMatchObject([{ tenant: 'harbor', ticket_id: VARIABLES.ticketId, agent: 'sallyport-demo' }]);
  });

  it('[C-AU-1] records decision, issuance and connection; stores who and where, and no token', async () => {
    const ada = new Person(PEOPLE.ada);
    await ada.walk(await linkFor(ada));
    const [created] = await broker.issuer.events('connection_created');
    expect(created).toMatchObject({ who: { name: 'Ada Okafor' }, connection: 'creator', workspace: 'Harbor' });
    const [issued] = await broker.issuer.events('token_exchange_issued');
    expect(issued).toMatchObject({ tool: 'connect_linear', credential: { operation: 'connectLinear' } });
    const [row] = await connections();
    expect(Object.keys(row ?? {}).sort()).toEqual(
      'class connected_at linear_user_id scope sub tenant workspace workspace_id'.split(' '),
    );
  });

  it('says plainly who gets what, and for how long, before Linear is asked', async () => {
    const ada = new Person(PEOPLE.ada);
    const page = await openPage(await linkFor(ada), ada.browser);
    for (const words of [
      'Ada Okafor',
      'sallyport-demo',
      'create issues in your name',
      '60 seconds',
      'never given to the agent',
    ]) {
      expect(page.html).toContain(words);
    }
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${broker.linearUrl}`);
  });

  it('lets a person sign in first, in a browser that does not know them yet', async () => {
    const link = await linkFor(new Person(PEOPLE.ada));
    const elsewhere = new Person(PEOPLE.ada);
    expect(((await elsewhere.walk(link)) as Page).title).toContain('Linear is connected');
    expect(elsewhere.seen[0]).toContain('Sign in to connect Linear');
  });

  it('[C-CR-3] refuses another person than the one whose agent asked', async () => {
    const link = await linkFor(new Person(PEOPLE.grace));
    const before = await connections();
    const ada = new Person(PEOPLE.ada);
    const page = (await ada.walk(link)) as Page;
    expect(page).toMatchObject({ status: 403, title: expect.stringContaining('for somebody else') });
    expect(await connections()).toEqual(before);
    expect(await broker.issuer.events('connection_refused')).toMatchObject([
      { who: { name: 'Grace Lindqvist' }, reasons: ['connection_mismatch'] },
    ]);
    expect(broker.issuer.audit.events.some(({ kind }) => kind === 'token_exchange_issued')).toBe(false);
  });

  it('refuses a link that is unknown, used or ten minutes old', async () => {
    const ada = new Person(PEOPLE.ada);
    const used = await linkFor(ada);
    await ada.walk(used);
    const old = await linkFor(ada);
    for (const link of [
      used,
      `${broker.issuer.url}/connect/linear/${'x'.repeat(43)}`,
      `${broker.issuer.url}/connect/linear/1`,
    ]) {
      expect(await openPage(link, ada.browser)).toMatchObject({ status: 410 });
    }
    broker.issuer.clock.skip = 10 * 60_000 + 1;
    expect(await openPage(old, ada.browser)).toMatchObject({ status: 410 });
  });

  it('[C-ID-7] takes Linear’s answer once, and only in the browser that went there', async () => {
    const ada = new Person(PEOPLE.ada, new HeadlessBrowser(`${broker.issuer.url}/connect/linear/callback`));
    const signedIn = new Person(PEOPLE.ada);
    const link = await linkFor(signedIn);
    Object.assign(ada.browser, { cookies: signedIn.browser.cookies });
    const answer = (await ada.walk(link)) as URL;
    expect(answer.searchParams.get('code')).toBeTruthy();
    const stranger = new HeadlessBrowser();
    await openPage(new Agent(broker.issuer.url).authorizeUrl(), stranger);
    expect(await openPage(answer.href, stranger)).toMatchObject({ status: 403 });
    expect(await openPage(answer.href, signedIn.browser)).toMatchObject({ status: 400 });
    expect(broker.issuer.audit.events.some(({ kind }) => kind === 'token_exchange_issued')).toBe(false);
  });

  it('tells the person when Linear said no, or answered for somebody else', async () => {
    const ada = new Person(PEOPLE.ada);
    const page = await openPage(await linkFor(ada), ada.browser);
    const linear = (await press(ada.browser, page)) as Page;
    const form = linear.forms[0];
    const cancel = form?.buttons.find(({ value }) => value === 'cancel');
    if (!form || !cancel) throw new Error('Linear shows no way to cancel');
    expect(await ada.browser.submit(linear, form, {}, cancel)).toMatchObject({
      status: 400,
      title: expect.stringContaining('not connected'),
    });

    const again = (await press(ada.browser, await openPage(await linkFor(ada), ada.browser))) as Page;
    expect(await chooseAtLinear(ada.browser, again, 'mina@')).toMatchObject(unsuitable);
  });

  it('[C-CR-3] refuses the Linear account of a colleague in the same workspace', async () => {
    const ada = new Person(PEOPLE.ada);
    const linear = (await press(ada.browser, await openPage(await linkFor(ada), ada.browser))) as Page;
    const before = await connections();
    expect(await chooseAtLinear(ada.browser, linear, 'grace@')).toMatchObject(unsuitable);
    expect(await connections()).toEqual(before);
    const [refused] = await broker.issuer.events('connection_refused');
    expect(refused).toMatchObject({ who: { name: 'Ada Okafor' }, reasons: ['connection_mismatch'] });
    // Addresses of people stay out of what is written down.
    expect(broker.issuer.logs.join('') + JSON.stringify(broker.issuer.audit.events)).not.toContain('@harbor.example');
  });

  it('[C-AU-2] connects nothing that cannot be recorded', async () => {
    const ada = new Person(PEOPLE.ada, new HeadlessBrowser(`${broker.issuer.url}/connect/linear/callback`));
    const signedIn = new Person(PEOPLE.ada);
    const link = await linkFor(signedIn);
    Object.assign(ada.browser, { cookies: signedIn.browser.cookies });
    const answer = (await ada.walk(link)) as URL;
    const before = await connections();
    broker.issuer.audit.down = true;
    expect(await openPage(answer.href, signedIn.browser)).toMatchObject({ status: 503 });
    expect(await connections()).toEqual(before);
  });
});
