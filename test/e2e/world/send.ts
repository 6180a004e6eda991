import { type IncomingHttpHeaders, request } from 'node:http';
import { keepSecret, secretsIn } from '../house/secrets.ts';
import { house } from './house.ts';

export interface Sent {
  method?: string;
  /** Header lines; a list sends several lines of one name. */
  headers?: Record<string, string | string[] | undefined>;
  body?: string | Buffer;
}
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON, undefined when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have many shapes, and specs compare them with literals
  json: any;
}

/** Sends exactly these header lines and bytes, which `fetch` would tidy up. */
export async function send(url: string, { method = 'POST', headers = {}, body }: Sent = {}): Promise<Answer> {
  const given = Object.entries(headers).filter((line): line is [string, string | string[]] => line[1] !== undefined);
  const chunked = headers['transfer-encoding'] !== undefined;
  const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const answer = await new Promise<Answer>((resolve, reject) => {
    // Own connection a request: what one case leaves half-sent is not the next one's.
    const sent = request(
      url,
      { method, agent: false, headers: { ...length, ...Object.fromEntries(given) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: jsonOf(text) });
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
  const authorization = [headers.authorization].flat()[0];
  for (const secret of [
    ...secretsIn({ url, authorization, body: typeof body === 'string' ? body : undefined }),
    ...secretsIn({ url: answer.headers.location, body: answer.text }),
  ]) {
    keepSecret(house.secretsFile, secret);
  }
  return answer;
}

export type Form = Record<string, string | string[] | undefined>;

/** Sends a form; a list repeats a parameter, undefined leaves it out. */
export function sendForm(url: string, form: Form, headers: Sent['headers'] = {}): Promise<Answer> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const one of [value].flat()) if (one !== undefined) body.append(name, one);
  }
  return send(url, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers },
    body: body.toString(),
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
