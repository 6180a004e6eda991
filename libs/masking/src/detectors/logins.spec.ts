import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'the default is root / ⟦hobbes⟧, yes we never changed it',
  'log in with admin / ⟦ranger77⟧ and look',
  'inloggen met beheer / ⟦welkom47⟧ lukt',
  'wir haben auf dem Tablet ⟦Birne!Wolke73⟧ eingetippt',
  'Wi-Fi für Gäste: ⟦GastNetz2031⟧',
  'Port A: koden ⟦2861#⟧ funkar',
  'the code ⟦331764⟧ from the authenticator is refused',
  'JWT_SECRET=⟦keepthelampslit⟧',
  'MAIL_PASS="⟦puffin & plover 1981⟧"',
  'echo "⟦kopiTubruk#12⟧" | sudo -S systemctl restart x',
  'gateway auth is ⟦8cc525f10b19d9f4adb112ef788cd01f⟧ today',
  'okta ⟦00vSQ0xMKfucGKmpN3hfTCoN_oM3A1xcppPzocbl8z⟧',
];

const KEPT = [
  'log in with admin / user roles, the wifi «Haus-5G» answers, exception in Client#88410',
  'login page / reset link, key SHA256:q9Yt0e1lWcXvB7pNq9Yt0e1lWcXv of the host',
  'DEBUG_KEY=default LOG_TOKEN=disabled and code 50312 of module b stay',
];

describe('passwords beside the talk of a log-in', () => {
  it.each(FOUND)('[C-OUT-3] masks the value and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
    expect(mask(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});
