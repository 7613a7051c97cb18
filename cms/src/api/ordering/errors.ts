import { type AppError, defineErrors, type ErrorDetails, type Localized } from '@gangway/kit';
import type { AskRefusal } from './domain/refund-rule.ts';

export const orderingErrors = defineErrors({
  ILLEGAL_TRANSITION: {
    status: 409,
    message: {
      ru: 'В этом состоянии заказа так сделать нельзя.',
      en: 'The order is not in a state that allows this.',
      zh: '订单当前状态不允许此操作。',
    },
    hint: 'details.from and details.to name the states; the allowed moves are in the README of the room.',
  },
  EMPTY_ORDER: {
    status: 422,
    message: {
      ru: 'В заказе ничего нет: выберите места или товары.',
      en: 'There is nothing in the order: choose places or products.',
      zh: '订单为空：请选择座位或商品。',
    },
    hint: 'Give holdIds of live holds with places in them, or lines with products.',
  },
  HOLD_EXPIRED: {
    status: 409,
    message: {
      ru: 'Эти места больше не удерживаются за вами. Выберите места ещё раз.',
      en: 'These places are no longer kept for you. Please choose them again.',
      zh: '这些座位已不再为您保留，请重新选择。',
    },
    hint: 'details.holdIds are unknown, expired, ordered already, or of another session; the answer is the same for all.',
  },
  SEVERAL_SELLERS: {
    status: 422,
    message: {
      ru: 'В одном заказе могут быть билеты и товары только одного продавца. Оформите два заказа.',
      en: 'One order holds tickets and products of one seller only. Please place two orders.',
      zh: '一个订单只能包含同一卖方的票和商品，请分开下单。',
    },
    hint: 'details.sellerIds names the sellers of what was asked for, details.holds whose places each hold is of.',
  },
  UNKNOWN_PRODUCT: {
    status: 422,
    message: {
      ru: 'Такого товара нет в продаже.',
      en: 'This product is not on sale.',
      zh: '该商品未在售。',
    },
    hint: 'details.productIds are unknown, inactive or archived.',
  },
  SEAT_NOT_HELD: {
    status: 422,
    message: {
      ru: 'Указано место, которое за вами не удерживается.',
      en: 'A place was named that is not kept for you.',
      zh: '指定的座位并未为您保留。',
    },
    hint: 'details.seats: seatTypes or passengers name seats or holds that are not in the order, or name one twice.',
  },
  NEEDS_ADULT: {
    status: 422,
    message: {
      ru: 'Дети едут только вместе со взрослым: добавьте взрослый билет.',
      en: 'Children travel with an adult: add an adult ticket.',
      zh: '儿童须由成人陪同：请添加成人票。',
    },
    hint: 'details.eventId: all its tickets are of types that need an adult.',
  },
  NEEDS_PAYING_GUEST: {
    status: 422,
    message: {
      ru: 'Бесплатные места — только вместе с платными: на каждый бесплатный билет нужен платный.',
      en: 'Free places come with paid ones only: each free ticket needs one that is paid for.',
      zh: '免费座位须与付费座位一同购买：每张免费票须搭配一张付费票。',
    },
    hint: 'details.eventId, details.free and details.paid count the tickets of that departure that take a place.',
  },
  AGE_NOT_ALLOWED: {
    status: 422,
    message: {
      ru: 'Возраст пассажира не подходит к виду билета.',
      en: 'The age of a passenger does not fit the ticket type.',
      zh: '乘客年龄与票种不符。',
    },
    hint: 'details.ticketTypeId, details.minAge and details.maxAge; ages are full years on the day of departure.',
  },
  PASSENGERS_REQUIRED: {
    status: 422,
    message: {
      ru: 'Укажите данные каждого пассажира.',
      en: 'Please give the details of every passenger.',
      zh: '请填写每位乘客的信息。',
    },
    hint: 'details.eventId and details.missing: the activity asks names, or names and documents, of all passengers.',
  },
  CONSENT_REQUIRED: {
    status: 422,
    message: {
      ru: 'Чтобы оформить заказ, примите оферту и согласие на обработку персональных данных.',
      en: 'To place the order, accept the offer and the processing of personal data.',
      zh: '下单前请同意要约条款和个人数据处理。',
    },
    hint: 'details.consents names what is missing; codes are offer and personal-data.',
  },
  UNKNOWN_PROMOTION: {
    status: 422,
    message: {
      ru: 'Такого промокода нет. Проверьте, как он написан.',
      en: 'There is no such promotion code. Please check the spelling.',
      zh: '该优惠码不存在，请检查拼写。',
    },
    hint: 'No active promotion of the seller has the code.',
  },
  PROMOTION_NOT_APPLICABLE: {
    status: 422,
    message: {
      ru: 'Промокод сейчас не действует на этот заказ.',
      en: 'The promotion code does not apply to this order now.',
      zh: '该优惠码目前不适用于此订单。',
    },
    hint: 'details.reason: not_yet, over, activities.',
  },
  PROMOTION_USED_UP: {
    status: 409,
    message: {
      ru: 'Этот промокод уже использован максимальное число раз.',
      en: 'This promotion code has been used as often as it can be.',
      zh: '该优惠码已达到使用次数上限。',
    },
    hint: 'Uses of expired and cancelled orders become free again.',
  },
  AMOUNT_TOO_LARGE: {
    status: 422,
    message: {
      ru: 'Сумма заказа слишком велика. Разделите его или напишите нам.',
      en: 'The order costs too much. Please divide it or write to us.',
      zh: '订单金额过大，请拆分或联系我们。',
    },
    hint: 'Amounts of one order end at 2,147,483,647 minor units.',
  },
  ORDER_NOT_PAID: {
    status: 409,
    message: {
      ru: 'Возвращать нечего: заказ не оплачен или уже закрыт.',
      en: 'There is nothing to give back: the order is not paid, or it is closed.',
      zh: '无可退款项：订单未支付或已关闭。',
    },
    hint: 'details.status: only PAID and PARTIALLY_REFUNDED orders hold money.',
  },
  UNKNOWN_ORDER_LINE: {
    status: 422,
    message: {
      ru: 'Такой позиции в заказе нет.',
      en: 'The order has no such line.',
      zh: '订单中没有该项目。',
    },
    hint: 'details.lineId is not the id of a line of this order.',
  },
  REFUND_REFUSED: {
    status: 409,
    message: {
      ru: 'По правилам возврата эти деньги вернуть нельзя. Если считаете, что это ошибка, напишите нам.',
      en: 'The refund rules do not allow this. If you think that is a mistake, please write to us.',
      zh: '根据退款规则，此项无法退款。如有疑问，请联系我们。',
    },
    hint: 'details.reasonCode and details.policyVersion say why and by which rule; details.requestId is the refused request. Staff of the section Refunds can override it with a reason, all but WHOLE_TABLE.',
  },
  REFUND_EXCEEDS_REST: {
    status: 409,
    message: {
      ru: 'Столько вернуть нельзя: эти деньги уже возвращены или возвращаются.',
      en: 'That is more than is left: this money has been given back or is on its way.',
      zh: '超出可退金额：该款项已退还或正在退还中。',
    },
    hint: 'Refunds count from the moment they are granted. details.requestId is the refused request, where one was made; details.lineId the line of which less is left.',
  },
  PLACES_LOST: {
    status: 409,
    message: {
      ru: 'Места этого заказа уже заняты или рейс недоступен.',
      en: 'The places of this order are taken, or the departure is not available.',
      zh: '该订单的座位已被占用，或班次不可用。',
    },
    hint: 'details.reason. Nothing was written; take a new order, or give the money back.',
  },
  DEPARTURE_OVER: {
    status: 409,
    message: {
      ru: 'Этот рейс уже отправился или отменён.',
      en: 'This departure has left or was cancelled already.',
      zh: '该班次已出发或已取消。',
    },
    hint: 'details.state names its state: what has departed, is completed or cancelled stays as it is.',
  },
  DEPARTURE_IN_PAST: {
    status: 422,
    message: {
      ru: 'Новое время уже прошло: укажите время в будущем.',
      en: 'The new time has passed already: choose one that is ahead.',
      zh: '新时间已过：请选择将来的时间。',
    },
    hint: 'The start with its delay has to be ahead of the business time.',
  },
  UNKNOWN_BERTH: {
    status: 422,
    message: {
      ru: 'Такого причала нет.',
      en: 'There is no such berth.',
      zh: '没有此码头。',
    },
    hint: 'berth is the id of a berth that is not archived; the preview lists them.',
  },
  NOTHING_CHANGED: {
    status: 422,
    message: {
      ru: 'Ничего не изменилось: укажите новое время, причал, задержку или объявление.',
      en: 'Nothing has changed: give a new time, berth, delay or notice.',
      zh: '没有任何更改：请填写新的时间、码头、延误或通知。',
    },
    hint: 'startAt, endAt, berth and delayMinutes are as they were, and there is no notice.',
  },
  UNKNOWN_SELLER: {
    status: 422,
    message: {
      ru: 'Укажите продавца черновика: такого продавца нет.',
      en: 'Name the seller of the draft: there is no such seller.',
      zh: '请指定草稿订单的卖方：该卖方不存在。',
    },
    hint: 'seller is the id of a seller that is not archived; an order with places or products takes theirs.',
  },
});

const refusals: Partial<Record<AskRefusal, Localized>> = {
  WHOLE_TABLE: {
    ru: 'Этот стол продаётся целиком: верните билеты на все его места или не возвращайте ни одного.',
    en: 'This table is sold whole: give the tickets of all its seats back, or keep them all.',
    zh: '此桌整桌出售：请退回该桌全部座位的票，或全部保留。',
  },
  TOO_LATE: {
    ru: 'До отправления меньше срока, за который билеты можно вернуть. Если случилось что-то серьёзное, напишите нам.',
    en: 'It is too late to give these tickets back by yourself. If something serious has happened, please write to us.',
    zh: '已超过自助退票时限。如遇特殊情况，请联系我们。',
  },
  NOT_REFUNDABLE: {
    ru: 'Эти билеты проданы без права возврата. Если считаете, что это ошибка, напишите нам.',
    en: 'These tickets were sold without a right to a refund. If you think that is a mistake, please write to us.',
    zh: '这些票售出时注明不可退款。如有疑问，请联系我们。',
  },
  ALREADY_USED: {
    ru: 'По этому билету уже прошли на борт, вернуть его нельзя.',
    en: 'This ticket has been used for boarding and cannot be given back.',
    zh: '此票已用于登船，无法退款。',
  },
  FEE_WITH_TICKET: {
    ru: 'Сбор возвращается вместе со своим билетом: выберите билет.',
    en: 'A fee goes back with its ticket: please choose the ticket.',
    zh: '手续费随票一并退还：请选择相应的票。',
  },
  DIGITAL_DELIVERED: {
    ru: 'Цифровые товары уже выданы: они возвращаются только вместе со всеми билетами заказа.',
    en: 'Digital goods have been delivered: they go back only together with all tickets of the order.',
    zh: '数字商品已交付：只能与订单中的全部票一并退还。',
  },
  NEEDS_ADULT: {
    ru: 'Дети не могут остаться без взрослого: верните и детские билеты или оставьте один взрослый.',
    en: 'Children cannot stay without an adult: give their tickets back too, or keep one adult.',
    zh: '儿童不能没有成人陪同：请一并退回儿童票，或保留一张成人票。',
  },
  NEEDS_PAYING_GUEST: {
    ru: 'Бесплатные места остаются только вместе с платными: верните и бесплатные билеты или оставьте столько же платных.',
    en: 'Free places stay only with paid ones: give the free tickets back too, or keep as many paid ones.',
    zh: '免费座位须与付费座位一同保留：请一并退回免费票，或保留同样数量的付费票。',
  },
};

/** REFUND_EXCEEDS_REST, or REFUND_REFUSED in the words of its reason, where there are some. */
export function refundRefused(reasonCode: string, details: ErrorDetails): AppError {
  if (reasonCode === 'EXCEEDS_REST') return orderingErrors.REFUND_EXCEEDS_REST(details);
  const refusal = orderingErrors.REFUND_REFUSED(details);
  const messages = refusals[reasonCode as AskRefusal];
  return messages ? Object.assign(refusal, { messages, message: messages.en }) : refusal;
}
