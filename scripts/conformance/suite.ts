import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The suite's version is part of the promise: another one asks other questions. */
export const SUITE_VERSION = '0.2.0-alpha.12';

export interface Check {
  id: string;
  status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
  description: string;
  errorMessage?: string;
}

/** What a revision demands, and what runs beside it without counting. */
export interface Requirements {
  scored: string[];
  /** Scenario → why it is not scored. */
  unscored: Map<string, string>;
}

/** Checks by scenario; a scenario that is missing did not run. */
export type Results = Map<string, Check[]>;

/** The official conformance suite, used through its command line as anybody would. */
export class Suite {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** @throws Error when it is not the pinned version */
  async checkVersion(): Promise<void> {
    const version = (await this.#run(['--version'])).output.trim();
    if (version !== SUITE_VERSION) throw new Error(`the suite is ${version}, not ${SUITE_VERSION}`);
  }

  /** The server scenarios of a revision, as the suite lists them. */
  async requirementsOf(revision: string): Promise<Requirements> {
    const { output } = await this.#run(['list', '--requirements', revision]);
    const [demanded = '', beside = ''] = output.split('Run and reported, but never scored:');
    const unscored = new Map<string, string>();
    let reason = '';
    for (const line of beside.split('\n')) {
      reason = /^ {2}([\w-]+) \(\d+\):$/.exec(line)?.[1] ?? reason;
      const scenario = /^ {4}- (\S+) \[server\]$/.exec(line)?.[1];
      if (scenario) unscored.set(scenario, reason);
    }
    return { scored: listed(sectionOf(demanded, 'Server scenarios')), unscored };
  }

  /** All scenarios for authorization servers. */
  async authorizationScenarios(): Promise<string[]> {
    return listed((await this.#run(['list', '--authorization'])).output);
  }

  /** Runs the server scenarios of a revision against an endpoint. */
  async testServer(url: string, revision: string, resultsDir: string): Promise<Results> {
    await this.#run(['server', '--url', url, '--requirements', revision, '-o', resultsDir]);
    return readResults(resultsDir);
  }

  /** Runs the authorization scenarios; `visit` is the person at the browser whom the suite asks to open a URL. */
  async testAuthorization(
    options: { issuer: string; clientId: string; resource: string; callbackPort: number },
    resultsDir: string,
    visit: (url: string) => Promise<unknown>,
  ): Promise<Results> {
    const { issuer, clientId, resource, callbackPort } = options;
    const args = ['--url', issuer, '--client-id', clientId, '--resource', resource, '-p', String(callbackPort)];
    let visiting: Promise<unknown> = Promise.resolve();
    const { stop } = await this.#run(['authorization', ...args, '-o', resultsDir], (line, stop) => {
      if (!/^https?:\/\/\S+[?&]response_type=code/.test(line)) return;
      // Without a browser's answer the suite would wait for minutes; a scenario that did not finish has failed.
      visiting = visit(line).catch((error: Error) => {
        process.stderr.write(`sallyport: the browser got lost: ${error.message}\n`);
        stop();
      });
    });
    await visiting;
    stop();
    return readResults(resultsDir);
  }

  async #run(args: string[], onLine: (line: string, stop: () => void) => void = () => undefined) {
    const entry = join(this.root, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');
    const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const stop = () => void child.kill();
    let output = '';
    let rest = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line.trim(), stop);
    });
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', () => resolve());
    });
    return { output, stop };
  }
}

const sectionOf = (text: string, title: string): string => text.split(title)[1]?.split('\n\n')[0] ?? '';
const listed = (text: string): string[] => [...text.matchAll(/^ {2}- (\S+)/gm)].map(([, name]) => name as string);

/** `<kind>-<scenario>-<ISO time with dashes>`, one folder each. */
const RESULT_DIR = /^(?:authorization-)?server-(.+)-\d{4}-\d{2}-\d{2}T[\d-]+Z$/;

async function readResults(dir: string): Promise<Results> {
  await mkdir(dir, { recursive: true });
  const results: Results = new Map();
  for (const name of await readdir(dir)) {
    const scenario = RESULT_DIR.exec(name)?.[1];
    if (!scenario) continue;
    const checks = await readFile(join(dir, name, 'checks.json'), 'utf8').catch(() => '[]');
    results.set(scenario, JSON.parse(checks) as Check[]);
  }
  return results;
}
