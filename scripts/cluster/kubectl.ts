import { type CommandOptions, command, succeeds } from './command.ts';
import { type KubeTools, kubeTools } from './kube-tools.ts';
import { KUBECONFIG } from './layout.ts';

/** The administrator's kubectl. No proxy of the machine stands between it and the node. */
export class Kubectl {
  private readonly program: string;

  constructor(tools: KubeTools) {
    this.program = tools.kubectl;
  }

  static async create(): Promise<Kubectl> {
    return new Kubectl(await kubeTools());
  }

  /** @throws CommandFailed */
  run(args: readonly string[], options: CommandOptions = {}): string {
    return command(this.program, ['--kubeconfig', KUBECONFIG, ...args], withoutProxy(options));
  }

  succeeds(args: readonly string[], options: CommandOptions = {}): boolean {
    return succeeds(this.program, ['--kubeconfig', KUBECONFIG, ...args], withoutProxy(options));
  }

  /** Applies manifests, given as objects. */
  apply(items: readonly object[]): string {
    return this.run(['apply', '-f', '-'], { input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) });
  }

  /** True when the API server says that it is ready. */
  ready(): boolean {
    return this.succeeds(['get', '--raw', '/readyz', '--request-timeout=3s']);
  }
}

function withoutProxy(options: CommandOptions): CommandOptions {
  return { ...options, env: { ...options.env, NO_PROXY: '*', no_proxy: '*' } };
}
