import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('things that bear the names of people', () => {
  it.each([
    'Les imprimantes « Colette » et « Simone » sont hors ligne.',
    'Сервер Надежда и принтер Вера не отвечают.',
    'Serverne Freja og Thor svarer ikke.',
    'Klaver, Roos en Iris zijn printers.',
    'Grace, Faith and Hope are our three POS terminals.',
    'Daan (de cronjob) draait dubbel.',
    'Der nächtliche Abgleich „Ludwig“ ist rot.',
    'Az Emese nevű szerver leállt.',
    'Wilma-tunnukset ovat sekaisin.',
    'Esperanza y Consuelo (los nodos) no responden.',
    'Os servidores Iracema e Vitória ficaram sem réplica.',
    'Unser Server heißt Otto.',
    'Hi, Grace, Faith and Hope are our three terminals.',
    'En el entorno Soledad-db no arranca nada.',
    'Der Tarif Lena ist günstiger als der Tarif Tim.',
    'Die Kaffeemaschine Anneliese zeigt Fehler 8.',
    'Das Schiff Anna Maria liegt in Kiel.',
    'De boot Johanna en de kraan Truus geven storing.',
    'Kawiarnia Basia i sklep Zosia nie mają internetu.',
    'Кафе «Анна» и магазин «Светлана» без интернета.',
    'Colours Hazel, Olive, Rose, Violet and Amber are sold out.',
    'The Oliver blazer and Emma skirt show as sold out.',
    'La falda Carmen y el vestido Lola no salen.',
    'Mason and Carter modules are renamed.',
    'It times out since April.',
    'Clémence (le bot) ne publie plus les notes.',
    'Room Marie Curie on floor 2 has no wifi.',
    'Die Filter für Hugo Boss und Ralph Lauren sind leer.',
  ])('leaves: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    ['your colleague "Keegan" promised a call', 'your colleague "[PERSON_1]" promised a call'],
    ['Thijs (stage) ziet het scherm wel', '[PERSON_1] (stage) ziet het scherm wel'],
    ['the payee Sukhwinder (no surname) was refused', 'the payee [PERSON_1] (no surname) was refused'],
  ])('still knows the person in: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});
