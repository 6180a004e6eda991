import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const masked = (text: string) => String(maskText(text, { profile: 'result' }).masked);

describe('the value of a field that asks for no person', () => {
  it.each([
    'Produit : Aurore Confort\nE-4471',
    'Prodotto: Aurora Comfort\nE-4471',
    'Ország: Északi Kikötő\nE-4471',
    'Продукт: Аврора Комфорт\nE-4471',
    'Місто: Блакитна Лагуна\nE-4471',
    'Τμήμα: Άτλας Πρίμιουμ\nE-4471',
    'Şube: Kuzey Limanı\nE-4471',
    'محصول: بندر شمالی\nE-4471',
    'Sản phẩm: Bình Minh Tiện Nghi\nE-4471',
    'Bidhaa: Bandari Kaskazini\nE-4471',
    '套餐：蓝湖\nE-4471',
    'Toode: Sinine Laguun\nE-4471',
    '- Ապրանք: Արշալույս Կոմֆորտ\n- 4.2.1',
  ])('[C-OUT-1] stays: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it.each([
    ["Device: Anna's iPhone 14", 'Anna'],
    ['Product: Aurora Comfort\nContact: Priscilla Weatherby', 'Priscilla Weatherby'],
    ['Store: ask Priscilla Weatherby at the desk', 'Priscilla Weatherby'],
    ['Тема: Мария Ковалёва не может войти', 'Мария Ковалёва'],
  ])('[C-OUT-1] is masked where it is more than that: %s', (text, name) => {
    expect(masked(text)).not.toContain(name);
  });
});
