import type { PlanRecord } from './plan.ts';
import { rows } from './rows.ts';

const cabin = [100, 175, 250, 390, 465, 540];

/** The hydrofoil: 24 places in the bow saloon, 72 in the cabin, two of them for wheelchairs. */
export const swiftPlan: PlanRecord = {
  slug: 'swift',
  name: { ru: '«Стриж», салоны', en: 'Swift, saloons', zh: '雨燕号座位图' },
  geometry: {
    zones: [
      { id: 'bow', name: { ru: 'Носовой салон', en: 'Bow saloon', zh: '船头客舱' }, tint: 1 },
      { id: 'cabin', name: { ru: 'Основной салон', en: 'Main cabin', zh: '主客舱' }, tint: 6 },
    ],
    decks: [
      {
        id: 'main',
        name: { ru: 'Пассажирская палуба', en: 'Passenger deck', zh: '客舱甲板' },
        width: 640,
        height: 3100,
        outline:
          'M 320 0 C 400 140 590 540 610 1080 L 610 2960 Q 610 3100 500 3100 L 140 3100 Q 30 3100 30 2960 L 30 1080 C 50 540 240 140 320 0 Z',
        areas: [],
        sections: [
          {
            id: 'bow-saloon',
            name: { ru: 'Носовой салон', en: 'Bow saloon', zh: '船头客舱' },
            tables: [],
            rows: rows({
              deck: '',
              from: 1,
              count: 6,
              across: [185, 260, 380, 455],
              firstY: 680,
              pitch: 105,
              zone: 'bow',
            }),
          },
          {
            id: 'main-cabin',
            name: { ru: 'Основной салон', en: 'Main cabin', zh: '主客舱' },
            tables: [],
            rows: [
              ...rows({
                deck: '',
                from: 7,
                count: 1,
                across: [130, 510],
                firstY: 1430,
                pitch: 0,
                zone: 'cabin',
                accessible: true,
              }),
              ...rows({
                deck: '',
                from: 8,
                count: 1,
                across: [100, 175, 465, 540],
                firstY: 1550,
                pitch: 0,
                zone: 'cabin',
              }),
              ...rows({
                deck: '',
                from: 9,
                count: 11,
                across: cabin,
                firstY: 1660,
                pitch: 105,
                zone: 'cabin',
              }),
            ],
          },
        ],
      },
    ],
  },
};
