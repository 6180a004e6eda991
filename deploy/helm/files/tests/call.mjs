// What the test programs share: requests with this pod's certificate, and waiting until something holds.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

export const targets = JSON.parse(readFileSync('/etc/sallyport/tests/targets.json', 'utf8'));

const pem = (name) => readFileSync(`/etc/sallyport/tls/${name}`);
const identity = targets.tls ? { cert: pem('tls.crt'), key: pem('tls.key') } : {};
const trust = targets.tls ? { ca: pem('ca.crt') } : {};

/** One request; resolves with status, headers and text, rejects when there is no answer. */
export function call(url, { method = 'GET', headers = {}, body, anonymous = false } = {}) {
  const { request } = url.startsWith('https:') ? https : http;
  // Node would take the server's name from the Host header, which is the public one here.
  const peer = { servername: new URL(url).hostname, ...trust, ...(anonymous ? {} : identity) };
  const options = { method, headers, agent: false, timeout: 3_000, ...peer };
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
      answer.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer within 3 s')));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Asks an MCP server as somebody without a token, under its public name. */
export function callWithoutToken({ url, host }, options = {}) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
  const headers = { host, 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  return call(url, { method: 'POST', headers, body, ...options });
}

/** Whether a TCP connection comes about within two seconds; refused and dropped are the same no. */
export function reaches({ host, port }) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 2_000 });
    const end = (reached) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/** Tries until it holds, for at most so many seconds: policies and Services take a moment to be in force. */
export async function within(seconds, what, attempt) {
  const end = Date.now() + seconds * 1_000;
  let last;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${what}: ${last?.message}`);
    await new Promise((resume) => setTimeout(resume, 1_000));
  }
}

export function expect(condition, words) {
  if (!condition) throw new Error(words);
}

/** Runs the promises one after the other and ends the process as they fared. */
export async function promises(list) {
  let broken = 0;
  for (const [title, prove] of Object.entries(list)) {
    try {
      await prove();
      process.stdout.write(`ok    ${title}\n`);
    } catch (error) {
      broken += 1;
      process.stdout.write(`NOT   ${title}\n      ${error.message}\n`);
    }
  }
  process.exit(broken === 0 ? 0 : 1);
}
