import { describe, expect, it } from 'vitest';
import { foldText } from '../text/characters.ts';
import { answersForThing } from './answers.ts';

/** Whether the value between brackets is the answer to a question for a thing's number. */
const answers = (marked: string): boolean =>
  answersForThing(foldText(marked.replace(/[⟦⟧]/g, '')), marked.indexOf('⟦'));

describe('answers in a chat', () => {
  it.each([
    'Agent: Ihre Passnummer oder Bestellung?\nKunde: ⟦C01X0006H⟧',
    'Agent: What is the code?\nCustomer: ⟦K9ZT4P⟧',
    'Which order is it about?\nPassport no: ⟦C01X0006H⟧',
    'Which order is it about?\nInsurance number: ⟦C01X0006H⟧',
    'Agent: Your booking is ready.\nCustomer: ⟦K9ZT4P⟧',
    'Agent: May I have your booking reference?\nCustomer: it was on the letter that came last week, I think: ⟦K9ZT4P⟧',
    '⟦K9ZT4P⟧',
  ])('[C-OUT-1] may be somebody’s own: %s', (marked) => {
    expect(answers(marked)).toBe(false);
  });

  it.each([
    'Agent: May I have your booking reference?\nCustomer: ⟦K9ZT4P⟧',
    '09:15 Agentas: kokia rezervacijos data?\n09:15 Klientė: ⟦K9ZT4P⟧',
    'Operatore: numero fattura?\n⟦1200A412⟧'.replace('\n', '\n> '),
    'முகவர்: PNR எண்?\nவாடிக்கையாளர்: ⟦TN38-442091⟧',
  ])('are the number of a thing: %s', (marked) => {
    expect(answers(marked)).toBe(true);
  });
});
