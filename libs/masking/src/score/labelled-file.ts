import type { KnownValues, PiiType } from '../types.ts';

export interface LabelledSpan {
  start: number;
  end: number;
  type: PiiType;
  /** Organisations and user names: masking them scores neither way. */
  optional?: boolean;
  text?: string;
}

/** One line of a labelled file; offsets are UTF-16 units, end exclusive. `keep` lists strings that must survive. */
export interface LabelledRecord {
  id: string;
  text: string;
  lang?: string;
  tags?: string[];
  known?: KnownValues;
  spans: LabelledSpan[];
  keep: string[];
}

/** Records of a JSON-lines text; a line that is no record is an error that names the line and not its content. */
export function parseRecords(jsonLines: string): LabelledRecord[] {
  return jsonLines
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => parseRecord(line, number));
}

function parseRecord(line: string, number: number): LabelledRecord {
  let record: Partial<LabelledRecord> | null;
  try {
    record = JSON.parse(line) as Partial<LabelledRecord> | null;
  } catch {
    throw new Error(`line ${number} is not JSON`);
  }
  if (typeof record?.text !== 'string') throw new Error(`line ${number} has no text`);
  return {
    ...record,
    id: String(record.id ?? number),
    text: record.text,
    spans: record.spans ?? [],
    keep: record.keep ?? [],
  };
}
