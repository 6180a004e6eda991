import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const masked = (text: string) => String(maskText(text, { profile: 'result' }).masked);

describe('a number behind the label of a thing', () => {
  it.each([
    'Numéro étudiant: 52-3416-148',
    'N.º de socio: 200 401 4870',
    'Tessera socio n. 4486158',
    'Αρ. μέλους: 684 779 0310',
    'Номер участника 387 951 5234',
    'Клиентски номер: 996 968 8012',
    'آرڈر نمبر: 8105301',
    'کد رهگیری: 33531',
    'رقم العميل: 699 591 4034',
    'মিটার নম্বর: 426 716 410',
    'सीरियल नंबर: 99-5393-188',
    'கணக்கு அல்ல, மீட்டர் எண்: 425 574 2080',
    'შეკვეთის ნომერი: 79542',
    'Mã khách hàng: 536 780 5803',
    'รหัสลูกค้า: 576 890 5094',
    '고객번호: 576 890 5094',
    'Nomor anggota: 66-4443-060',
    'Numri i klientit: 71-5670-107',
    'Müştəri nömrəsi 86-0379-874',
  ])('[C-OUT-1] stays: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it.each([
    ['Customer number of record: call +1 647 555 0190', '[PHONE_1]'],
    ['Order desk: 0171 2345678', '[PHONE_1]'],
    ['JMBG za ugovor 2305978306317', '[NATIONAL_ID_1]'],
    ['вернуть 2 990 руб. на счёт 40817810438136333077', '[BANK_ACCOUNT_1]'],
    ['the voicemail PIN for ext 6093', '[PASSWORD_1]'],
    ['your verification code is 418207', '[PASSWORD_1]'],
  ])('[C-OUT-1] is masked where more than the label speaks: %s', (text, placeholder) => {
    expect(masked(text)).toContain(placeholder);
  });
});

describe('a sample password', () => {
  it.each([
    'Mật khẩu mẫu: Matkhau@123 không dùng được.',
    'The sample password in the manual (Welcome#2024) is not ours.',
    'In der Anleitung steht das Beispielpasswort Sommer-2024!, mehr nicht.',
  ])('stays: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it("[C-OUT-3] is masked where it is somebody's own", () => {
    expect(masked('For example my password Hunter-2024! fails every day.')).not.toContain('Hunter-2024!');
  });
});
