// Waits until PostgreSQL listens: its first start takes seconds, and a migration that fails is started again only after a pause.
import net from 'node:net';
import { argv, exit } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

const [host, port] = argv.slice(-2);
const listens = () =>
  new Promise((resolve) => {
    const socket = net.connect({ host, port: Number(port), timeout: 2_000 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('timeout', () => end(false))
      .once('error', () => end(false));
  });
for (const end = Date.now() + 120_000; Date.now() < end; await pause(300)) if (await listens()) exit(0);
exit(1);
