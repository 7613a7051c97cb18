import { defineErrors } from '@gangway/kit';

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
    hint: 'details.sellerIds names the sellers of what was asked for.',
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
    hint: 'details.reasonCode and details.policyVersion say why and by which rule; details.requestId is the refused request. Staff of the section Refunds can override it with a reason.',
  },
  REFUND_EXCEEDS_REST: {
    status: 409,
    message: {
      ru: 'Столько вернуть нельзя: эти деньги уже возвращены или возвращаются.',
      en: 'That is more than is left: this money has been given back or is on its way.',
      zh: '超出可退金额：该款项已退还或正在退还中。',
    },
    hint: 'Refunds count from the moment they are granted; details.requestId is the refused request.',
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
