import type { Deck, PlanRecord } from './plan.ts';
import { rows, table } from './rows.ts';

const mainDeck: Deck = {
  id: 'main',
  name: { ru: 'Главная палуба', en: 'Main deck', zh: '主甲板' },
  width: 860,
  height: 3300,
  outline:
    'M 430 0 C 610 140 780 440 825 900 L 840 3080 Q 840 3300 690 3300 L 170 3300 Q 20 3300 20 3080 L 35 900 C 80 440 250 140 430 0 Z',
  areas: [],
  sections: [
    {
      id: 'panorama-saloon',
      name: { ru: 'Панорамный салон', en: 'Panorama saloon', zh: '全景客舱' },
      tables: [],
      rows: rows({
        deck: 'M',
        from: 1,
        count: 6,
        across: [245, 330, 530, 615],
        firstY: 590,
        pitch: 110,
        zone: 'panorama',
      }),
    },
    {
      id: 'main-saloon',
      name: { ru: 'Салон', en: 'Saloon', zh: '主客舱' },
      tables: [],
      rows: [
        ...rows({
          deck: 'M',
          from: 7,
          count: 1,
          across: [130, 255, 605, 730],
          firstY: 1440,
          pitch: 0,
          zone: 'saloon',
          accessible: true,
        }),
        ...rows({
          deck: 'M',
          from: 8,
          count: 14,
          across: [110, 195, 280, 580, 665, 750],
          firstY: 1590,
          pitch: 110,
          zone: 'saloon',
        }),
      ],
    },
  ],
};

const tables = { zone: 'tables' };
const port = { ...tables, centreX: 185 };
const middle = { ...tables, centreX: 430 };
const starboard = { ...tables, centreX: 675 };

const upperDeck: Deck = {
  id: 'upper',
  name: { ru: 'Верхняя палуба', en: 'Upper deck', zh: '上层甲板' },
  width: 860,
  height: 2550,
  outline:
    'M 430 0 C 600 0 770 100 810 360 L 830 2380 Q 830 2550 680 2550 L 180 2550 Q 30 2550 30 2380 L 50 360 C 90 100 260 0 430 0 Z',
  areas: [],
  sections: [
    {
      id: 'restaurant',
      name: { ru: 'Ресторан под тентом', en: 'Restaurant under the awning', zh: '遮篷餐厅' },
      rows: [],
      tables: [
        table({ ...port, number: 1, places: 6, sale: 'whole', top: 400 }),
        table({ ...starboard, number: 2, places: 6, sale: 'whole', top: 400 }),
        table({ ...port, number: 3, places: 6, sale: 'whole', top: 670 }),
        table({ ...starboard, number: 4, places: 6, sale: 'whole', top: 670 }),
        table({ ...middle, number: 5, places: 4, sale: 'seat', top: 430 }),
        table({ ...middle, number: 6, places: 4, sale: 'seat', top: 650 }),
        table({ ...middle, number: 7, places: 4, sale: 'seat', top: 870 }),
        table({ ...port, number: 8, places: 2, sale: 'seat', top: 950 }),
        table({ ...starboard, number: 9, places: 2, sale: 'seat', top: 950 }),
        table({ ...port, number: 10, places: 2, sale: 'seat', top: 1120 }),
        table({ ...starboard, number: 11, places: 2, sale: 'seat', top: 1120 }),
      ],
    },
    {
      id: 'stern-terrace',
      name: { ru: 'Открытая терраса', en: 'Open terrace', zh: '露天露台' },
      tables: [],
      rows: rows({
        deck: 'U',
        from: 1,
        count: 6,
        across: [150, 280, 580, 710],
        firstY: 1480,
        pitch: 150,
        zone: 'terrace',
      }),
    },
  ],
};

/** The two-deck ship: 112 places on the main deck, 68 on the upper one, four of them for wheelchairs. */
export const admiraltyPlan: PlanRecord = {
  slug: 'admiralty',
  name: { ru: '«Адмиралтейство», две палубы', en: 'Admiralty, two decks', zh: '海军部号双层座位图' },
  geometry: {
    zones: [
      { id: 'panorama', name: { ru: 'Панорамный салон', en: 'Panorama saloon', zh: '全景客舱' }, tint: 1 },
      { id: 'saloon', name: { ru: 'Салон', en: 'Saloon', zh: '主客舱' }, tint: 6 },
      { id: 'tables', name: { ru: 'Столы ресторана', en: 'Restaurant tables', zh: '餐厅桌位' }, tint: 2 },
      { id: 'terrace', name: { ru: 'Открытая терраса', en: 'Open terrace', zh: '露天露台' }, tint: 3 },
    ],
    decks: [mainDeck, upperDeck],
  },
};
