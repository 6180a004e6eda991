import type { ImageConfig } from './unpack.ts';

/** What the last stage of a Dockerfile says about how its containers start; and its instructions. */
export interface LastStage {
  base: string;
  config: Pick<ImageConfig, 'User' | 'Entrypoint' | 'Cmd' | 'Env' | 'WorkingDir'> & { ports: string[] };
  copies: string[];
}

/** Reads the last stage of a Dockerfile. @throws Error for an instruction that these files have no need of */
export function lastStage(text: string): LastStage {
  const lines = text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const start = lines.findLastIndex((line) => line.startsWith('FROM '));
  const stage: LastStage = {
    base: (lines[start] ?? '').slice('FROM '.length),
    config: { User: '', Entrypoint: [], Env: [], WorkingDir: '/', ports: [] },
    copies: [],
  };
  for (const line of lines.slice(start + 1)) {
    const [instruction = '', rest = ''] = line.split(/ (.*)/s);
    switch (instruction) {
      case 'COPY':
        stage.copies.push(rest);
        break;
      case 'ENV':
        stage.config.Env.push(...rest.split(' '));
        break;
      case 'WORKDIR':
        stage.config.WorkingDir = rest;
        break;
      case 'USER':
        stage.config.User = rest;
        break;
      case 'EXPOSE':
        stage.config.ports.push(...rest.split(' ').map((port) => `${port}/tcp`));
        break;
      case 'ENTRYPOINT':
        stage.config.Entrypoint = JSON.parse(rest);
        break;
      case 'CMD':
        stage.config.Cmd = JSON.parse(rest);
        break;
      default:
        throw new Error(`${instruction} has no place in the last stage`);
    }
  }
  return stage;
}
