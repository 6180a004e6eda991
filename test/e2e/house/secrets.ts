import { appendFileSync, readFileSync } from 'node:fs';

export interface SeenSecret {
  kind: string;
  value: string;
}

/** Parameters and fields of OAuth messages that are worth stealing. */
const FIELDS = [
  'access_token',
  'refresh_token',
  'code',
  'code_verifier',
  'client_assertion',
  'subject_token',
  'password',
  'state',
] as const;
/** Shorter than this a value would be found by chance. */
const MIN_LENGTH = 8;

const written = new Set<string>();

/** Keeps a secret that passed by, for the scan at the end of the run. */
export function keepSecret(file: string, { kind, value }: SeenSecret): void {
  if (value.length < MIN_LENGTH || written.has(value)) return;
  written.add(value);
  appendFileSync(file, `${JSON.stringify({ kind, value })}\n`);
}

/** Every secret of one HTTP exchange: headers, form or JSON body, query of the target and of a redirect. */
export function secretsIn(exchange: {
  url?: string | undefined;
  authorization?: string | null | undefined;
  body?: string | undefined;
}): SeenSecret[] {
  const { url, authorization, body = '' } = exchange;
  const token = /^(?:Bearer|DPoP) (\S+)$/i.exec(authorization ?? '')?.[1];
  const query = url && URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
  const handle = /\/connect\/linear\/([\w-]{43})/.exec(`${url ?? ''} ${body}`)?.[1];
  const fields: [string, string | null | undefined][] = [
    ['Authorization', token],
    ['connect link', handle],
    ...FIELDS.map((name): [string, string | null] => [name, query.get(name)]),
    ...FIELDS.map((name): [string, string | undefined] => [name, bodyField(body, name)]),
  ];
  return fields.flatMap(([kind, value]) => (value ? [{ kind, value }] : []));
}

function bodyField(body: string, name: string): string | undefined {
  const json = new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]+)"`).exec(body)?.[1];
  if (json !== undefined || body.length > 65_536 || body.startsWith('{')) return json;
  return new URLSearchParams(body).get(name) ?? undefined;
}

export const readSecrets = (file: string): SeenSecret[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SeenSecret);
