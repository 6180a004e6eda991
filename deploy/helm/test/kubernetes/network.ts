import { type KubeObject, ofKind, type Pod, podsOf } from './objects.ts';

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}
export interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string; except?: string[] };
}
interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { protocol: string; port: number }[];
}
interface PolicySpec {
  podSelector: Selector;
  policyTypes: ('Ingress' | 'Egress')[];
  ingress?: Rule[];
  egress?: Rule[];
}
type Direction = 'Ingress' | 'Egress';

/** Labels of a namespace, as Kubernetes sets them by itself. */
const NAMESPACE = 'kubernetes.io/metadata.name';

/** What a set of NetworkPolicies lets through, by the rules of the API (networking.k8s.io/v1): a union, default open. */
export class Network {
  readonly pods: Pod[];
  private readonly policies: { namespace: string; spec: PolicySpec }[];

  /** @param hooks whether policies that exist only during `helm test` count, and its pods */
  constructor(objects: readonly KubeObject[], { hooks = false } = {}) {
    const counted = objects.filter((object) => hooks || object.metadata.annotations?.['helm.sh/hook'] === undefined);
    this.pods = [...new Map(podsOf(counted).map((pod) => [pod.component, pod])).values()];
    this.policies = policiesOf(counted).map(({ metadata, spec }) => ({
      namespace: metadata.namespace ?? '',
      spec: spec as unknown as PolicySpec,
    }));
  }

  /** A pod that no policy selects is open in that direction. */
  isolated({ labels }: Pod, direction: Direction): boolean {
    return this.policies.some(({ spec }) => spec.policyTypes.includes(direction) && matches(spec.podSelector, labels));
  }

  /** `from → to :port` for every pair that is let through by both its ends, and `… :any` where nothing is bounded. */
  edges(): string[] {
    const ports = new Set(this.policies.flatMap(({ spec }) => rulesOf(spec).flatMap((rule) => portsOf(rule))));
    const found: string[] = [];
    for (const from of this.pods) {
      for (const to of this.pods) {
        if (from === to) continue;
        for (const port of [...ports].sort()) {
          if (this.lets(from, 'Egress', to, port) && this.lets(to, 'Ingress', from, port)) {
            found.push(`${from.component} → ${to.component} ${port}`);
          }
        }
      }
    }
    return found.sort();
  }

  /** What is let in from, or out to, those who are no pods of the release; one line for each. */
  outside(): string[] {
    const lines = this.pods.flatMap((pod) =>
      this.rules(pod, 'Ingress')
        .flatMap((rule) =>
          outsiders(rule.from ?? []).map((who) => `${who} → ${pod.component} ${portsOf(rule).join(' ')}`),
        )
        .concat(
          this.rules(pod, 'Egress').flatMap((rule) =>
            outsiders(rule.to ?? []).map((who) => `${pod.component} → ${who} ${portsOf(rule).join(' ')}`),
          ),
        ),
    );
    return [...new Set(lines)].sort();
  }

  peers(): Peer[] {
    return this.policies.flatMap(({ spec }) =>
      rulesOf(spec).flatMap((rule) => [...(rule.from ?? []), ...(rule.to ?? [])]),
    );
  }

  private rules({ labels }: Pod, direction: Direction): Rule[] {
    return this.policies
      .filter(({ spec }) => spec.policyTypes.includes(direction) && matches(spec.podSelector, labels))
      .flatMap(({ spec }) => (direction === 'Ingress' ? spec.ingress : spec.egress) ?? []);
  }

  private lets(subject: Pod, direction: Direction, other: Pod, port: string): boolean {
    if (!this.isolated(subject, direction)) return true;
    return this.rules(subject, direction).some((rule) => {
      const peers = direction === 'Ingress' ? rule.from : rule.to;
      const open = rule.ports === undefined || portsOf(rule).includes(port);
      return open && (peers === undefined || peers.some((peer) => this.isPeer(peer, other)));
    });
  }

  private isPeer({ podSelector, namespaceSelector, ipBlock }: Peer, pod: Pod): boolean {
    if (ipBlock) return false; // addresses of pods are in no block of these tests
    const [policy] = this.policies;
    const here = { [NAMESPACE]: policy?.namespace ?? '' };
    return matches(namespaceSelector ?? { matchLabels: here }, here) && matches(podSelector ?? {}, pod.labels);
  }
}

/** Calico has a kind of the same name. */
export const policiesOf = (objects: readonly KubeObject[]): KubeObject[] =>
  ofKind(objects, 'NetworkPolicy').filter(({ apiVersion }) => apiVersion === 'networking.k8s.io/v1');

const rulesOf = ({ ingress = [], egress = [] }: PolicySpec): Rule[] => [...ingress, ...egress];
const portsOf = ({ ports }: Rule): string[] =>
  ports?.map(({ port, protocol }) => `${protocol === 'TCP' ? '' : protocol}:${port}`) ?? [':any'];

function matches({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Record<string, string>): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      if (operator !== 'In') throw new Error(`unknown operator ${operator}`);
      return values.includes(labels[key] ?? '');
    })
  );
}

function outsiders(peers: readonly Peer[]): string[] {
  return peers.flatMap(({ ipBlock, namespaceSelector, podSelector }) => {
    if (ipBlock) return [`[${[ipBlock.cidr, ...(ipBlock.except ?? []).map((hole) => `-${hole}`)].join(' ')}]`];
    if (!namespaceSelector) return [];
    const words = (selector: Selector = {}) => Object.values(selector.matchLabels ?? {}).join('+') || '*';
    return [`[${words(namespaceSelector)}/${words(podSelector)}]`];
  });
}
