import type { PlanRecord } from './plan.ts';
import { rows } from './rows.ts';

const across = [95, 170, 290, 365];

/** The canal boat: 24 places under glass, 24 in the open, the first open row without steps. */
export const moikaPlan: PlanRecord = {
  slug: 'moika',
  name: { ru: '«Мойка», одна палуба', en: 'Moika, one deck', zh: '莫伊卡号座位图' },
  geometry: {
    zones: [
      { id: 'covered', name: { ru: 'Под стеклом', en: 'Under glass', zh: '玻璃顶棚区' }, tint: 1 },
      { id: 'open', name: { ru: 'Открытая корма', en: 'Open stern', zh: '露天船尾' }, tint: 3 },
    ],
    decks: [
      {
        id: 'main',
        name: { ru: 'Палуба', en: 'Deck', zh: '甲板' },
        width: 460,
        height: 2060,
        outline:
          'M 230 0 C 330 90 430 260 440 520 L 440 1920 Q 440 2060 340 2060 L 120 2060 Q 20 2060 20 1920 L 20 520 C 30 260 130 90 230 0 Z',
        areas: [],
        sections: [
          {
            id: 'glass-saloon',
            name: { ru: 'Салон под стеклом', en: 'Glass saloon', zh: '玻璃客舱' },
            tables: [],
            rows: rows({ deck: '', from: 1, count: 6, across, firstY: 520, pitch: 105, zone: 'covered' }),
          },
          {
            id: 'open-stern',
            name: { ru: 'Открытая корма', en: 'Open stern', zh: '露天船尾' },
            tables: [],
            rows: [
              ...rows({
                deck: '',
                from: 7,
                count: 1,
                across,
                firstY: 1290,
                pitch: 0,
                zone: 'open',
                accessible: true,
              }),
              ...rows({ deck: '', from: 8, count: 5, across, firstY: 1420, pitch: 105, zone: 'open' }),
            ],
          },
        ],
      },
    ],
  },
};
