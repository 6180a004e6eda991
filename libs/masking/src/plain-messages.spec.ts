import { describe, expect, it } from 'vitest';
import { maskText } from './mask-text.ts';

/** A message of one line has nothing around a name that speaks for it: the tagger must not take such names back. */
const masked = (text: string) => String(maskText(text.replace(/[⟪⟫]/g, ''), { profile: 'result' }).masked);
const expected = (text: string) => text.replace(/⟪[^⟫]*⟫/g, '[PERSON]');

const MESSAGES = [
  '⟪John Beck⟫ called about the invoice.',
  '⟪Emily Price⟫ called about the invoice.',
  '⟪Kathleen Morgan⟫ called about the invoice.',
  '⟪Diana Dixon⟫ called about the invoice.',
  'Please loop in ⟪Tanya Wilson⟫, our security lead.',
  'Please loop in ⟪Emily McElnea⟫, our security lead.',
  'Assigned to ⟪Brandon Green⟫ on Monday.',
  'The account belongs to ⟪Martha Quinn⟫.',
  'Caller ⟪Karla Bradford⟫ wants a refund',
  'Merci ⟪Marguerite⟫, j’ai prévenu ⟪Valérie Gomez⟫ du service comptabilité.',
  'J’ai eu ⟪Lea Dupont⟫ au téléphone.',
  'Clientul ⟪Emil Manole⟫ locuiește în Iași.',
  'Klientas ⟪Ąžuolas Naujokas⟫ gyvena Vilniuje.',
  'Khách hàng ⟪Hoàng Hưng⟫ báo lỗi E-302.',
];

const NOBODY = [
  'Billing Support called about the invoice.',
  'Please loop in Finance Operations before you reset anything.',
  'Escalated by Tier Two after Network Operations could not reproduce it.',
  'The account belongs to Accounts Payable.',
  'Merci de prévenir le Service Achats.',
  'O cliente Plano Ouro não existe.',
];

describe('a plain message', () => {
  it.each(MESSAGES)('[C-OUT-1] %s', (text) => {
    expect(masked(text).replace(/\[PERSON_[0-9]+\]/g, '[PERSON]')).toBe(expected(text));
  });

  it.each(NOBODY)('names nobody: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});
