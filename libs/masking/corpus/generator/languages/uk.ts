import type { Language } from '../language.ts';

function bend(given: string, family: string, male: boolean): string[] {
  if (!male) {
    const genitive = given.replace(/ія$/, 'ії').replace(/а$/, 'и').replace(/я$/, 'і');
    return [
      `${genitive} ${family.replace(/ка$/, 'кої').replace(/ва$/, 'вої')}`,
      `${given.replace(/ія$/, 'ії').replace(/[ая]$/, 'і')} ${family.replace(/ка$/, 'кій')}`,
    ];
  }
  const last = family
    .replace(/о$/, 'а')
    .replace(/ий$/, 'ого')
    .replace(/([бвгґджзклмнпрстфхцчш])$/, '$1а');
  if (/а$/.test(given)) return [`${given.replace(/а$/, 'и')} ${last}`, `${given.replace(/а$/, 'і')} ${last}`];
  return [
    `${given
      .replace(/й$/, 'я')
      .replace(/о$/, 'а')
      .replace(/([^аяйо])$/, '$1а')} ${last}`,
    `${given
      .replace(/й$/, 'ю')
      .replace(/о$/, 'у')
      .replace(/([^аяйюу])$/, '$1у')} ${last}`,
  ];
}

export const ukrainian: Language = {
  lang: 'uk',
  locales: ['uk'],
  countries: ['UA'],
  names: [
    'Одарка Пшенична',
    'Тарас Цюцюра',
    'Ївга Незабудько',
    'Остап Гаєвський',
    'Святослава Ґудзь',
    'Зореслав Їжакевич',
    'Меланія Щепанська',
  ],
  inflect: bend,
  streets: ['вул. Хрещатик', 'просп. Перемоги', 'вул. Шевченка', 'пл. Ринок', 'вул. Лесі Українки', 'бульв. Франка'],
  cities: ['Львів', 'Харків', 'Чернівці', 'Івано-Франківськ', 'Київ', 'Запоріжжя'],
  addresses: ['м. {city}, {street}, {no}', '{street}, буд. {no}, кв. 7, {city}, {zip}', '{street}, {no}\n{zip} {city}'],
  zip: '%####',
  company: ['ТОВ «{word}»', 'ПрАТ «{word}»', 'ФОП {family}'],
  spelled: ['равлик', 'крапка'],
  text: {
    hello: ['Вітаю,', 'Добрий день!', 'Привіт, {person.first},', 'Шановна підтримко!', 'Шановний пане {person.last},'],
    intro: [
      'мене звати {me}, я працюю в {company}.',
      'я {me} з {company}.',
      'пише {me}, адміністратор {company}.',
      'моє ім’я {me}.',
      'ПІБ: {me}',
      'це {me} з {company}.',
    ],
    problem: [
      'Зранку {service} відповідає {error}.',
      'Після оновлення до {version} експорт падає з {error}.',
      'Запит {id} завершився за таймаутом о {time} (trace {trace}).',
      'Замовлення {order} висить з {date}.',
      'Збірка {hash} падає в {region}, див. {url}.',
    ],
    people: [
      'Моя колега {other} бачила це вчора. {other.first} може повторити.',
      'Додайте, будь ласка, в копію: {person}.',
      'Минулого тижня я говорив із пані {person.last}.',
      'Обліковий запис належить {person.bend}.',
      'Затвердив {person} {date}.',
      'Контактна особа: {person}',
      'Наш директор {person} чекає.',
    ],
    contact: [
      'Мій телефон {phone}, пошта {email}.',
      'Моя пошта {email}.',
      'Передзвоніть мені: {phone}.',
      'тел. {phone}',
      'Заблокований користувач {mail}.',
    ],
    address: ['Надішліть деталь на адресу: {address}', 'Моя адреса: {address}', 'Я живу за адресою {address}.'],
    identity: [
      'Для перевірки: дата народження {dob}, {nid}.',
      'Я народився {dob}.',
      'Паспорт {passport}',
      '{nid}',
      'Дата народження: {dob}',
    ],
    payment: [
      'З моєї картки {card} списали двічі.',
      'Картка {card}, термін {expiry}, CVV {cvv}.',
      'Поверніть на IBAN {iban}.',
      'Рахунок {iban}, будь ласка.',
    ],
    access: [
      'Мій пароль {password}',
      'Логін {user}, пароль: {password}',
      'Ми використовуємо ключ API {secret}',
      'Одноразовий код: {code}.',
    ],
    network: [
      'Мій IP {ip}.',
      'Ноутбук має MAC {mac} і {lan} у внутрішній мережі.',
      'Вхід з {ip} о {time}.',
      'Кур’єр був у точці {geo}.',
    ],
    bare: ['{echo} вже перевстановив.', 'Ліцензія {echo} неактивна.', 'Увійшли як {echo}, те саме.'],
    closing: [
      'З повагою,\n{me.full}',
      'Дякую,\n{me.first}',
      'З повагою, {me.full}\n{company}\n{phone}',
      'Наперед дякую! {me.first}',
    ],
    voicemail: ['Алло, добрий день, це {me.full} з {company}, мій номер {phone}, дякую, до побачення.'],
    forward: ['Від', 'Надіслано', 'Кому', 'Тема'],
    negative: [
      'Позначте рахунок {order} як сплачений, помилку {error} виправлено.',
      'Чи працює {product} {version} з {product}?',
      'Розгортання {id} пішло в {region} о {time}, {count}.',
      'Сума {hash} не збігається, відбиток {fingerprint}.',
      'Пароль має містити щонайменше 12 символів.',
    ],
    plead: ['Будь ласка, нічого не приховуйте, я даю згоду.'],
  },
};
