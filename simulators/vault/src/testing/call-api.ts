/** An answer of the API as the specs read it. */
export interface Answer {
  readonly status: number;
  readonly body: {
    readonly errors?: string[];
    readonly warnings?: string[] | null;
    readonly data: Record<string, unknown>;
    readonly auth: Record<string, unknown> & { client_token: string; accessor: string; entity_id: string };
  };
}

/** Calls `<url>/v1/<path>` without following redirects. */
export async function callApi(
  url: string,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: unknown } = {},
): Promise<Answer> {
  const headers: Record<string, string> = token === undefined ? {} : { 'x-vault-token': token };
  const init = { method, headers, redirect: 'manual' as const };
  const response = await fetch(`${url}/v1/${path}`, body ? { ...init, body: JSON.stringify(body) } : init);
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}
