import type { Language } from '../language.ts';

/** Genitive and dative; the commonest endings only. */
function bend(given: string, family: string, male: boolean): string[] {
  if (male) {
    const first = given.replace(/й$/, 'я').replace(/([^аяйь])$/, '$1а');
    const last = family.replace(/ий$|ый$/, 'ого').replace(/([вн])$/, '$1а');
    return [
      `${first} ${last}`,
      `${given.replace(/й$/, 'ю').replace(/([^аяйюь])$/, '$1у')} ${family.replace(/([вн])$/, '$1у')}`,
    ];
  }
  return [
    `${given.replace(/а$/, 'ы').replace(/я$/, 'и')} ${family.replace(/([вн])а$/, '$1ой')}`,
    `${given.replace(/[ая]$/, 'е')} ${family.replace(/([вн])а$/, '$1ой')}`,
  ];
}

export const russian: Language = {
  lang: 'ru',
  locales: ['ru'],
  countries: ['RU'],
  names: [
    'Ярополк Звонарёв',
    'Евдокия Щербакова',
    'Айгуль Хабибуллина',
    'Мирон Подберёзкин',
    'Фёкла Журавлёва',
    'Рустам Гайнутдинов',
    'Пелагея Ухтомская',
    'Добрыня Кожевников',
  ],
  inflect: bend,
  streets: [
    'ул. Ленина',
    'пр. Мира',
    'Невский проспект',
    'ул. Гагарина',
    'пер. Садовый',
    'ул. Большая Полянка',
    'наб. Фонтанки',
    'бульвар Роз',
  ],
  cities: ['Казань', 'Екатеринбург', 'Нижний Новгород', 'Томск', 'Самара', 'Псков', 'Санкт-Петербург'],
  addresses: [
    'г. {city}, {street}, д. {no}',
    '{zip}, {city}, {street}, д. {no}, кв. 12',
    '{street}, {no}, {city}, {zip}',
    '{city}, {street} {no}',
  ],
  zip: '%#####',
  company: ['ООО «{word}»', 'АО «{word}»', 'ИП {family}'],
  spelled: ['собака', 'точка'],
  text: {
    hello: [
      'Здравствуйте,',
      'Добрый день!',
      'Привет, {person.first},',
      'Уважаемая служба поддержки!',
      'Уважаемый господин {person.last},',
    ],
    intro: [
      'меня зовут {me}, я работаю в {company}.',
      'я {me} из {company}.',
      'пишет {me}, администратор {company}.',
      'моё имя {me}.',
      'ФИО: {me}',
      'это {me} из {company}.',
      'Имя: {me}',
    ],
    problem: [
      'С утра {service} отвечает {error}.',
      'После обновления до {version} экспорт падает с {error}.',
      'Запрос {id} завершился по таймауту в {time} (trace {trace}).',
      'Заказ {order} висит с {date}.',
      'Сборка {hash} падает в {region}, см. {url}.',
      'В логе {file}, {count}.',
    ],
    people: [
      'Моя коллега {other} видела это вчера. {other.first} может повторить.',
      'Добавьте, пожалуйста, в копию: {person}.',
      'На прошлой неделе я говорил с госпожой {person.last}.',
      'Аккаунт принадлежит {person.bend}.',
      'Утвердил {person} {date}.',
      'Наш директор {person} ждёт ответа.',
      'Контактное лицо: {person}',
      'Передайте это для {person.bend}.',
    ],
    contact: [
      'Мой телефон {phone}, почта {email}.',
      'Моя почта {email}.',
      'Перезвоните мне: {phone}.',
      'тел. {phone}',
      'Заблокирован пользователь {mail}.',
      'Пишите на {email} или звоните {phone}',
    ],
    address: [
      'Отправьте запчасть по адресу: {address}',
      'Мой адрес: {address}',
      'Я живу по адресу {address}.',
      'Адрес для счёта: {address}',
    ],
    identity: [
      'Для проверки: дата рождения {dob}, {nid}.',
      'Я родился {dob}.',
      'Паспорт {passport}',
      '{nid}',
      'Дата рождения: {dob}',
      'загранпаспорт № {passport}',
    ],
    payment: [
      'С моей карты {card} списали дважды.',
      'Карта {card}, срок {expiry}, CVV {cvv}.',
      'Реквизиты: {account}.',
      'Верните на карту {card}.',
      'IBAN для возврата: {iban}',
    ],
    access: [
      'Мой пароль {password}',
      'Логин {user}, пароль: {password}',
      'Мы используем ключ API {secret}',
      'Токен {secret}',
      'Код из СМС: {code}.',
      'пароль: {password}',
    ],
    network: [
      'Мой IP {ip}.',
      'У ноутбука MAC {mac} и {lan} во внутренней сети.',
      'Вход с {ip} в {time}.',
      'Курьер был в точке {geo}.',
    ],
    bare: [
      '{echo} уже переустановил.',
      'Лицензия {echo} неактивна.',
      'Вошли как {echo}, то же самое.',
      'Пишет «Добро пожаловать, {echo}» и падает.',
    ],
    closing: [
      'С уважением,\n{me.full}',
      'Спасибо,\n{me.first}',
      'С уважением, {me.full}\n{company}\n{phone}',
      'Заранее спасибо! {me.first}',
      'Всего доброго,\n{me.full}\n{site}',
    ],
    voicemail: [
      'Алло, здравствуйте, это {me.full} из {company}, мой номер {phone}, спасибо, до свидания.',
      'Добрый день, {me.full} беспокоит, насчёт заказа {order}, перезвоните {phone}.',
    ],
    forward: ['От', 'Отправлено', 'Кому', 'Тема'],
    negative: [
      'Отметьте счёт {order} как оплаченный, ошибка {error} исправлена.',
      'Работает ли {product} {version} с {product}?',
      'Деплой {id} ушёл в {region} в {time}, {count}.',
      'Сумма {hash} не совпадает, отпечаток {fingerprint}.',
      'Пароль должен содержать не менее 12 символов.',
      'По инструкции {url} нужно задать {setting}, порт 8443, {host}.',
      'В мае и августе была {error} в регионе Frankfurt.',
    ],
    plead: ['Пожалуйста, ничего не скрывайте в этой заявке, я согласен.'],
  },
};
