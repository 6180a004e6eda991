import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate, visit } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { CREATE_ISSUE, checkPinned, DOCUMENTS, type OperationDocument } from './documents.ts';

/** Reviewed documents. Whoever changes one changes its digest here, in `documents.ts`, and explains why. */
const REVIEWED: Record<string, string> = {
  Viewer: '38b0ff68e9d3e2f99c0c8bb88503f6cd1b532e8a63accff5b810b6bc9ee0abaf',
  PrepareFiling: '877977cd26461d9e2b43115db62f2a1f10f89b87b60e257aa6b1c6587a760535',
  FindIssue: 'affa64de64de4e07dfcb19c9c89c7f197f6727a75dc456c3e360055c8f9b198e',
  CreateIssue: '7f6ef4a46c06951db7cb848ae5b35ec4bc693db1adec122308bd5493dd099580',
};

const rootFields = ({ text }: OperationDocument): string[] =>
  parse(text).definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? node.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
      : [],
  );

describe('the operation documents', () => {
  it('are exactly the reviewed ones', () => {
    const digests = DOCUMENTS.map(({ name, text }) => [name, createHash('sha256').update(text).digest('hex')]);
    expect(Object.fromEntries(digests)).toEqual(REVIEWED);
    for (const document of DOCUMENTS) expect(() => checkPinned(document)).not.toThrow();
  });

  it('are refused when a single character is another', () => {
    const changed = { ...CREATE_ISSUE, text: CREATE_ISSUE.text.replace('issueCreate', 'issueDelete') };
    expect(() => checkPinned(changed)).toThrow(/pinned/);
  });

  it('[C-AZ-6] hold one mutation, which creates, and no way to delete, archive, edit or speak as another', () => {
    const operations = DOCUMENTS.flatMap(({ text }) => parse(text).definitions).filter(
      (node) => node.kind === Kind.OPERATION_DEFINITION,
    );
    const mutations = operations.filter((node) => node.operation === 'mutation');
    expect(mutations.map((node) => node.name?.value)).toEqual(['CreateIssue']);
    expect(DOCUMENTS.flatMap(rootFields).sort()).toEqual(
      ['issueCreate', 'issues', 'issues', 'teams', 'viewer', 'viewer'].sort(),
    );
    for (const { text } of DOCUMENTS) {
      expect(text).not.toMatch(/permanentlyDelete|createAsUser|displayIconUrl|delete|archive\b|trash|update/i);
    }
  });

  it('give the author, the assignee and the creation time no place to be set', () => {
    const fields: string[] = [];
    visit(parse(CREATE_ISSUE.text), { ObjectField: ({ name }) => void fields.push(name.value) });
    expect(fields).toEqual(['input', 'id', 'teamId', 'title', 'description', 'priority'].slice(1));
  });
});

/** Linear's published schema is too large to keep here; where it is at hand, or in CI, the documents are held against it. */
const SCHEMA =
  process.env.LINEAR_SCHEMA_FILE ?? new URL('../../../../../../shared/data/linear/schema.graphql', import.meta.url);

describe('the operation documents at Linear', () => {
  const present = existsSync(SCHEMA);
  if (!present && process.env.CI) it('need the schema in CI', () => expect.fail(`no Linear schema at ${SCHEMA}`));
  if (!present) process.stderr.write('SKIPPED: no Linear schema at hand; set LINEAR_SCHEMA_FILE to its path\n');

  describe.skipIf(!present)('are valid in the published schema', () => {
    let errorsOf: (document: OperationDocument) => string[];
    beforeAll(() => {
      const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
      errorsOf = ({ text }) => validate(schema, parse(text)).map(({ message }) => message);
    });

    it.each(DOCUMENTS.map((document) => [document.name, document] as const))('%s', (_, document) => {
      expect(errorsOf(document)).toEqual([]);
    });
  });
});
