import { defineErrors } from '@gangway/kit';

/** What buyers, staff and gateways are told by this plugin. */
export const paymentErrors = defineErrors({
  PAYMENT_REFUSED: {
    status: 402,
    message: {
      ru: 'Платёж отклонён. Деньги не списаны: попробуйте другой способ.',
      en: 'The payment was declined. Nothing was charged: please try another way to pay.',
      zh: '付款被拒绝，未扣款：请尝试其他付款方式。',
    },
    hint: 'details.reason is the word of the gateway, as it came.',
  },
  PAYMENT_UNAVAILABLE: {
    status: 503,
    message: {
      ru: 'Платёжная система не отвечает. Повторите через минуту: дважды деньги не спишутся.',
      en: 'The payment system does not answer. Please try again in a minute: you will not be charged twice.',
      zh: '支付系统暂无响应，请一分钟后重试：不会重复扣款。',
    },
    hint: 'The attempt is kept and its outcome is asked for; the same Idempotency-Key goes on with it.',
  },
  ALREADY_PAID: {
    status: 409,
    message: { ru: 'Это уже оплачено.', en: 'This is already paid.', zh: '该订单已支付。' },
    hint: 'Show the tickets instead of the payment page.',
  },
  NOT_PAYABLE: {
    status: 409,
    message: {
      ru: 'Оплатить уже нельзя: срок прошёл или заказ отменён.',
      en: 'This can no longer be paid: its time has passed or it was cancelled.',
      zh: '已无法支付：已超时或订单已取消。',
    },
    hint: 'What is to be paid is closed; places have to be chosen again.',
  },
  METHOD_NOT_AVAILABLE: {
    status: 409,
    message: {
      ru: 'Этот способ оплаты здесь недоступен.',
      en: 'This way to pay is not available here.',
      zh: '此付款方式在此不可用。',
    },
    hint: 'details.methods lists those that are; managers switch them on and limit them per seller.',
  },
  RETURN_URL_REFUSED: {
    status: 400,
    message: {
      ru: 'На этот адрес нельзя вернуться после оплаты.',
      en: 'Buyers cannot be sent back to that address.',
      zh: '付款后无法返回该地址。',
    },
    hint: 'returnUrl must be on a configured origin; details.origins lists them.',
  },
  NOTIFICATION_REFUSED: {
    status: 403,
    message: {
      ru: 'Уведомление не принято.',
      en: 'The notification is not accepted.',
      zh: '通知未被接受。',
    },
    hint: 'The gateway did not recognise it as its own: wrong sender, signature or shape. Nothing was stored.',
  },
  REFUND_EXCEEDS_PAYMENT: {
    status: 409,
    message: {
      ru: 'Вернуть больше, чем осталось от оплаты, нельзя.',
      en: 'More than what is left of the payment cannot be refunded.',
      zh: '退款不能超过支付余额。',
    },
    hint: 'details.left is what captures minus refunds leave, requested ones included, in minor units.',
  },
  AMOUNT_DIFFERS: {
    status: 409,
    message: {
      ru: 'Сумма не совпадает с суммой к оплате.',
      en: 'The amount is not the amount to be paid.',
      zh: '金额与应付金额不一致。',
    },
    hint: 'Full payment only; details.amount is what has to be paid.',
  },
  NOT_BY_HAND: {
    status: 409,
    message: {
      ru: 'Этот возврат проводит платёжная система.',
      en: 'This refund is made by the payment system.',
      zh: '此退款由支付系统处理。',
    },
    hint: 'Only an open refund with a problem is ended by hand: `BY_HAND`, which no gateway can make, or one in review.',
  },
  REFUND_NOT_DUE: {
    status: 409,
    message: {
      ru: 'Повторить можно только неудавшийся возврат денег, которые ничего не оплатили.',
      en: 'Only a failed refund of money that has paid for nothing can be asked for again.',
      zh: '只能重新发起失败的、且款项未支付任何订单的退款。',
    },
    hint: 'When another refund fails, what it paid for is the buyer\u2019s again: ask for it there.',
  },
});
