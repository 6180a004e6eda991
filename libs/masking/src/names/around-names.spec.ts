import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('names by what stands around them', () => {
  it.each([
    ['يرجى إضافة جمانة نيفر في النسخة.', 'يرجى إضافة [PERSON_1] في النسخة.'],
    ['لطفا حسین میرزاده را در رونوشت بگذارید', 'لطفا [PERSON_1] را در رونوشت بگذارید'],
    ['कृपया दीपक यादव को कॉपी में रखें', 'कृपया [PERSON_1] को कॉपी में रखें'],
    ['Sett Thea Kvåle på kopi.', 'Sett [PERSON_1] på kopi.'],
    ['please put jamie oduya in copy', 'please put [PERSON_1] in copy'],
    ['Please put the invoice in copy', 'Please put the invoice in copy'],
    ['لطفا فایل را در رونوشت بگذارید', 'لطفا فایل را در رونوشت بگذارید'],
  ])('somebody is put in copy: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['Múlt héten Nagy Hanga úrral beszéltem.', 'Múlt héten [PERSON_1] úrral beszéltem.'],
    ['Rendelés: Gizella néni nincs otthon', 'Rendelés: [PERSON_1] néni nincs otthon'],
    ['Merhaba Işık Bey, sipariş', 'Merhaba [PERSON_1] Bey, sipariş'],
    ['Tisztelt igazgató úr', 'Tisztelt igazgató úr'],
  ])('a form of address stands behind: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['Hej Fe=\nlix, det er', 'Hej [PERSON_1], det er'],
    ['Paldies,\nHer\\\nmīne', 'Paldies,\n[PERSON_1]'],
    ['This is Krystal\nCollins from', 'This is [PERSON_1]\n[PERSON_2] from'],
    ['It fails. The\nnew one too', 'It fails. The\nnew one too'],
  ])('a line break divides them: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['From: "de Villiers, Rhiannon" <r@shop.example>', 'From: "[PERSON_1]" <[EMAIL_1]>'],
    ['<name>Kis Veronika</name>', '<name>[PERSON_1]</name>'],
    ['<fileName>Gupta Report</fileName>', '<fileName>Gupta Report</fileName>'],
    ['attachments/Invoice_RaulMaduma_2025-03.pdf', 'attachments/Invoice_[PERSON_1]_2025-03.pdf'],
    ['Report_JupyterNotebook_2025.pdf', 'Report_JupyterNotebook_2025.pdf'],
    ['/home/Sofie Akesson/projects', '/home/[PERSON_1]/projects'],
    ['**Faith**: Please mark the bill as paid', '**[PERSON_1]**: Please mark the bill as paid'],
  ])('fields, files and labels hold them: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['美方 (03:18:32): 部署失败了', '[PERSON_1] (03:18:32): 部署失败了'],
    ['**湊**: 請求書です\n**湊**: はい', '[PERSON_1]: 請求書です\n[PERSON_1]: はい'],
    ['**環境**: 本番\n**手順**: 再起動', '**環境**: 本番\n**手順**: 再起動'],
    ['[10:02] 客服: 您好', '[10:02] 客服: 您好'],
  ])('who speaks in a transcript: %s', (text, masked) => {
    expect(mask(text).replaceAll('*', '')).toBe(masked.replaceAll('*', ''));
  });

  it.each([
    ['| 7 | Ruiz Takahashi, Guillermo | x |', '| 7 | [PERSON_1] | x |'],
    ['client: Begay, Herschel T. / Medicaid', 'client: [PERSON_1] / Medicaid'],
    ['a | Zungu M. | b', 'a | [PERSON_1] | b'],
    ['Subscriber Earl "Buddy" Hollifield, DOB', 'Subscriber [PERSON_1], DOB'],
    ['Groet, Wouter', 'Groet, [PERSON_1]'],
    ['Press the "Save" Button', 'Press the "Save" Button'],
    ['- Springfield, Illinois', '- Springfield, Illinois'],
  ])('cells and lists invert and shorten them: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['for my babysitter Yolotzin; she rents', 'for my babysitter [PERSON_1]; she rents'],
    ['bij uw medewerker Bramwel, die zei', 'bij uw medewerker [PERSON_1], die zei'],
    ['El técnico, Yeraymo, midió', 'El técnico, [PERSON_1], midió'],
    ['Mulțumesc, Ruxanda', 'Mulțumesc, [PERSON_1]'],
    ['"ap1":"Quispe","ap2":"Mamani"', '"ap1":"[PERSON_1]","ap2":"[PERSON_2]"'],
    ['the report-builder returns an error', 'the report-builder returns an error'],
    ['Our cleaner Monday to Friday.', 'Our cleaner Monday to Friday.'],
  ])('who works for somebody stands before unknown ones: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['[10:02:11] Thu Liên: Mã băm sai', '[10:02:11] [PERSON_1]: Mã băm sai'],
    ['ilze (23:13:28): pārbaudiet rēķinu', '[PERSON_1] (23:13:28): pārbaudiet rēķinu'],
    ['Ahoj Milan,\nobjednávka', 'Ahoj [PERSON_1],\nobjednávka'],
    ['osoba kontaktowa: m. kubicki', 'osoba kontaktowa: [PERSON_1]'],
    ['Kolegica Gašpar Logožar je to vidjela', 'Kolegica [PERSON_1] je to vidjela'],
    ['Cassandra 4.7.5, Maxwell ile çalışır mı?', 'Cassandra 4.7.5, Maxwell ile çalışır mı?'],
    ['Jupyter 7.4.5 có chạy với Maxwell không?', 'Jupyter 7.4.5 có chạy với Maxwell không?'],
  ])('speakers, greetings, initials and what is none: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['ខ្ញុំឈ្មោះ ស្រីពៅ ចាន់ លេខ', 'ខ្ញុំឈ្មោះ [PERSON_1] លេខ'],
    ['ຂ້ອຍຊື່ ບຸນມີ ໄຊຍະວົງ ເບີ', 'ຂ້ອຍຊື່ [PERSON_1] ເບີ'],
    ['ကျွန်မ ခင်သန်းနု ပါ။', 'ကျွန်မ [PERSON_1] ပါ။'],
    ['პატივისცემით, ნინო', 'პატივისცემით, [PERSON_1]'],
    ['සුනිල් අයියා දන්නවා', '[PERSON_1] අයියා දන්නවා'],
    ['የእናት ስም፦ ብርቱካን አያሌው', 'የእናት ስም፦ [PERSON_1]'],
  ])('scripts of few tickets have their own words around them: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});
