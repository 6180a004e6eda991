import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A process as it was when it was started: a pid alone may be someone else's by now. */
export interface RecordedProcess {
  name: string;
  pid: number;
  /** Clock ticks after boot, field 22 of /proc/PID/stat (proc(5)). */
  startTicks: string;
}

interface State {
  bootId: string;
  processes: RecordedProcess[];
  /** What `up` found, to be put back. */
  sysctls: Record<string, string>;
}

/**
 * What the cluster started and changed, on disk before anything depends on it. Processes stand in the order they were
 * started; only those are ever ended. Of another boot nothing is alive and nothing needs to be put back.
 */
export class Ledger {
  private readonly file: string;
  private state: State;

  private constructor(file: string, state: State) {
    this.file = file;
    this.state = state;
  }

  static create(file: string): Ledger {
    const ledger = new Ledger(file, { bootId: bootId(), processes: [], sysctls: {} });
    ledger.write();
    return ledger;
  }

  /** The ledger of an earlier `up`; undefined when there is none, or none that can be read. */
  static read(file: string): Ledger | undefined {
    if (!existsSync(file)) return undefined;
    try {
      const state = JSON.parse(readFileSync(file, 'utf8')) as State;
      return new Ledger(file, state.bootId === bootId() ? state : { ...state, processes: [], sysctls: {} });
    } catch {
      return undefined;
    }
  }

  get processes(): readonly RecordedProcess[] {
    return this.state.processes;
  }

  get sysctls(): Readonly<Record<string, string>> {
    return this.state.sysctls;
  }

  saveSysctls(found: Record<string, string>): void {
    this.state = { ...this.state, sysctls: found };
    this.write();
  }

  add(name: string, pid: number): RecordedProcess {
    const startTicks = startTicksOf(pid);
    if (startTicks === undefined) throw new Error(`${name} ended as soon as it was started`);
    const process = { name, pid, startTicks };
    this.state = { ...this.state, processes: [...this.state.processes, process] };
    this.write();
    return process;
  }

  find(name: string): RecordedProcess | undefined {
    return this.state.processes.find((process) => process.name === name);
  }

  private write(): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o755 });
    writeFileSync(`${this.file}.partial`, JSON.stringify(this.state, null, 2), { mode: 0o600 });
    renameSync(`${this.file}.partial`, this.file);
  }
}

/** True while the very process that was recorded runs; a zombie does not run. */
export function isAlive(process: RecordedProcess): boolean {
  return startTicksOf(process.pid) === process.startTicks;
}

/** Fields of /proc/PID/stat after the name, which may itself hold spaces and brackets: [0] is the state, [1] the parent. */
export function statFields(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** The first child of a process, if it has one yet. */
export function childOf(parent: number): number | undefined {
  for (const entry of readdirSync('/proc')) {
    if (/^\d+$/.test(entry) && readStat(Number(entry))?.[1] === String(parent)) return Number(entry);
  }
  return undefined;
}

function startTicksOf(pid: number): string | undefined {
  const fields = readStat(pid);
  return fields && fields[0] !== 'Z' ? fields[19] : undefined;
}

function readStat(pid: number): string[] | undefined {
  try {
    return statFields(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}
