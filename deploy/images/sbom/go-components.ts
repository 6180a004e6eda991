import { open } from 'node:fs/promises';
import type { Component } from './component.ts';

/** Start of the build information that Go's linker writes (package debug/buildinfo). */
const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1');
/** It stands in a data section; the search reads this much at a time, in bytes. */
const WINDOW = 4 * 1_048_576;
/** Strings in line, little end first: what every Go since 1.18 writes. */
const INLINE = 2;
/** More modules than any real program has, in bytes of their list. */
const MAX_LIST = 1_048_576;

/**
 * Modules that a Go program is made of, as its own build information has them, the standard library included.
 * Header layout: package debug/buildinfo, "readRawBuildInfo".
 * @throws Error for a file without such information
 */
export async function goComponents(file: string): Promise<Component[]> {
  const { goVersion, list } = await readBuildInfo(file);
  const components = [component('stdlib', goVersion.replace('go', ''), 'library')];
  for (const [kind, path = '', version = ''] of list.split('\n').map((line) => line.split('\t'))) {
    if (kind === '=>') components.pop(); // what stood in for the module named on the line before
    if (kind === '=>' || kind === 'dep') components.push(component(path, version, 'library'));
    if (kind === 'mod' && version !== '(devel)') components.push(component(path, version, 'application'));
  }
  return components;
}

function component(path: string, version: string, type: Component['type']): Component {
  return { type, name: path, version, purl: `pkg:golang/${path}@${version}`, licences: [] };
}

async function readBuildInfo(file: string): Promise<{ goVersion: string; list: string }> {
  await using handle = await open(file);
  const at = await indexOfMagic(handle);
  if (at === undefined) throw new Error('a Go program without build information');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_LIST), 0, MAX_LIST, at);
  const bytes = buffer.subarray(0, bytesRead);
  if (((bytes[15] ?? 0) & INLINE) === 0) throw new Error('a Go program older than Go 1.18');
  const [goVersion, next] = readString(bytes, 32);
  const [framed] = readString(bytes, next);
  // 16 bytes of sentinel on either side (runtime/debug, "modinfo")
  return { goVersion, list: framed.slice(16, -16) };
}

async function indexOfMagic(handle: Awaited<ReturnType<typeof open>>): Promise<number | undefined> {
  const window = Buffer.alloc(WINDOW);
  for (let offset = 0; ; offset += WINDOW - MAGIC.length) {
    const { bytesRead } = await handle.read(window, 0, WINDOW, offset);
    for (let at = window.subarray(0, bytesRead).indexOf(MAGIC); at >= 0; at = window.indexOf(MAGIC, at + 1)) {
      // the linker aligns it; elsewhere it is a constant of a program that looks for it
      if ((offset + at) % 16 === 0) return offset + at;
    }
    if (bytesRead < WINDOW) return undefined;
  }
}

/** A string with its length before it, base 128 (encoding/binary, "Uvarint"). */
function readString(bytes: Buffer, start: number): [text: string, next: number] {
  let [length, shift, at] = [0, 0, start];
  for (;;) {
    const byte = bytes[at++] ?? 0;
    length += (byte & 0x7f) * 2 ** shift;
    shift += 7;
    if (byte < 0x80 || shift > 35) break;
  }
  return [bytes.subarray(at, at + length).toString('latin1'), at + length];
}
