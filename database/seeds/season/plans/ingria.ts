import type { PlanRecord } from './plan.ts';

/** The motor yacht for twelve: hired whole or sailed on by a few, so places are not numbered. */
export const ingriaPlan: PlanRecord = {
  slug: 'ingria',
  name: { ru: '«Ингрия», кокпит и салон', en: 'Ingria, cockpit and saloon', zh: '英格里亚号布局图' },
  geometry: {
    zones: [{ id: 'yacht', name: { ru: 'Места на борту', en: 'Places on board', zh: '船上座位' }, tint: 5 }],
    decks: [
      {
        id: 'main',
        name: { ru: 'Палуба', en: 'Deck', zh: '甲板' },
        width: 460,
        height: 1500,
        outline:
          'M 230 0 C 330 140 430 400 440 760 L 430 1420 Q 430 1500 350 1500 L 110 1500 Q 30 1500 30 1420 L 20 760 C 30 400 130 140 230 0 Z',
        sections: [],
        areas: [
          {
            id: 'saloon',
            name: { ru: 'Салон', en: 'Saloon', zh: '客舱' },
            zone: 'yacht',
            capacity: 6,
            x: 90,
            y: 480,
            width: 280,
            height: 440,
          },
          {
            id: 'cockpit',
            name: { ru: 'Кокпит', en: 'Cockpit', zh: '驾乘区' },
            zone: 'yacht',
            capacity: 6,
            x: 80,
            y: 980,
            width: 300,
            height: 400,
          },
        ],
      },
    ],
  },
};
