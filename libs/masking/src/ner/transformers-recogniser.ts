import type { PiiType } from '../types.ts';
import { EntityRecogniser, type RecognisedEntity } from './entity-recogniser.ts';
import { entitiesOf, type LabelledToken } from './word-entities.ts';

/** The part of `@huggingface/transformers` (an optional peer dependency) that is used here. */
interface Transformers {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(
    task: 'token-classification',
    model: string,
    options: { dtype: string; local_files_only: boolean },
  ): Promise<(text: string, options: { ignore_labels: string[] }) => Promise<LabelledToken[]>>;
}

export interface TransformersOptions {
  /** Directory that holds the model's directory; nothing is fetched from anywhere. */
  modelsDirectory: string;
  /** Name of the model's directory: `config.json`, `tokenizer.json`, `onnx/model.onnx`. */
  model: string;
  /** Weights to load: `fp32` is `model.onnx`, `q8` is `model_quantized.onnx`. */
  dtype?: 'fp32' | 'q8';
  /** What the model's labels, without `B-` and `I-`, stand for; by default persons alone. */
  types?: Readonly<Record<string, PiiType>>;
}

const PERSONS: Readonly<Record<string, PiiType>> = {
  PER: 'PERSON',
  PERSON: 'PERSON',
  GIVENNAME: 'PERSON',
  SURNAME: 'PERSON',
};
/** Units of text given to the model at once: models read 512 tokens, and a token may be one unit. */
const WINDOW = 480;
/** By how much windows overlap, so that no name is cut. */
const OVERLAP = 80;

/** An ONNX token classifier through transformers.js, loaded with the first text. */
export class TransformersRecogniser extends EntityRecogniser {
  readonly #options: TransformersOptions;
  #classify: Promise<(text: string) => Promise<LabelledToken[]>> | undefined;

  constructor(options: TransformersOptions) {
    super();
    this.#options = options;
  }

  async recognise(text: string): Promise<RecognisedEntity[]> {
    this.#classify ??= this.#load();
    const classify = await this.#classify;
    const found: RecognisedEntity[] = [];
    for (let from = 0; from < text.length; from += WINDOW - OVERLAP) {
      const part = text.slice(from, from + WINDOW);
      const entities = entitiesOf(part, await classify(part), this.#options.types ?? PERSONS);
      for (const entity of entities) add(found, { ...entity, start: entity.start + from, end: entity.end + from });
    }
    return found;
  }

  async #load(): Promise<(text: string) => Promise<LabelledToken[]>> {
    // A name that no bundler and no compiler resolves: the package is there only where someone wants it.
    const name = '@huggingface/transformers';
    const { env, pipeline } = (await import(name)) as Transformers;
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = this.#options.modelsDirectory;
    const dtype = this.#options.dtype ?? 'fp32';
    const classifier = await pipeline('token-classification', this.#options.model, { dtype, local_files_only: true });
    return (text) => classifier(text, { ignore_labels: [] });
  }
}

/** What two windows both see becomes one. */
function add(found: RecognisedEntity[], entity: RecognisedEntity): void {
  const last = found.at(-1);
  if (last && entity.start < last.end) {
    last.end = Math.max(last.end, entity.end);
    last.score = Math.max(last.score, entity.score);
  } else {
    found.push(entity);
  }
}
