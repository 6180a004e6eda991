import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('who speaks and is nobody in particular', () => {
  it.each([
    '[14:02] ゲスト: すみません\n[14:03] オペレーター: はい\n[14:04] ゲスト: お願いします',
    '[14:02] 访客: 你好\n[14:03] 系统: 请稍候\n[14:04] 访客: 好的',
    '[14:02] 게스트: 안녕하세요\n[14:03] 상담사: 네\n[14:04] 게스트: 감사합니다',
  ])('[C-OUT-1] stays: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('[C-OUT-1] masks who has a name beside them', () => {
    expect(mask('[14:02] ゲスト: すみません\n[14:03] 桃井: はい')).toBe(
      '[14:02] ゲスト: すみません\n[14:03] [PERSON_1]: はい',
    );
  });
});
