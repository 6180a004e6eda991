import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the Rego sources. */
export const POLICIES = fileURLToPath(new URL('..', import.meta.url));
/** Folder of the compiled bundle, committed so that nobody needs Go to start. */
export const BUNDLE = fileURLToPath(new URL('../../../libs/policy/bundle/', import.meta.url));

/** A failure that one line explains. */
export class PolicyError extends Error {}

/** The pinned server. */
export const OPA = fileURLToPath(new URL('../../../tools/.bin/opa', import.meta.url));

/** Runs a pinned tool in the policies' folder; returns what it prints. Throws `PolicyError` with its complaint. */
export function run(tool: 'opa' | 'regal', args: string[], input?: string): string {
  const binary = fileURLToPath(new URL(`../../../tools/.bin/${tool}`, import.meta.url));
  if (!existsSync(binary)) throw new PolicyError(`${tool} is not installed: run \`node tools/install.mjs\` first`);
  try {
    return execFileSync(binary, args, { cwd: POLICIES, encoding: 'utf8', input, maxBuffer: 64 << 20 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new PolicyError(`${tool} ${args[0]} failed\n${stdout ?? ''}${stderr ?? ''}`.trim());
  }
}

/** Answers one query over the policies, as `opa eval` does. */
export function evaluate(query: string, input?: unknown): unknown {
  const args = ['eval', '--bundle', '.', '--format', 'raw', query];
  return JSON.parse(
    input === undefined ? run('opa', args) : run('opa', [...args, '--stdin-input'], JSON.stringify(input)),
  );
}

/** Refuses grants with wildcards, dangling names or writes outside tier 2 (C-AZ-2). */
export function refuseUnsoundGrants(): void {
  const violations = evaluate('data.checks.grants.violations') as string[];
  if (violations.length > 0) throw new PolicyError(`grants refused:\n${violations.join('\n')}`);
}

/** Runs a script's deed; a `PolicyError` becomes its message and exit code 1. */
export async function main(deed: () => void | Promise<void>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
