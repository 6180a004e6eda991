import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('what settings and reports tell of passwords', () => {
  it.each([
    'set password_policy.min_length=12 and password_history=5',
    'password_rotation_interval: 86400',
    'password_changed_at is null',
    'spring.datasource.password-encoder=bcrypt',
    'SMTP_PASSWORD_SECRET_NAME=smtp-prod',
    'Die Option "passwort_min_laenge" auf 10',
    'PASS=143 FAIL=2 SKIP=17',
    'Passwort: ______ Benutzer: ______',
    'Política de contraseñas: mínimo 12, caducidad 90 días',
    'Parole aizmirsta, Kata laluan terlupa.',
    'client_secret=$CLIENT_SECRET',
    'DB_PASSWORD=your_password_here, TOKEN=xxxx',
    '{"password":null,"otp":false,"token_count":1821}',
    '-----BEGIN PUBLIC KEY-----\nfine to share\n-----END PUBLIC KEY-----',
  ])('[C-OUT-1] stays: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    ['db_password=Blau-Kranich7', 'db_password=[PASSWORD_1]'],
    ['PASS=marigold7 for the shop', 'PASS=[PASSWORD_1] for the shop'],
    ['Passwort: Blau-Kranich7 Benutzer: ______', 'Passwort: [PASSWORD_1] Benutzer: ______'],
  ])('[C-OUT-3] hides no password: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});
