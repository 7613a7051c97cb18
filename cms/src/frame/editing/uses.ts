import type { Localized } from '@gangway/kit';
import { listed } from './problem.ts';

const useNames = {
  departures: { ru: 'рейсы', en: 'departures', zh: '班次' },
  schedules: { ru: 'расписания', en: 'schedules', zh: '班次规则' },
  activities: { ru: 'экскурсии и события', en: 'activities', zh: '活动' },
  routes: { ru: 'маршруты', en: 'routes', zh: '航线' },
  vessels: { ru: 'суда', en: 'vessels', zh: '船只' },
  prices: { ru: 'цены', en: 'prices', zh: '价格' },
  fees: { ru: 'сборы', en: 'fees', zh: '费用' },
  products: { ru: 'товары', en: 'products', zh: '商品' },
  promotions: { ru: 'промокоды', en: 'promotions', zh: '优惠码' },
  sellers: { ru: 'продавцы', en: 'sellers', zh: '商家' },
  orders: { ru: 'заказы', en: 'orders', zh: '订单' },
  heldPlaces: { ru: 'занятые места', en: 'places held', zh: '已占座位' },
  shelves: { ru: 'полки на главной странице', en: 'shelves of the front page', zh: '首页栏目' },
} satisfies Record<string, Localized>;

/** Who needs a record, and how many of them there are. */
export type Uses = Partial<Record<keyof typeof useNames, number>>;

/** `departures (12), schedules (1)`; undefined when nobody needs it. */
export function toldUses(uses: Uses): Localized | undefined {
  const used = Object.entries(useNames).filter(([name]) => countOf(uses, name) > 0);
  if (used.length === 0) return undefined;
  return listed(used.map(([name, words]) => counted(words, countOf(uses, name))));
}

function counted(words: Localized, count: number): Localized {
  return { ru: `${words.ru} (${count})`, en: `${words.en} (${count})`, zh: `${words.zh}（${count}）` };
}

function countOf(uses: Uses, name: string): number {
  return uses[name as keyof Uses] ?? 0;
}
