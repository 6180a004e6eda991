import { describe, expect, it } from 'vitest';
import { maskByRules } from '../../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('the edges of an address', () => {
  it.each([
    ['Send it to 14 Fennel Road, Leeds LS8 4QD. Track it please.', 'Send it to [ADDRESS_1]. Track it please.'],
    ['We moved from 14 Fennel Road, Leeds LS8 4QD, I now pay less.', 'We moved from [ADDRESS_1], I now pay less.'],
    ['Nygade 53, st. th., 8000 Aarhus C. Den er ny.', '[ADDRESS_1]. Den er ny.'],
    [
      'my home is 7 Abbey Road, Whitby YO22 4JT and by phone after six',
      'my home is [ADDRESS_1] and by phone after six',
    ],
    ["('7 Tannery Row, Bath BA2 9QX', 48112.50)", "('[ADDRESS_1]', 48112.50)"],
    ['1. Dortesvej 41, 4. th\n3. erstatning mangler', '1. [ADDRESS_1]\n3. erstatning mangler'],
    ['Nádražní 214/8, CZ-350 02 Cheb. Zpráva přijde', '[ADDRESS_1]. Zpráva přijde'],
    ['moved out of 118 Whitefield Rd, Leeds LS8 4QD on 31/10', 'moved out of [ADDRESS_1] on 31/10'],
    ['Elukoht Kalda tee 28-114, 50703 Tartu, telefon puudub', 'Elukoht [ADDRESS_1], telefon puudub'],
    ['Adr. Krasta iela 4, Daugavpils, LV-5401\nKonts nav zināms', 'Adr. [ADDRESS_1]\nKonts nav zināms'],
    ['应该送到台北市大安區和平東路二段106巷12號4樓，谢谢', '应该送到[ADDRESS_1]，谢谢'],
    ['주소는 서울특별시 마포구 양화로 45, 1203호 로 변경 부탁드립니다', '주소는 [ADDRESS_1] 로 변경 부탁드립니다'],
    ['Address for order SG-40021: Blk 214 Bishan St 23, Singapore', 'Address for order SG-40021: [ADDRESS_1]'],
    ['My adress, I am moved in Neutorstr. 41, 26721 Emden', 'My adress, I am moved in [ADDRESS_1]'],
    [
      'I live at 14 Fennel Road, Leeds LS8 4QD. See RFC 6749 section 4.1.',
      'I live at [ADDRESS_1]. See RFC 6749 section 4.1.',
    ],
    ['kopš 2024-11-27. Dzīvoju Brīvības iela 79-12, Rīga.', 'kopš 2024-11-27. Dzīvoju [ADDRESS_1].'],
    ['a. k.: 39405248444. Gyvenu Laisvės alėja 51-5, LT-01966 Kaunas.', 'a. k.: [NATIONAL_ID_1]. Gyvenu [ADDRESS_1].'],
    [
      'Lieferadresse: Am Alten Markt 143, D-50390 Dresden\nKartennummer 4111 1111 1111 1111',
      'Lieferadresse: [ADDRESS_1]\nKartennummer [CREDIT_CARD_1]',
    ],
    ['Alamat: Jalan Merdeka No. 124, Surabaya 39737\nTerima kasih', 'Alamat: [ADDRESS_1]\nTerima kasih'],
    ['Address: 12 Mill Lane, Kettering NN15 7ER\nT 01536 485219', 'Address: [ADDRESS_1]\nT [PHONE_1]'],
    ['地址：浙江省嘉兴市南湖区亚太路778号4号仓，收件人见附件', '地址：[ADDRESS_1]，收件人见附件'],
    ['我住在高雄市前鎮區忠孝東路四段56號3樓之2。', '我住在[ADDRESS_1]。'],
    ['住所：〒175-0039 神奈川県横浜市西区大通西1-2-76\n同僚が昨日見た', '住所：[ADDRESS_1]\n同僚が昨日見た'],
    [
      'Bitte schicken Sie das Ersatzgerät an Schillerplatz 78, D-20970 Hannover.',
      'Bitte schicken Sie das Ersatzgerät an [ADDRESS_1].',
    ],
    ['error ENOSPC. Gyvenu Laisvės alėja 94, Klaipėda.', 'error ENOSPC. Gyvenu [ADDRESS_1].'],
    ['Мой адрес: г. Тосно, бульвар Роз, д. 76\nЗаранее спасибо!', 'Мой адрес: [ADDRESS_1]\nЗаранее спасибо!'],
    ['Envíen a C/ Alcalá nº 36\n36639 Mexicali. Usuario', 'Envíen a [ADDRESS_1]. Usuario'],
  ])('leaves the sentence around it: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'Lieferschein 80/4471, Charge 04.11.26/2, Zählerstand 004412.',
    'Address validation returns ADDR_412 for every parcel.',
    'Time at this address: 3 yrs 2 mths',
    'the access is gone since you moved to SSO 3.2',
    'Schulkennzahl 310016, Version 26.2',
    'O retorno é "Rejeição 402" desde ontem',
    '주소 입력란은 35자까지입니다.',
    'Tisztelt Cím! két csomagja elveszett (BL-00417)',
  ])('takes no things with numbers for one: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    'Imm. Tifawine, 3e étage n° 9, av. Hassan II, Agadir',
    'Am Deich 9, 26506 Norden',
    'Case postale 1120, 1951 Sion',
    'Van der Duynstraat 23-A2, 3051 GP Rotterdam',
  ])('stays whole where it is shortened or begins with a small word: %s', (address) => {
    expect(mask(`Adresse: ${address}`)).toBe('Adresse: [ADDRESS_1]');
  });
});
