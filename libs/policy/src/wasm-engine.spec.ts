import { beforeEach, describe, expect, it } from 'vitest';
import { escalating } from '../test/questions.ts';
import { roguePolicy } from '../test/rogue-policy.ts';
import { committedFile } from '../test/write-bundle.ts';
import { ENTRYPOINTS } from './manifest.ts';
import { WasmEngine } from './wasm-engine.ts';

const TOOL_CALL = 'mcp/tool_call/decision';

describe('[C-AZ-9] an engine in trouble', () => {
  let engine: WasmEngine;
  beforeEach(async () => {
    const data = JSON.parse(String(await committedFile('data.json')));
    engine = new WasmEngine({ revision: 'r-0', wasm: await committedFile('policy.wasm'), data });
  });

  it('throws on a question nested so deep that its stack ends, and answers the next', () => {
    const deep = '['.repeat(15_000) + ']'.repeat(15_000);
    for (let round = 0; round < 5; round++) {
      expect(() => engine.ask(TOOL_CALL, deep)).toThrow();
      expect(engine.ask(TOOL_CALL, JSON.stringify(escalating))).toMatchObject({ allow: true });
    }
  });

  it('throws on a question longer than any real one, before the module sees it', () => {
    expect(() => engine.ask(TOOL_CALL, `"${'a'.repeat(32_768)}"`)).toThrow(RangeError);
  });

  it('does not allow what is no JSON', () => {
    for (const text of ['', '{', '{"a":1}}', '\u0000', '\ud800', '{"subject":']) {
      let answer: unknown;
      try {
        answer = engine.ask(TOOL_CALL, text);
      } catch {
        continue;
      }
      expect(answer).not.toMatchObject({ allow: true });
    }
  });

  it('keeps nothing of one question for the next', () => {
    const good = JSON.stringify(escalating);
    for (const other of ['{}', '[]', `{"pad":"${'x'.repeat(30_000)}"}`]) {
      engine.ask(TOOL_CALL, good);
      expect(engine.ask(TOOL_CALL, other)).toMatchObject({ allow: false });
      expect(engine.ask(TOOL_CALL, good)).toMatchObject({ allow: true });
    }
  });
});

it('the rogue module of these specs does answer, so that refusing it means something', () => {
  const answer = '[{"result":{"allow":true,"reasons":[],"obligations":[]}}]';
  const engine = new WasmEngine({ revision: 'r-0', wasm: roguePolicy({ answer, entrypoints: ENTRYPOINTS }), data: {} });
  expect(engine.ask(TOOL_CALL, '{}')).toEqual({ allow: true, reasons: [], obligations: [] });
});

it('[C-AZ-9] a module that traps is asked through a fresh instance each time', () => {
  const engine = new WasmEngine({
    revision: 'r-0',
    wasm: roguePolicy({ answer: 'trap', entrypoints: ENTRYPOINTS }),
    data: {},
  });
  for (let round = 0; round < 3; round++) expect(() => engine.ask(TOOL_CALL, '{}')).toThrow(/unreachable/);
});
