import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('who speaks and is nobody in particular', () => {
  it.each([
    '[14:02] ゲスト: すみません\n[14:03] オペレーター: はい\n[14:04] ゲスト: お願いします',
    '[14:02] 访客: 你好\n[14:03] 系统: 请稍候\n[14:04] 访客: 好的',
    '[14:02] 게스트: 안녕하세요\n[14:03] 상담사: 네\n[14:04] 게스트: 감사합니다',
    '09:14 Ty: dzień dobry, subskrypcja\n09:15 Bot: Podaj numer\n09:16 Ty: 12',
    'Tú: hola, me han cancelado todo\nBot: bien\nTú: no sé qué hacer ahora',
    '坐席：您好\n来电：哎你好，我家没电\n坐席：户号\n来电：对对对',
    '[16:03] Anônimo: sim claro que sim\n[16:04] Anônimo: não é comigo',
    '[9:12] Zákaznice: dobrý den, autobus\n[9:13] Zákaznice: ano dvě místa',
  ])('[C-OUT-1] stays: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('[C-OUT-1] masks who has a name beside them', () => {
    expect(mask('[14:02] ゲスト: すみません\n[14:03] 桃井: はい')).toBe(
      '[14:02] ゲスト: すみません\n[14:03] [PERSON_1]: はい',
    );
  });
});
