import { ChunkMasker, type ChunkOptions } from './chunk-masker.ts';

/**
 * Masks a stream by the pattern tier, wherever its chunks divide the text: what comes out is what `maskPatterns` makes of
 * the whole. For long results of tools, logs and exports; bytes are UTF-8.
 *
 * The readable side errors with MaskingRefused as soon as a value cannot be masked; in profile `log` a marker takes the
 * place of the rest instead.
 */
export class MaskingStream extends TransformStream<string | Uint8Array, string> {
  constructor(options: ChunkOptions) {
    const masker = new ChunkMasker(options);
    super({
      transform: (chunk, controller) => pass(masker.next(chunk), controller),
      flush: (controller) => pass(masker.end(), controller),
    });
  }
}

function pass(text: string, controller: TransformStreamDefaultController<string>): void {
  if (text !== '') controller.enqueue(text);
}
