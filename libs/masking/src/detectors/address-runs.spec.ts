import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const unmarked = (marked: string) => marked.replace(/[⟦⟧]/g, '');
const expected = (marked: string) => marked.replace(/⟦[^⟧]*⟧/g, '[ADDRESS]');
const masked = (text: string) =>
  maskByRules(text, { profile: 'result' }).masked.replace(/\[ADDRESS_[0-9]+\]/g, '[ADDRESS]');

describe('addresses read part by part', () => {
  it.each([
    // units, estates, landmarks
    'My house is ⟦Block 9, Flat 12, Adeniji Estate, opposite Mobil filling station, Ikeja, Lagos⟧. Thanks',
    'Collect from ⟦Lot 12 Blk 4, Phase 2, Villa Marina Subd., Brgy. San Roque, Imus, Cavite 4103⟧.',
    'Parcel for ⟦Plot 88A, Bode Thomas Close, Surulere⟧ is late',
    'Kirim ke ⟦Dusun Krajan RT 02/RW 05, Desa Sumberejo, Kec. Ngadirojo, Kab. Pacitan 63572⟧',
    // scripts without spaces, with blanks around the numbers
    '배송지: ⟦경기도 용인시 기흥구 동백중앙로 191번길 8, 103동 504호⟧',
    '收货信息：⟦江苏省南京市鼓楼区汉口路 22 号芳园 3 幢 2 单元 301 室⟧。',
    // streets without a number beside other parts
    'resides at ⟦Ivy Cottage, Mill Lane, Great Tew, Oxfordshire⟧.',
    'Es en ⟦Priv. Juárez 14-B, Col. Centro, C.P. 68000, Oaxaca de Juárez⟧',
  ])('masks %s', (marked) => {
    expect(masked(unmarked(marked))).toBe(expected(marked));
  });

  it.each([
    'Gate 3 of the CI fails in Phase 2.',
    'Close ticket 4411, then open a new one.',
    'The way to block 3 spam mails a day is a rule.',
    'Google Drive 2 syncs slowly since release 14.2.',
  ])('leaves %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});
