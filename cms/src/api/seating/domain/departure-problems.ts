import type { Localized } from '@gangway/kit';
import { defineProblems, listed, type Problem } from '../../../frame/editing/problem.ts';

/** What forbids an edit of a departure on which places are taken. */
export const departureProblems = defineProblems({
  DEPARTURE_HAS_ORDERS: {
    ru: 'На рейс уже есть заказы или брони ({count}), поэтому здесь не меняются: {fields}. Время, причал и задержку меняет «Рейс с заказами» справа: там видно, кого это касается, места сохранятся, все узнают и смогут вернуть деньги. Другое судно или другая схема — это другой рейс: отмените этот и создайте новый.',
    en: 'There are orders or holds on this departure ({count}), so these do not change here: {fields}. “Departure with orders” on the right changes time, berth and delay: it shows who is affected, keeps the places, tells everybody and offers the money back. Another vessel or plan is another departure: cancel this one and make a new one.',
    zh: '该班次已有订单或占座（{count}），以下内容不能在此修改：{fields}。时间、码头和延误请在右侧“有订单的班次”中修改：可查看受影响的人员、保留座位、通知所有人并提供退款。更换船只或座位图等于另一班次：请取消本班次并新建。',
  },
  CANCEL_BY_ACTION: {
    ru: 'На рейс уже есть заказы или брони ({count}). Чтобы отменить его, откройте «Рейс с заказами» справа: там видно, кого это касается, деньги вернутся, билеты погаснут, и все узнают.',
    en: 'There are orders or holds on this departure ({count}). To cancel it, open “Departure with orders” on the right: it shows who is affected, returns the money, voids the tickets and tells everybody.',
    zh: '该班次已有订单或占座（{count}）。如需取消，请打开右侧的“有订单的班次”：可查看受影响的人员、退款、作废票并通知所有人。',
  },
  ARCHIVE_WITH_ORDERS: {
    ru: 'На рейс уже есть заказы или брони ({count}): в архиве он отдал бы своё судно, а люди придут на причал. Чтобы больше не продавать, поставьте «Продажа закрыта»; чтобы отменить, откройте «Рейс с заказами» справа. В архив — когда рейс завершится.',
    en: 'There are orders or holds on this departure ({count}): archived, it would give its vessel away, and people will come to the berth. To sell no more, set “Sales closed”; to cancel it, open “Departure with orders” on the right. Archive it when it is over.',
    zh: '该班次已有订单或占座（{count}）：归档会让出船只，而乘客仍会到码头。如需停止销售，请设为“已停售”；如需取消，请打开右侧的“有订单的班次”。班次结束后方可归档。',
  },
  CAPACITY_BELOW_SOLD: {
    ru: 'Уже занято мест: {count}. Меньше поставить нельзя.',
    en: 'Places taken already: {count}. There cannot be fewer.',
    zh: '已占座位数：{count}，不能更少。',
  },
});

/** What buyers rely on, as links and columns of a departure say it. */
export type Sailing = Record<keyof typeof fieldNames, string | null> & {
  capacity: number;
  state?: string;
  archived?: boolean;
};

const fieldNames = {
  activity: { ru: 'экскурсия или событие', en: 'the activity', zh: '活动' },
  startAt: { ru: 'начало', en: 'the start', zh: '开始时间' },
  endAt: { ru: 'окончание', en: 'the end', zh: '结束时间' },
  delayMinutes: { ru: 'задержка', en: 'the delay', zh: '延误' },
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
  /** Whether the departure is not over yet. */
  ahead: boolean;
};

/** What of the edit is not allowed, with these bookings on the departure. */
export function soldDepartureProblems(
  before: Sailing,
  after: Sailing,
  { bookings, places, ahead }: Bookings,
): Problem[] {
  const changed = (Object.keys(fieldNames) as (keyof typeof fieldNames)[]).filter(
    (name) => before[name] !== after[name],
  );
  const fields = listed(changed.map((name) => fieldNames[name]));
  const kept = bookings > 0 ? changed : [];
  return [
    ...kept.map((name) => departureProblems.DEPARTURE_HAS_ORDERS(name, { count: bookings, fields })),
    ...(bookings > 0 && after.state === 'cancelled' && before.state !== 'cancelled'
      ? [departureProblems.CANCEL_BY_ACTION('state', { count: bookings })]
      : []),
    ...(bookings > 0 && ahead && after.archived && !before.archived
      ? [departureProblems.ARCHIVE_WITH_ORDERS('archived', { count: bookings })]
      : []),
    ...(after.capacity < places && after.capacity < before.capacity
      ? [departureProblems.CAPACITY_BELOW_SOLD('capacity', { count: places })]
      : []),
  ];
}
