import type { PlanRecord } from './plan.ts';

/** The club's catamaran: general admission, but the nets between the bows are counted and priced apart. */
export const andromedaPlan: PlanRecord = {
  slug: 'andromeda',
  name: {
    ru: '«Андромеда», места без номеров',
    en: 'Andromeda, unnumbered places',
    zh: '仙女座号不对号布局图',
  },
  geometry: {
    zones: [
      { id: 'nets', name: { ru: 'Сетки на носу', en: 'Bow nets', zh: '船头绳网' }, tint: 3 },
      { id: 'deck', name: { ru: 'Палуба', en: 'Deck', zh: '甲板' }, tint: 1 },
      { id: 'saloon', name: { ru: 'Салон', en: 'Saloon', zh: '客舱' }, tint: 5 },
    ],
    decks: [
      {
        id: 'main',
        name: { ru: 'Главная палуба', en: 'Main deck', zh: '主甲板' },
        width: 1100,
        height: 2300,
        outline:
          'M 160 0 C 230 80 270 220 280 380 L 820 380 C 830 220 870 80 940 0 C 1010 120 1060 420 1060 760 L 1060 2220 Q 1060 2300 980 2300 L 120 2300 Q 40 2300 40 2220 L 40 760 C 40 420 90 120 160 0 Z',
        sections: [],
        areas: [
          {
            id: 'bow-nets',
            name: { ru: 'Сетки между корпусами', en: 'Nets between the bows', zh: '双体间绳网' },
            zone: 'nets',
            capacity: 10,
            x: 290,
            y: 420,
            width: 520,
            height: 360,
          },
          {
            id: 'saloon-area',
            name: { ru: 'Салон', en: 'Saloon', zh: '客舱' },
            zone: 'saloon',
            capacity: 12,
            x: 250,
            y: 860,
            width: 600,
            height: 600,
          },
          {
            id: 'after-deck',
            name: { ru: 'Палуба у штурвала', en: 'Deck by the helm', zh: '舵位旁甲板' },
            zone: 'deck',
            capacity: 22,
            x: 120,
            y: 1540,
            width: 860,
            height: 640,
          },
        ],
      },
    ],
  },
};
