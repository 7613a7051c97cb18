import { defineErrors } from '@gangway/kit';

export const seatingErrors = defineErrors({
  SEAT_TAKEN: {
    status: 409,
    message: {
      ru: 'Эти места уже заняты. Выберите, пожалуйста, другие.',
      en: 'These seats have just been taken. Please choose others.',
      zh: '所选座位已被占用，请另选座位。',
    },
    hint: 'details.seats lists the codes; nothing was locked.',
  },
  SOLD_OUT: {
    status: 409,
    message: {
      ru: 'Столько свободных мест на этом рейсе нет.',
      en: 'There are not that many places left on this departure.',
      zh: '该班次的剩余座位不足。',
    },
    hint: 'details.left is how many are left, details.zone where; nothing was locked.',
  },
  SALES_CLOSED: {
    status: 409,
    message: {
      ru: 'Продажа на этот рейс закрыта.',
      en: 'This departure is not on sale.',
      zh: '该班次目前不可购票。',
    },
    hint: 'details.reason is not_yet, over, cancelled or no_price.',
  },
  UNKNOWN_SEAT: {
    status: 422,
    message: {
      ru: 'Таких мест на этом рейсе нет.',
      en: 'This departure has no such seats.',
      zh: '该班次没有所选座位。',
    },
    hint: 'details.seats lists the codes that the plan does not have.',
  },
  UNKNOWN_TICKET_TYPE: {
    status: 422,
    message: {
      ru: 'Такой тип билета на этот рейс не продаётся.',
      en: 'This ticket type is not sold for this departure.',
      zh: '该班次不出售所选票种。',
    },
    hint: 'details.ticketTypes lists the ids; GET /api/events/:id/ticket-types has those that are sold.',
  },
  UNKNOWN_ZONE: {
    status: 422,
    message: {
      ru: 'Такой зоны без номеров мест на этом рейсе нет.',
      en: 'This departure has no such zone of unnumbered places.',
      zh: '该班次没有所选的不对号区域。',
    },
    hint: 'details.zones lists the zones that can be asked for; where there are several, the body names one.',
  },
  TOO_MANY_PLACES: {
    status: 422,
    message: {
      ru: 'За один раз можно занять не больше 12 мест.',
      en: 'At most 12 places can be taken at a time.',
      zh: '一次最多可选 12 个座位。',
    },
    hint: 'Per session and departure, places held before included; details.limit and details.held say how many.',
  },
  TOO_MANY_HOLDS: {
    status: 409,
    message: {
      ru: 'Вы уже заняли места на многих рейсах. Оплатите их или освободите.',
      en: 'You are holding places on many departures already. Please pay for them or let some go.',
      zh: '您已在多个班次占座，请先付款或释放部分座位。',
    },
    hint: 'details.limit open holds of one session or customer.',
  },
  SUPPLIER_REFUSED: {
    status: 409,
    message: {
      ru: 'Перевозчик не подтвердил эти места. Выберите, пожалуйста, другие.',
      en: 'The operator did not confirm these places. Please choose others.',
      zh: '承运方未确认所选座位，请另选座位。',
    },
    hint: 'The supplier of the departure answered no; the places are free again. details.reason is its code.',
  },
});
