import {
  closed,
  flag,
  hostName,
  listOf,
  mapOf,
  objectName,
  oneOf,
  optionalName,
  type Schema,
  text,
  words,
} from './parts.ts';

const selector = closed(
  {
    matchLabels: { ...words, minProperties: 1 },
    matchExpressions: listOf(
      closed(
        {
          key: { type: 'string' },
          operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'),
          values: listOf({ type: 'string' }),
        },
        ['values'],
      ),
    ),
  },
  ['matchLabels', 'matchExpressions'],
);
/** Someone outside of the release: a network, or pods by label. */
const peer: Schema = {
  oneOf: [
    closed({ cidr: text('^([0-9]{1,3}(\\.[0-9]{1,3}){3}/([0-9]|[12][0-9]|3[0-2])|[0-9a-fA-F:]+/[0-9]{1,3})$', 49) }),
    {
      ...closed({ namespaceSelector: selector, podSelector: selector }, ['namespaceSelector', 'podSelector']),
      minProperties: 1,
    },
  ],
};
const peers = listOf(peer);

export const network = closed({
  enabled: flag,
  peers: closed({
    dns: peers,
    ingressController: peers,
    monitoring: peers,
    postgresql: peers,
    vault: peers,
    otlp: peers,
  }),
});

export const egress = closed({
  mode: oneOf('proxy', 'cilium', 'calico'),
  gatewayHosts: { ...listOf(hostName), uniqueItems: true },
  issuerHosts: { ...listOf(hostName), uniqueItems: true },
  ports: { ...listOf({ type: 'integer', minimum: 1, maximum: 65_535 }), minItems: 1, uniqueItems: true },
});

const publicHosts = { mcp: optionalName, login: optionalName, console: optionalName };
export const ingress = closed({
  enabled: flag,
  className: optionalName,
  annotations: words,
  tlsSecrets: closed(publicHosts),
});
export const gatewayApi = closed({
  enabled: flag,
  parentRefs: listOf(
    closed({ name: objectName, namespace: objectName, sectionName: objectName }, ['namespace', 'sectionName']),
  ),
});
export const secretByComponent = mapOf('^[a-z][a-z-]*$', objectName);
