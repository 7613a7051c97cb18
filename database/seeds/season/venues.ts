import type { VenueRecord } from './records.ts';

export const venues: VenueRecord[] = [
  {
    slug: 'carob-store',
    name: { ru: 'Склад рожкового дерева', en: 'The Carob Store', zh: '角豆仓库' },
    address: {
      ru: 'Лимасол, старый город, за средневековым замком',
      en: 'Limassol, old town, behind the medieval castle',
      zh: '利马索尔老城，中世纪城堡后',
    },
    latitude: 34.6722,
    longitude: 33.0416,
    timezone: 'Asia/Nicosia',
    picture: 'Каменный склад с арками и тёплым светом в окнах, вечер, за крышей море',
  },
];
