import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);
const plain = (marked: string) => marked.replace(/[⟦⟧]/g, '');

describe('passwords told by what they open and by what is said of them', () => {
  it.each([
    'на двери код ⟦6641⟧',
    'per aprire il portone si digita ⟦6641⟧',
    'la combinación del candado es ⟦319⟧',
    'the Wi-Fi is "Harbor Guest" and the key ⟦anchors-aweigh⟧',
    'use ⟦kettle44⟧ to open the zip',
    'the attachment is locked with ⟦kettle44⟧',
    'Die PDF lässt sich mit ⟦19061954⟧ öffnen',
    "le zip s'ouvre avec ⟦tournesol77⟧",
    'el pdf se abre con ⟦girasol77⟧',
    'network CafeBlue, key ⟦marigold77⟧',
    'WLAN heißt Nordlicht, Schlüssel ⟦Zwiebel77⟧',
    'mdp wifi ⟦tournesol77⟧',
    'senha do portão ⟦4471⟧',
    'пароль от архива ⟦lastochka77⟧',
    'the wifi is ⟦sunflowerfield⟧, all lower case',
    'the PIN ends in 71 but I type ⟦4471⟧',
    'ik typ ⟦zonnebloem77⟧ maar het is een fout wachtwoord',
    'das Passwort ist ⟦Zwiebelkuchen⟧',
    'le mot de passe, ⟦chat perché⟧, ne marche plus',
    'moje hasło powinno być ⟦Winogrono7⟧',
    'Please change my PIN from ⟦9136⟧ to ⟦2204⟧.',
    'your system rejects ⟦Grape77!⟧ as too weak',
    'credentials below\nann.b\n⟦Grape77⟧',
    'Sie haben mir ⟦Traube77⟧ als Startpasswort gegeben',
    'код домофона ⟦4471К⟧',
    'mudei a senha de ⟦lua22⟧ para ⟦lua23⟧',
    'ik heb het wachtwoord veranderd van ⟦maan22⟧ naar ⟦maan23⟧',
    'сменил пароль с ⟦luna22⟧ на ⟦luna23⟧',
    'ganti password dari ⟦bulan22⟧ ke ⟦bulan23⟧',
    '密码从⟦yueliang22⟧改成⟦yueliang23⟧',
    'le code wifi de la maison ⟦lunelune22⟧',
    'Login as guest, password ⟦moonpie⟧.',
    'Password: ⟦blue kettle train⟧',
    "it's four digits: ⟦9 1 3 6⟧",
  ])('[C-OUT-3] masks %s', (marked) => {
    const masked = mask(plain(marked)).replace(/\[PASSWORD_[0-9]+\]/g, '█');
    expect(masked).toBe(marked.replace(/⟦[^⟧]*⟧/g, '█'));
  });

  it.each([
    'двери: код ошибки 6641, the door shows error code 6641',
    'the file opens with Excel2016 and the PDF with Acrobat9',
    'the door opens with 2 keys',
    'Password: reset link expired',
    'the password page moved from web01 to web02',
    'das Passwort ist Pflicht, das Kennwort war Mist',
    'password gezet, poort 8443 op 0.0.0.0',
    'the password, however, is long enough',
    'the archive is protected with aes256',
  ])('leaves %s', (text) => {
    expect(mask(text)).toBe(text);
  });
});
