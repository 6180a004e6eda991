import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';

interface Row {
  path: string;
  standard: string;
  words: string;
}

/** README.md of the chart: `template` with a table of every value, from the comments (`# -- …`) of values.yaml. */
export function readme(template: string, values: string): string {
  const { contents } = parseDocument(values);
  if (!isMap(contents)) throw new Error('values.yaml: expected a map');
  const rows = rowsOf(contents, '');
  const lines = rows.map(({ path, standard, words }) => `| \`${path}\` | ${words} | ${standard} |`);
  const table = ['| value | | default |', '| --- | --- | --- |', ...lines].join('\n');
  return template.replace('<!-- values -->', () => table);
}

function rowsOf(map: YAMLMap, above: string): Row[] {
  return map.items.flatMap(({ key, value }, index) => {
    if (!isScalar(key)) throw new Error(`values.yaml: a key below ${above} is not a word`);
    const path = above ? `${above}.${key.value}` : String(key.value);
    // The parser keeps the comment of a map's first key with the map.
    const comment = key.commentBefore ?? (index === 0 ? map.commentBefore : undefined);
    const words = described(comment);
    if (words !== undefined) return [{ path, standard: shown(value), words }];
    if (isMap(value) && !value.flow) return rowsOf(value, path);
    throw new Error(`values.yaml: ${path} has no comment that says what it is`);
  });
}

/** The paragraph that begins with `--`; what stands before it is about the section. */
function described(comment: string | null | undefined): string | undefined {
  const [, words] = /(?:^|\n) -- ([\s\S]*)$/.exec(comment ?? '') ?? [];
  return words
    ?.replaceAll(/\s*\n\s*/g, ' ')
    .trim()
    .replaceAll('|', '\\|');
}

function shown(value: unknown): string {
  const plain = (value as { toJSON(): unknown }).toJSON();
  const json = JSON.stringify(plain);
  return json === '""' ? '' : `\`${json.length > 120 ? '{…}' : json}\``;
}
