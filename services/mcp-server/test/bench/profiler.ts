import { rename, writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';

const SAMPLE_MICROS = 250;

/** Profiles the process from one SIGUSR2 to the next, without opening a port; the file is there when it is whole. */
export function profileBetweenSignals(file: string): void {
  let session: Session | undefined;
  process.on('SIGUSR2', async () => {
    if (!session) {
      session = new Session();
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROS });
      await session.post('Profiler.start');
      return;
    }
    const running = session;
    session = undefined;
    const { profile } = await running.post('Profiler.stop');
    running.disconnect();
    await writeFile(`${file}.part`, JSON.stringify(profile));
    await rename(`${file}.part`, file);
  });
}
