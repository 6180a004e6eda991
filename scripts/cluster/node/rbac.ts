const API_GROUP = 'rbac.authorization.k8s.io';

/** A cluster role that lists and watches, and its binding to one subject, under one name. */
export function watcher(
  name: string,
  resources: Readonly<Record<string, readonly string[]>>,
  subject: object,
): object[] {
  const rules = Object.entries(resources).map(([group, kinds]) => ({
    apiGroups: [group],
    resources: kinds,
    verbs: ['list', 'watch'],
  }));
  return [
    { apiVersion: `${API_GROUP}/v1`, kind: 'ClusterRole', metadata: { name }, rules },
    {
      apiVersion: `${API_GROUP}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: API_GROUP, kind: 'ClusterRole', name },
      subjects: [subject],
    },
  ];
}

/** The user of a client certificate. */
export function user(name: string): object {
  return { kind: 'User', name, apiGroup: API_GROUP };
}
