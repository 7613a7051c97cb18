import type { Localized } from '@gangway/kit';
import { defineProblems, listed, type Problem } from '../../../frame/editing/problem.ts';

/** What forbids an edit of a departure on which places are taken. */
export const departureProblems = defineProblems({
  DEPARTURE_HAS_ORDERS: {
    ru: 'На рейс уже есть заказы или брони ({count}), поэтому здесь не меняются: {fields}. Для этого есть действие «Изменить рейс с заказами»: оно покажет, кого это касается, сохранит места или пересадит, всем сообщит и предложит возврат.',
    en: 'There are orders or holds on this departure ({count}), so these do not change here: {fields}. Use the action “Change a departure with orders”: it shows who is affected, keeps or re-seats them, tells everybody and offers a refund.',
    zh: '该班次已有订单或占座（{count}），以下内容不能在此修改：{fields}。请使用“变更已有订单的班次”操作：它会列出受影响的人员、保留或重新安排座位、通知所有人并提供退款。',
  },
  CAPACITY_BELOW_SOLD: {
    ru: 'Уже занято мест: {count}. Меньше поставить нельзя.',
    en: 'Places taken already: {count}. There cannot be fewer.',
    zh: '已占座位数：{count}，不能更少。',
  },
});

/** What buyers rely on, as links and columns of a departure say it. */
export type Sailing = Record<keyof typeof fieldNames, string | null> & { capacity: number };

const fieldNames = {
  activity: { ru: 'экскурсия или событие', en: 'the activity', zh: '活动' },
  startAt: { ru: 'начало', en: 'the start', zh: '开始时间' },
  endAt: { ru: 'окончание', en: 'the end', zh: '结束时间' },
  timezone: { ru: 'часовой пояс', en: 'the time zone', zh: '时区' },
  vessel: { ru: 'судно', en: 'the vessel', zh: '船只' },
  venue: { ru: 'площадка', en: 'the venue', zh: '场地' },
  berth: { ru: 'причал', en: 'the berth', zh: '码头' },
  seating: { ru: 'вид мест', en: 'the kind of places', zh: '座位类型' },
  seatingPlan: { ru: 'схема мест', en: 'the seating plan', zh: '座位图' },
} satisfies Record<string, Localized>;

export type Bookings = {
  /** Open and paid orders, and sessions that hold places. */
  bookings: number;
  /** Places held and sold. */
  places: number;
};

/** What of the edit is not allowed, with these bookings on the departure. */
export function soldDepartureProblems(
  before: Sailing,
  after: Sailing,
  { bookings, places }: Bookings,
): Problem[] {
  const changed = (Object.keys(fieldNames) as (keyof typeof fieldNames)[]).filter(
    (name) => before[name] !== after[name],
  );
  const fields = listed(changed.map((name) => fieldNames[name]));
  const kept = bookings > 0 ? changed : [];
  return [
    ...kept.map((name) => departureProblems.DEPARTURE_HAS_ORDERS(name, { count: bookings, fields })),
    ...(after.capacity < places && after.capacity < before.capacity
      ? [departureProblems.CAPACITY_BELOW_SOLD('capacity', { count: places })]
      : []),
  ];
}
