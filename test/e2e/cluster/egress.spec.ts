import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { cluster, named, pod, release } from './installation.ts';
import type { Pod } from './kube/pods.ts';
import { insidePod } from './kube/probe.ts';

const CONNECT = `
const net = require('node:net');
const { proxy, requests } = JSON.parse(process.env.PROBE_INPUT);
const ask = (head) => new Promise((answer) => {
  const socket = net.connect(proxy, () => socket.write(head + '\\r\\n\\r\\n'));
  const timer = setTimeout(() => { socket.destroy(); answer('silent'); }, 5000);
  socket.once('data', (data) => { clearTimeout(timer); socket.destroy(); answer(data.toString().split('\\r\\n')[0]); });
  socket.once('error', (error) => { clearTimeout(timer); answer(error.code); });
});
Promise.all(requests.map(ask)).then((answers) => console.log(JSON.stringify(answers)));
`;

const hostOf = (component: string): string => `${named(component)}.${release.namespace}.svc`;
let gateway: Pod;
let issuer: Pod;
let linear: Pod;
beforeAll(async () => {
  [gateway, issuer, linear] = await Promise.all([
    pod('token-broker-gateway'),
    pod('token-broker-issuer'),
    pod('linear-simulator'),
  ]);
});

/** Status codes of the proxy's answers to these request lines. */
async function ask(from: Pod, port: number, requests: string[]): Promise<string[]> {
  const proxy = { host: hostOf('egress-proxy'), port };
  const answers = await insidePod<string[]>(cluster, from, CONNECT, { input: { proxy, requests } });
  return answers.map((line) => /^HTTP\/1\.[01] (\d{3})/.exec(line)?.[1] ?? line);
}
const connectTo = (place: string) => `CONNECT ${place} HTTP/1.1\r\nHost: ${place}`;

describe('the way out', () => {
  it(verifies('cluster:egress', 'leads the gateway to Linear and nowhere else'), async () => {
    const refused = [
      connectTo(`${hostOf('idp')}:8443`),
      connectTo(`${hostOf('audit')}:8020`),
      connectTo(`${hostOf('postgresql')}:5432`),
      connectTo('example.com:443'),
      connectTo('api.linear.app.example.com:443'),
      connectTo(`evil.${hostOf('linear')}:8443`),
    ];
    expect(await ask(gateway, 3128, [connectTo(`${hostOf('linear')}:8443`), ...refused])).toEqual([
      '200',
      ...refused.map(() => '403'),
    ]);
  });

  it(verifies('cluster:egress', 'leads the issuer to the IdP, and not to Linear'), async () => {
    const requests = [connectTo(`${hostOf('idp')}:8443`), connectTo(`${hostOf('linear')}:8443`)];
    expect(await ask(issuer, 3129, requests)).toEqual(['200', '403']);
  });

  it(verifies('cluster:egress', 'refuses addresses in place of names, in every spelling'), async () => {
    const { podIP } = linear.status;
    const octets = podIP.split('.').map(Number) as [number, number, number, number];
    const decimal = octets.reduce((sum, octet) => sum * 256 + octet, 0);
    const places = [
      podIP,
      String(decimal),
      `0x${decimal.toString(16)}`,
      `[::ffff:${podIP}]`,
      '169.254.169.254',
      '[fd00:ec2::254]',
    ];
    const answers = await ask(
      gateway,
      3128,
      places.map((place) => connectTo(`${place}:8443`)),
    );
    expect(answers.filter((answer) => !/^4\d\d$/.test(answer))).toEqual([]);
  });

  it(verifies('cluster:egress', 'refuses other ports of a listed name, and everything but CONNECT'), async () => {
    const name = hostOf('linear');
    const requests = [
      connectTo(`${name}:443`),
      connectTo(`${name}:9090`),
      connectTo(`${name}:22`),
      `GET http://${name}:8443/ HTTP/1.1\r\nHost: ${name}`,
      `POST http://${name}:80/graphql HTTP/1.1\r\nHost: ${name}\r\nContent-Length: 0`,
      `GET http://169.254.169.254/latest/meta-data/ HTTP/1.1\r\nHost: 169.254.169.254`,
      `GET cache_object://localhost/info HTTP/1.1\r\nHost: localhost`,
    ];
    const answers = await ask(gateway, 3128, requests);
    expect(answers.filter((answer) => !/^4\d\d$/.test(answer))).toEqual([]);
  });

  it(
    verifies(
      'cluster:egress',
      'does not follow a redirect of a listed host: the place it names is refused like any other',
    ),
    async () => {
      const answers = await ask(gateway, 3128, [
        connectTo('169.254.169.254:80'),
        connectTo(`${hostOf('console')}:8443`),
      ]);
      expect(answers).toEqual(['403', '403']);
    },
  );
});
