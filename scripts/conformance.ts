import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_CLIENT_ID, PEOPLE, Person } from '@sallyport/testing';
import { freePort } from './conformance/free-port.ts';
import { reportOf, type Score, scoreOf } from './conformance/score.ts';
import { SignedIn } from './conformance/signed-in.ts';
import { type Requirements, type Results, SUITE_VERSION, Suite } from './conformance/suite.ts';
import { startTokenProxy } from './conformance/token-proxy.ts';
import { addressesOf, freePorts } from './stack/addresses.ts';
import { startStack } from './stack/stack.ts';

const HELP = `npm run conformance

Runs the official MCP conformance suite (${SUITE_VERSION}) against the whole house on fresh state and free ports: the server
scenarios of both revisions, signed in as a person, and the authorization scenarios. Exit code 0 only if every scored
scenario ran and held. Results: out/conformance.json, single checks below out/conformance/.
`;
const REVISIONS = ['2026-07-28', '2025-11-25'] as const;

const { values: options } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const root = join(import.meta.dirname, '..');
const out = join(root, 'out', 'conformance');
const summaryFile = join(root, 'out', 'conformance.json');
for (const old of [out, summaryFile]) await rm(old, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const say = (text: string) => process.stderr.write(`${text}\n`);
const fail = (error: Error): never => {
  say(`sallyport: ${error.message}`);
  process.exit(1);
};

const suite = new Suite(root);
await suite.checkVersion().catch(fail);
const stateDir = await mkdtemp(join(tmpdir(), 'sallyport-conformance-'));
const addresses = addressesOf(await freePorts());
const endpoint = `${addresses.url('mcp')}/mcp`;
const signedIn = new SignedIn(endpoint);
const proxy = await startTokenProxy(new URL(endpoint), signedIn.token);
say('Starting Sallyport with the conformance profile on free ports …');
const stack = await startStack({
  root,
  stateDir,
  addresses,
  entries: { 'mcp-server': join(root, 'services/mcp-server/test/conformance/main.ts') },
  // The suite plays a page at its own origin, as an operator would have to allow it.
  settings: { 'mcp-server': { MCP_ALLOWED_ORIGINS: proxy.origin } },
}).catch(fail);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stack.stop().then(() => process.exit(130)));
}

const revisions: Record<string, Score> = {};
let authorization: Score | undefined;
try {
  // Nothing behind the guard could be asked without it: one clear line instead of a hundred failures.
  await signedIn.token();
  for (const revision of REVISIONS) revisions[revision] = await testServer(revision);
  authorization = await testAuthorization();
} catch (error) {
  say(`sallyport: the suite broke off: ${(error as Error).message}`);
} finally {
  await proxy.close();
  await stack.stop();
}
const summary = { suite: SUITE_VERSION, revisions, authorization };
await writeFile(summaryFile, `${JSON.stringify(summary, null, 2)}\n`);

const scores = [...Object.values(revisions), ...(authorization ? [authorization] : [])];
const passed = scores.reduce((sum, score) => sum + score.passed, 0);
const failed = scores.reduce((sum, score) => sum + score.scored - score.passed, 0);
const complete = scores.length === REVISIONS.length + 1 && scores.every(({ scored }) => scored > 0);
if (failed === 0 && complete) await rm(stateDir, { recursive: true, force: true });
else say(`State is kept in ${stateDir}`);
// A part that did not run at all is a failure, too.
process.stdout.write(`${passed} passed, ${complete ? failed : Math.max(1, failed)} failed\n`);
process.exit(failed === 0 && complete ? 0 : 1);

async function testServer(revision: string): Promise<Score> {
  say(`Server scenarios of ${revision} …`);
  const demanded = await suite.requirementsOf(revision);
  return told(revision, demanded, await suite.testServer(`${proxy.origin}/mcp`, revision, join(out, revision)));
}

async function testAuthorization(): Promise<Score> {
  say('Authorization scenarios …');
  const demanded = { scored: await suite.authorizationScenarios(), unscored: new Map<string, string>() };
  const server = { issuer: addresses.url('issuer'), clientId: DEMO_CLIENT_ID, resource: endpoint };
  const person = new Person(PEOPLE.ada);
  const results = await suite.testAuthorization(
    { ...server, callbackPort: await freePort() },
    join(out, 'authorization'),
    (url) => person.walk(url),
  );
  return told('authorization', demanded, results);
}

function told(title: string, demanded: Requirements, results: Results): Score {
  const score = scoreOf(demanded, results);
  process.stdout.write(reportOf(title, demanded, results, score));
  return score;
}
