import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { REASONS } from '@sallyport/contracts';
import { createRegistry } from '@sallyport/telemetry';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chart, matrix, render } from './helm.ts';
import { type KubeObject, named, ofKind } from './kubernetes/objects.ts';

const values = (await matrix()).get('demo-wide') ?? [];
const objects: KubeObject[] = await render({ values });

interface Alert {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
}
const rules = named(objects, 'PrometheusRule', 'gate').spec as unknown as { groups: { rules: Alert[] }[] };
const alerts = rules.groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(named(objects, 'ConfigMap', 'gate-dashboard').data?.['sallyport.json'] ?? '') as {
  panels: { title: string; targets: { expr: string }[] }[];
  templating: { list: { query: string }[] };
};
const queries: [string, string][] = [
  ...alerts.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }): [string, string] => [title, expr])),
];

/** Names of series the services export: their own, written where they are made, and those of every Node process. */
function exported(): Set<string> {
  const root = join(chart, '../..');
  const names = new Set([
    'up',
    ...createRegistry('any')
      .getMetricsAsArray()
      .map(({ name }) => name),
  ]);
  for (const area of ['services', 'libs']) {
    for (const path of readdirSync(join(root, area), { recursive: true, encoding: 'utf8' })) {
      if (!/\/src\/.*(?<!spec)\.ts$/.test(path) || path.includes('node_modules')) continue;
      const source = readFileSync(join(root, area, path), 'utf8');
      for (const [, name] of source.matchAll(/(?:counter\(\s*\w+,|new (?:Gauge|Counter)\(\{\s*name:)\s*'(\w+)'/g))
        names.add(name ?? '');
      for (const [, name] of source.matchAll(/durations\(\s*\w+,\s*'(\w+)'/g)) {
        for (const part of ['bucket', 'count', 'sum']) names.add(`${name}_${part}`);
      }
    }
  }
  return names;
}

/** Syntax nodes of a query of one type, as text. @throws Error where it is no PromQL */
function parts(query: string, type: string): string[] {
  // Grafana's variables stand where a value of a label would.
  const found: string[] = [];
  parser.parse(query).iterate({
    enter(node) {
      if (node.type.isError) throw new Error(`not PromQL at ${query.slice(node.from)}`);
      if (node.name === type) found.push(query.slice(node.from, node.to));
    },
  });
  return found;
}

describe('[C-OB-2] alerts and dashboard', () => {
  it.each(queries)('%s is PromQL over metrics that the services export', (_name, query) => {
    const metrics = parts(query, 'VectorSelector').map((selector) => /^\w+/.exec(selector)?.[0] ?? selector);
    expect(metrics.length).toBeGreaterThan(0);
    const known = exported();
    expect(metrics.filter((metric) => !known.has(metric))).toEqual([]);
  });

  it('match labels that exist, and outcomes that are reason codes', () => {
    const labels = ['namespace', 'endpoint', 'outcome', 'tool', 'producer', 'pod'];
    const reasons: readonly string[] = [...REASONS, 'success'];
    for (const [, query] of queries) {
      for (const matcher of parts(query, 'UnquotedLabelMatcher')) {
        const [, label = '', text = ''] = /^(\w+)\s*(?:=~|!=|!~|=)\s*"(.*)"$/s.exec(matcher) ?? [];
        expect(labels).toContain(label);
        if (label === 'outcome') expect(text.split('|').filter((word) => !reasons.includes(word))).toEqual([]);
      }
    }
  });

  it('stay inside the namespace of the release', () => {
    for (const { alert, expr } of alerts) {
      for (const selector of parts(expr, 'VectorSelector'))
        expect([alert, selector]).toEqual([alert, expect.stringContaining('namespace="gate"')]);
    }
  });

  it('say what happens meanwhile and where to look', () => {
    expect(alerts.length).toBeGreaterThanOrEqual(10);
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const { alert, labels, annotations } of alerts) {
      expect(alert).toMatch(/^Sallyport[A-Z]/);
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(annotations.summary.length + annotations.description.length).toBeGreaterThan(60);
    }
  });

  it.each([
    'SallyportPolicyUnavailable',
    'SallyportDenialsSpike',
    'SallyportApprovalMissing',
    'SallyportAuditGap',
    'SallyportAuditSinkLag',
    'SallyportDownstreamFailing',
  ])('include %s', (name) => {
    expect(alerts.map(({ alert }) => alert)).toContain(name);
  });

  it('come with a scrape of every service, of its management port alone', () => {
    const monitor = named(objects, 'ServiceMonitor', 'gate');
    expect(monitor.metadata.labels).toMatchObject({ release: 'prometheus' });
    expect(monitor.spec).toMatchObject({
      selector: { matchLabels: { 'app.kubernetes.io/instance': 'demo' } },
      endpoints: [{ port: 'management', path: '/metrics' }],
    });
    const scraped = ofKind(objects, 'Service').filter(({ spec }) => JSON.stringify(spec).includes('"management"'));
    expect(scraped.map(({ metadata }) => metadata.name).sort()).toEqual(
      ['audit', 'mcp-server-read', 'mcp-server-write', 'token-broker-gateway', 'token-broker-issuer'].map(
        (name) => `gate-${name}`,
      ),
    );
  });

  it('are found by Grafana and Prometheus through the labels that the operator chose', () => {
    expect(named(objects, 'ConfigMap', 'gate-dashboard').metadata.labels).toMatchObject({ grafana_dashboard: '1' });
    expect(parse(JSON.stringify(dashboard.templating.list.map(({ query }) => query)))).toContain(
      'label_values(audit_log_size, namespace)',
    );
  });
});
