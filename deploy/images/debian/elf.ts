import { open } from 'node:fs/promises';

/** What the dynamic linker would look for. */
export interface Needs {
  /** `/lib64/ld-linux-x86-64.so.2`, for a program that is not static. */
  interpreter?: string;
  /** Names of shared libraries (DT_NEEDED), as they are asked for. */
  libraries: string[];
}

const [PT_LOAD, PT_DYNAMIC, PT_INTERP] = [1, 2, 3];
const [DT_NULL, DT_NEEDED, DT_STRTAB, DT_STRSZ] = [0, 1, 5, 10];

/**
 * Reads what an ELF64 little-endian file needs, without running it (`ldd` would). Layout: System V gABI, "Program Header" and
 * "Dynamic Section".
 * @returns undefined for what is no such file
 */
export async function readNeeds(file: string): Promise<Needs | undefined> {
  await using handle = await open(file);
  const read = async (offset: number, size: number) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, offset);
    return buffer.subarray(0, bytesRead);
  };
  const header = await read(0, 64);
  if (header.length < 64 || header.readUInt32BE(0) !== 0x7f454c46 || header[4] !== 2 || header[5] !== 1)
    return undefined;
  const [entrySize, count] = [header.readUInt16LE(54), header.readUInt16LE(56)];
  const table = await read(Number(header.readBigUInt64LE(32)), entrySize * count);
  const segments = Array.from({ length: count }, (_, index) => {
    const at = index * entrySize;
    const word = (offset: number) => Number(table.readBigUInt64LE(at + offset));
    return { type: table.readUInt32LE(at), offset: word(8), address: word(16), size: word(32) };
  });
  const text = async (type: number) => {
    const segment = segments.find((one) => one.type === type);
    return segment && (await read(segment.offset, segment.size));
  };
  const interpreter = (await text(PT_INTERP))?.toString('latin1').replace(/\0.*$/s, '');
  const dynamic = await text(PT_DYNAMIC);
  if (!dynamic) return { libraries: [], ...(interpreter ? { interpreter } : {}) };

  const names: number[] = [];
  let [strings, length] = [0, 0];
  for (let at = 0; at + 16 <= dynamic.length; at += 16) {
    const [tag, value] = [Number(dynamic.readBigInt64LE(at)), Number(dynamic.readBigUInt64LE(at + 8))];
    if (tag === DT_NULL) break;
    if (tag === DT_NEEDED) names.push(value);
    if (tag === DT_STRTAB) strings = value;
    if (tag === DT_STRSZ) length = value;
  }
  const home = segments.find(
    ({ type, address, size }) => type === PT_LOAD && strings >= address && strings < address + size,
  );
  if (!home) return { libraries: [], ...(interpreter ? { interpreter } : {}) };
  const table2 = await read(home.offset + strings - home.address, length);
  const libraries = names.map((at) => table2.subarray(at, table2.indexOf(0, at)).toString('latin1'));
  return { libraries, ...(interpreter ? { interpreter } : {}) };
}
