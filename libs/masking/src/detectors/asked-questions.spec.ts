import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const ANSWERED = [
  'Question secrète « sport préféré » → « ⟦aviron⟧ », mais il est refusé.',
  'Pregunta de seguridad (color de la casa): responde «⟦verde botella⟧», coincide.',
  'Güvenlik sorusu "ilk mahalleniz": cevap ⟦Kuzguncuk⟧, eşleşti.',
  '密保问题“第一份工作的城市”，他答⟦石嘴山⟧，核对无误。',
  'turvakysymyksen «lapsuuden katu» vastaus on ⟦Kivelänkatu⟧; ei kelpaa',
  'the security question "favourite aunt" and the answer is ⟦Perpetua⟧, but it fails',
  'Sicherheitsfrage „erstes Fahrrad“: ⟦Peugeot blau⟧.',
  'Контрольный вопрос «кличка кота» — ответ ⟦Тимофей⟧, не принимает',
  'سؤال الأمان "لون أول سيارة" وجوابه ⟦أزرق سماوي⟧.',
  'सुरक्षा प्रश्न “पहली नौकरी का शहर” का उत्तर ⟦झाँसी⟧, सही।',
];

const ASKED = [
  'Domanda di sicurezza: «Qual è la tua città preferita?». Non la ricordo più.',
  '보안 질문은 "처음 산 자동차" 인데 답을 모르겠어요',
  'Die Sicherheitsfrage lautet „Name der ersten Lehrerin“, mehr steht da nicht.',
  'Mesajul: întrebarea de securitate „numele bunicii” nu se mai deschide.',
];

describe('questions that are asked before somebody gets in', () => {
  it.each(ANSWERED)('[C-OUT-1] the answer is masked and nothing else: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const { masked } = mask(text);
    expect(masked).toBe(marked.replace(/⟦[^⟧]*⟧/, '[PASSWORD_1]'));
  });

  it.each(ASKED)('[C-OUT-1] what is asked for is nobody’s secret: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});
