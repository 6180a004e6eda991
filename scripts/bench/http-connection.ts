import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  body: Buffer;
}

/** Longest head of an answer that is looked at, in bytes. */
const MAX_HEAD = 16_384;
const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');

/**
 * One kept-alive HTTP/1.1 connection, one request at a time (RFC 9112 §6, §7.1). Node's own client costs as much as a fast
 * server does; a generator on it would measure itself.
 */
export class HttpConnection {
  #received: Buffer = Buffer.alloc(0);
  #settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  private readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk) => this.#take(chunk));
    const lost = (error?: Error) => this.#settle?.reject(error ?? new Error('connection closed'));
    socket.on('error', lost);
    socket.on('close', () => lost());
  }

  static open(url: string): Promise<HttpConnection> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new HttpConnection(socket));
      });
    });
  }

  /** @param message the whole request as bytes, see `requestBytes` */
  send(message: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.socket.write(message);
    });
  }

  close(): void {
    this.#settle = undefined;
    this.socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const settle = this.#settle;
    try {
      const answer = parseAnswer(this.#received);
      if (!answer || !settle) return;
      this.#received = Buffer.alloc(0);
      this.#settle = undefined;
      settle.resolve(answer);
    } catch (error) {
      settle?.reject(error as Error);
      this.socket.destroy();
    }
  }
}

/** A POST as it goes over the wire. */
export function requestBytes(url: string, headers: Record<string, string>, body: string): Buffer {
  const { host, pathname } = new URL(url);
  const lines = Object.entries({ host, ...headers, 'content-length': Buffer.byteLength(body) });
  return Buffer.from(
    `POST ${pathname} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}

/**
 * @returns the answer once all of it is there
 * @throws Error for what is not an answer with a declared end
 */
export function parseAnswer(received: Buffer): Answer | undefined {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) {
    if (received.length > MAX_HEAD) throw new Error('head of the answer is too long');
    return undefined;
  }
  const head = received.toString('latin1', 0, headEnd);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  if (!status) throw new Error('not an HTTP/1.1 answer');
  const start = headEnd + HEAD_END.length;
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length !== undefined) {
    const end = start + Number(length);
    return received.length < end ? undefined : { status, body: received.subarray(start, end) };
  }
  if (!/^transfer-encoding: *chunked/im.test(head)) throw new Error('answer without a declared end');
  const body = parseChunks(received, start);
  return body && { status, body };
}

function parseChunks(received: Buffer, start: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const lineEnd = received.indexOf(LINE_END, at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(received.toString('latin1', at, lineEnd), 16);
    if (Number.isNaN(size)) throw new Error('chunk without a size');
    const data = lineEnd + LINE_END.length;
    if (received.length < data + size + LINE_END.length) return undefined;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(data, data + size));
    at = data + size + LINE_END.length;
  }
}
