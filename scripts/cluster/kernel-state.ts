import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CGROUP } from './layout.ts';

const HIERARCHIES = '/sys/fs/cgroup';

/** What the kubelet sets for the whole machine; everything under `net` belongs to the node's own network namespace. */
const CHANGED = [
  'vm/overcommit_memory',
  'vm/panic_on_oom',
  'kernel/panic',
  'kernel/panic_on_oops',
  'kernel/keys/root_maxkeys',
  'kernel/keys/root_maxbytes',
];

export function readSysctls(): Record<string, string> {
  return Object.fromEntries(
    CHANGED.filter((key) => existsSync(proc(key))).map((key) => [key, readFileSync(proc(key), 'utf8').trim()]),
  );
}

/** @returns the keys that could not be put back */
export function restoreSysctls(saved: Readonly<Record<string, string>>): string[] {
  const now = readSysctls();
  for (const [key, value] of Object.entries(saved)) if (now[key] !== value) writeFileSync(proc(key), value);
  const after = readSysctls();
  return Object.entries(saved).flatMap(([key, value]) => (after[key] === value ? [] : [key]));
}

function proc(key: string): string {
  return join('/proc/sys', key);
}

/** The parent of every pod's control groups, in each hierarchy of version 1 or in the one of version 2. */
export function makeCgroups(): void {
  for (const group of groups()) {
    mkdirSync(group, { recursive: true });
    // A new cpuset is empty, and nothing may enter an empty one.
    for (const file of ['cpuset.cpus', 'cpuset.mems']) {
      if (existsSync(join(group, file)) && readFileSync(join(group, file), 'utf8').trim() === '') {
        writeFileSync(join(group, file), readFileSync(join(group, '..', file)));
      }
    }
  }
}

/** Removes them from the leaves up; a group with a process left in it stays, and is found by `leftoverCgroups`. */
export function removeCgroups(): void {
  for (const group of groups()) if (existsSync(group)) removeTree(group);
}

export function leftoverCgroups(): string[] {
  return groups().filter((group) => existsSync(group));
}

function groups(): string[] {
  if (existsSync(join(HIERARCHIES, 'cgroup.controllers'))) return [join(HIERARCHIES, CGROUP)];
  return readdirSync(HIERARCHIES)
    .map((name) => join(HIERARCHIES, name))
    .filter((path) => existsSync(join(path, 'tasks')) || existsSync(join(path, 'cgroup.procs')))
    .map((path) => join(path, CGROUP));
}

function removeTree(group: string): void {
  for (const name of readdirSync(group)) {
    const path = join(group, name);
    if (statSync(path).isDirectory()) removeTree(path);
  }
  try {
    rmdirSync(group);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error;
  }
}
