import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('names of what is everybody’s', () => {
  it.each([
    'Im Konferenzraum Goethe fehlt der Beamer.',
    'Møterom Ibsen er opptatt, møterom Grieg ledig.',
    'Переговорная Пушкин занята.',
    'Station Charles Michels : borne hors service.',
    'Szkoła im. Jana Pawła II ma zły NIP.',
    'Das Sturmtief Sabine hat die Leitung gekappt.',
    'La tempête Ciaran a coupé la fibre à Brest.',
    'Ship MV Elizabeth Grant is late.',
    'The Jane Tennant Award page is gone.',
    'Team Victoria owns the queue.',
    'Song titles: Billie Jean, Eleanor Rigby and Mary Jane are cut.',
    'Johnson & Johnson is billed twice.',
    'Die Anlage „Ludwig“ meldet Druckabfall.',
    'Fix version "Hazel" is empty.',
    'Pierre, le robot tondeuse, ne répond plus.',
    'Name: Blue Whale\nPrice: 12',
    'Agent: May I have your order?',
    'Knappen är grå.\nMvh\nEkonomiavdelningen',
    'DB: is slow since noon',
  ])('leaves: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    ['Please ask Charles Michels in room 4.', 'Please ask [PERSON_1] in room 4.'],
    ['Name: Grace Young\nPrice: 12', 'Name: [PERSON_1]\nPrice: 12'],
    ['Anna & Tom wrote again.', '[PERSON_1] & [PERSON_2] wrote again.'],
    ['Pierre, notre comptable, a rappelé.', '[PERSON_1], notre comptable, a rappelé.'],
    ['your colleague "Keegan" promised a call', 'your colleague "[PERSON_1]" promised a call'],
    ['{"first": "Wilma", "last": "Cole"}', '{"first": "[PERSON_1]", "last": "[PERSON_2]"}'],
  ])('still knows the person in: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});
