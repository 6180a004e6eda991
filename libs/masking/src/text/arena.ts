type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
interface NumbersType<N extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): N;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): N;
}

const CHUNK = 1 << 16;

/**
 * Arrays of numbers that are cut from larger ones, one after the other: to make one for each text by itself takes longer
 * than to fill it. Nothing is ever used twice; a chunk goes when all that was cut from it has gone.
 */
export class Arena<N extends Numbers> {
  readonly #type: NumbersType<N>;
  #chunk: N;
  #used = 0;

  constructor(type: NumbersType<N>) {
    this.#type = type;
    this.#chunk = new type(CHUNK);
  }

  /** Where the next array begins in {@link chunk}; it has room for `size` numbers there. */
  reserve(size: number): number {
    if (this.#used + size > this.#chunk.length) {
      this.#chunk = new this.#type(Math.max(CHUNK, size));
      this.#used = 0;
    }
    return this.#used;
  }

  get chunk(): N {
    return this.#chunk;
  }

  /** The first `count` numbers of what was reserved last; they are the caller's. */
  take(count: number): N {
    const { buffer, BYTES_PER_ELEMENT } = this.#chunk;
    const taken = new this.#type(buffer, this.#used * BYTES_PER_ELEMENT, count);
    this.#used += count;
    return taken;
  }
}
