import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('words that are no names', () => {
  it.each([
    'Der Rechner im Lager startet nicht, der Kollege ist im Urlaub.',
    'Im Grunde funktioniert nur die Suche.',
    'Liebe Kolleginnen und Kollegen, am Freitag ist Wartung.',
    'En Consultas Externas no imprimen las etiquetas.',
    'En Francia funciona, en España no.',
    'Según Contabilidad, el asiento está duplicado.',
    'Bonjour Madame, Monsieur, le virement a été rejeté.',
    'La carte Vitale n’est plus lue par la borne.',
    'Hej alla, sidan Order är tom sedan måndag.',
    'Lön och Ekonomi ser inte rapporten.',
    'Han er på ferie til mandag.',
    'Ben yeniden denedim, Kayıt silinmiş.',
    'Kart okuyucu kapalı, 5 Kasım’da sistem çöktü.',
    'Server ei vasta. Väli on kohustuslik.',
    'Sveiki visi, lapa ir tukša.',
    'Тема: Возврат по заказу. Абонент: не отвечает.',
    'السلام عليكم ورحمة الله وبركاته، التطبيق لا يعمل.',
    'سلام به همه، صفحه خالی است.',
    'नाम वाला कॉलम गायब है।',
    'Kính gửi quý công ty, hệ thống báo lỗi, bình thường chạy tốt.',
    'Latency went from 180 ms to 1,118 ms between Monday and Friday.',
    'alo ben tekrar aradım ama yok, bu numara doğru değil mi',
    'Bitte buchstabieren: Z wie Zacharias, B wie Berta.',
    'NAME\tTTL\tNIK\tALAMAT',
    'matricule | nom complet | CNI | compte',
    'Telefonfeld ist leer, IBAN-Feld auch.',
    'The report names no intern. Keep the list short.',
    'App ya Pendo inagoma.',
    'Assigned to: Level 2, then Level 3',
    'Im Mai und im August kam der Fehler wieder.',
    'Läuft Jupyter 10.0 mit Kalman?',
    'ekspor berhenti dengan ENOSPC. Kartu',
    'A build elbukik itt: São Paulo, lásd a naplót',
    'Yth. tim dukungan, pesanan saya hilang',
    'Le build est parti sur São Paulo à midi',
    'Agent-Pool and Client-Side Rendering are slow.',
  ])('leaves: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    ['hier ist Keller, der Drucker druckt nicht', 'hier ist [PERSON_1], der Drucker druckt nicht'],
    ['Bitte an Herrn Winkel im Lager geben', 'Bitte an Herrn [PERSON_1] im Lager geben'],
    ['Spett. fam. Rooijen, app. 4', 'Spett. fam. [PERSON_1], app. 4'],
    ['Dobrý deň, Meno a priezvisko: Nina Fabianová', 'Dobrý deň, Meno a priezvisko: [PERSON_1]'],
    ['Sveiki, Vārds, uzvārds: Einārs Ozols', 'Sveiki, Vārds, uzvārds: [PERSON_1]'],
    ['الحساب باسم وليد الشمري.', 'الحساب باسم [PERSON_1].'],
    ['Mw. Soekhradj-de Haan belde', 'Mw. [PERSON_1] belde'],
    ['Thanks,\nMaribel DuBuque', 'Thanks,\n[PERSON_1]'],
    ['Дякую,\nМар’яна', 'Дякую,\n[PERSON_1]'],
    ['mvh nora', 'mvh [PERSON_1]'],
    ['volal pan Beneš kvůli faktuře', 'volal pan [PERSON_1] kvůli faktuře'],
    ['Odvetnica Pirc pravi, da je plačano', 'Odvetnica [PERSON_1] pravi, da je plačano'],
  ])('still knows the name in: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});
