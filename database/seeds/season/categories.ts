import type { CategoryRecord } from './records.ts';

/** In the order the shop shows them. */
export const categories: CategoryRecord[] = [
  { slug: 'city', name: { ru: 'Прогулки по городу', en: 'Around the city', zh: '城市水上游' } },
  { slug: 'night', name: { ru: 'Ночь на воде', en: 'Night on the water', zh: '水上之夜' } },
  { slug: 'day-trips', name: { ru: 'За город на день', en: 'Day trips', zh: '郊外一日' } },
  { slug: 'music', name: { ru: 'Музыка', en: 'Music', zh: '音乐' } },
  { slug: 'family', name: { ru: 'С детьми', en: 'With children', zh: '亲子' } },
  { slug: 'private', name: { ru: 'Яхта целиком', en: 'Private yacht', zh: '包船' } },
  { slug: 'club', name: { ru: 'Клубные встречи', en: 'Club meetings', zh: '俱乐部活动' } },
];
