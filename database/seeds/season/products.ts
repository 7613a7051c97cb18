import type { ProductRecord } from './records.ts';

/** In the order the shop shows them. A gift card carries no VAT when sold: tax is due on what it later pays for. */
export const products: ProductRecord[] = [
  {
    slug: 'city-from-the-water',
    name: {
      ru: 'Аудиогид «Город с воды»',
      en: 'Audio guide “The City from the Water”',
      zh: '语音导览《水上看城》',
    },
    description: {
      ru: 'Сорок четыре истории о мостах и домах вдоль рек и каналов, по порядку маршрута. Русский, английский и китайский, работает без сети.',
      en: 'Forty-four stories about bridges and houses along the rivers and canals, in the order you pass them. Russian, English and Chinese; works offline.',
      zh: '四十四个关于河道与运河两岸桥梁和建筑的故事，按航线顺序排列。俄语、英语、中文，可离线收听。',
    },
    kind: 'guide',
    seller: 'slow-ahead',
    amount: 39_000,
    vatMode: 'included',
    picture: 'Наушники на фоне карты рек и каналов',
  },
  {
    slug: 'first-up-the-gangway',
    name: { ru: 'Первым по трапу', en: 'First up the Gangway', zh: '优先登船' },
    description: {
      ru: 'Посадка на пять минут раньше остальных на любой рейс «Малого хода» в течение тридцати дней. Место остаётся тем, что в билете.',
      en: 'Board five minutes before everybody else on any Slow Ahead departure for thirty days. Your seat stays the one on your ticket.',
      zh: '三十天内乘坐徐行游船的任何班次，均可比他人提前五分钟登船。座位仍以船票为准。',
    },
    kind: 'priority',
    seller: 'slow-ahead',
    amount: 35_000,
    vatMode: 'included',
    picture: 'Пустые сходни, ведущие на борт теплохода, рано утром',
  },
  {
    slug: 'gift-card-5000',
    name: { ru: 'Подарочная карта на 5000 ₽', en: 'Gift Card, ₽5,000', zh: '5000 卢布礼品卡' },
    description: {
      ru: 'Приходит письмом с открыткой, действует год на все рейсы «Малого хода». Остаток не сгорает после первой покупки.',
      en: 'Arrives by e-mail with a picture postcard and is good for a year on every Slow Ahead trip. What is left after the first purchase stays on the card.',
      zh: '随电子明信片以邮件送达，一年内可用于徐行游船的所有航线。首次使用后的余额继续有效。',
    },
    kind: 'gift_card',
    seller: 'slow-ahead',
    amount: 500_000,
    vatMode: 'none',
    picture: 'Открытка с бумажным корабликом на синей воде',
  },
  {
    slug: 'nebula-quarter',
    name: { ru: 'Членство Nebula на квартал', en: 'Nebula Membership, One Quarter', zh: 'Nebula 季度会籍' },
    description: {
      ru: 'Три месяца клубных выходов по цене члена клуба, один гость на каждую встречу и ранняя запись на регату.',
      en: 'Three months of club outings at the member’s price, one guest for every meeting, and early entry to the regatta.',
      zh: '三个月内以会员价参加俱乐部航行，每次活动可带一位来宾，并可提前报名帆船赛。',
    },
    kind: 'subscription',
    seller: 'nebula',
    amount: 12_000,
    vatMode: 'included',
    picture: 'Клубный вымпел с туманностью на мачте под звёздами',
  },
  {
    slug: 'nebula-helm-badge',
    name: { ru: 'Знак «Стоял у штурвала»', en: 'Badge “Stood at the Helm”', zh: '“曾掌舵”徽章' },
    description: {
      ru: 'Цифровой знак для профиля: дата, ветер и координаты вашей вахты на «Андромеде».',
      en: 'A digital badge for your profile, with the date, the wind and the position of your watch on Andromeda.',
      zh: '用于个人资料的数字徽章，记录您在“仙女座号”值舵的日期、风力和坐标。',
    },
    kind: 'badge',
    seller: 'nebula',
    amount: 900,
    vatMode: 'included',
    picture: 'Круглый знак со штурвалом и звёздами',
  },
  {
    slug: 'nebula-gift-card-50',
    name: { ru: 'Подарочная карта клуба на 50 €', en: 'Club Gift Card, €50', zh: '50 欧元俱乐部礼品卡' },
    description: {
      ru: 'Действует на все встречи и выходы Nebula, год со дня покупки. Дарить можно и тем, кто ещё не состоит в клубе.',
      en: 'Good for every Nebula meeting and outing, for a year from the day of purchase. You may give it to somebody who is not a member yet.',
      zh: '自购买之日起一年内，可用于 Nebula 的所有聚会和航行，也可以送给尚未入会的朋友。',
    },
    kind: 'gift_card',
    seller: 'nebula',
    amount: 5_000,
    vatMode: 'none',
    picture: 'Открытка с парусом и солнцем у горизонта',
  },
];
