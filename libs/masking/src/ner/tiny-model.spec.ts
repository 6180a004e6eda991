import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The pieces of the tiny model's vocabulary, and the label that each always gets. */
const PIECES: readonly (readonly [piece: string, label: 0 | 1 | 2])[] = [
  ...(['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'the', 'on', 'with', 'and', 'fails', '.', ','] as const).map(
    (piece) => [piece, 0] as const,
  ),
  ['ze', 1],
  ['##bul', 2],
  ['##on', 2],
  ['quack', 2],
  ['amelie', 1],
];
const LABELS = ['O', 'B-PER', 'I-PER'];

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
const field = (number: number, body: Iterable<number>): number[] => {
  const bytes = [...body];
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
};
const text = (number: number, value: string): number[] => field(number, Buffer.from(value));
const whole = (number: number, value: number): number[] => [...varint(number * 8), ...varint(value)];

/** A tensor's name, element type (7 is int64, 1 is float) and named dimensions, as ONNX declares inputs and outputs. */
const declared = (name: string, type: number, dimensions: readonly string[]): number[] => [
  ...text(1, name),
  ...field(
    2,
    field(1, [
      ...whole(1, type),
      ...field(
        2,
        dimensions.flatMap((dimension) => field(1, text(2, dimension))),
      ),
    ]),
  ),
];

/** An ONNX file (onnx.proto, IR version 8) of one node: every token's logits are a row of a table. */
function onnx(): Uint8Array {
  const table = Float32Array.from(PIECES.flatMap(([, label]) => LABELS.map((_, index) => (index === label ? 8 : 0))));
  const rows = [...whole(1, PIECES.length), ...whole(1, LABELS.length), ...whole(2, 1), ...text(8, 'table')];
  const graph = [
    ...field(1, [...text(1, 'table'), ...text(1, 'input_ids'), ...text(2, 'logits'), ...text(4, 'Gather')]),
    ...text(2, 'tiny'),
    ...field(5, [...rows, ...field(9, Buffer.from(table.buffer))]),
    ...field(11, declared('input_ids', 7, ['batch', 'sequence'])),
    ...field(12, declared('logits', 1, ['batch', 'sequence', 'labels'])),
  ];
  return Uint8Array.from([...whole(1, 8), ...field(7, graph), ...field(8, [...text(1, ''), ...whole(2, 13)])]);
}

const special = (id: number) => ({
  id,
  content: PIECES[id]?.[0],
  special: true,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
});

const tokenizer = () => ({
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [0, 1, 2, 3].map(special),
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: true,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    pair: [],
    special_tokens: {
      '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
      '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
    },
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: false },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(PIECES.map(([piece], id) => [piece, id])),
  },
});

/** Writes a token classifier that knows two names into `directory`/tiny. */
export function writeTinyModel(directory: string): void {
  const home = join(directory, 'tiny');
  mkdirSync(join(home, 'onnx'), { recursive: true });
  const labels = Object.fromEntries(LABELS.map((label, id) => [id, label]));
  const config = { model_type: 'bert', architectures: ['BertForTokenClassification'], id2label: labels };
  writeFileSync(join(home, 'config.json'), JSON.stringify(config));
  writeFileSync(join(home, 'tokenizer.json'), JSON.stringify(tokenizer()));
  writeFileSync(join(home, 'tokenizer_config.json'), JSON.stringify({ tokenizer_class: 'BertTokenizer' }));
  writeFileSync(join(home, 'onnx', 'model.onnx'), onnx());
}

it('the tiny model is a file of a few hundred bytes', () => {
  expect(onnx().length).toBeLessThan(1_000);
});
