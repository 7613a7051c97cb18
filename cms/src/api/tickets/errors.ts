import { defineErrors } from '@gangway/kit';

export const ticketErrors = defineErrors({
  TICKETS_NOT_ISSUED: {
    status: 409,
    message: {
      ru: 'Билетов ещё нет: они появляются после оплаты.',
      en: 'There are no tickets yet: they come with the payment.',
      zh: '付款后才会出票。',
    },
    hint: 'The order is for tickets and has no admissions yet; see its state and payments.',
  },
  NO_TICKETS_IN_ORDER: {
    status: 404,
    message: {
      ru: 'В этом заказе нет билетов: в нём только товары.',
      en: 'There are no tickets in this order: it is for products only.',
      zh: '此订单只有商品，没有票。',
    },
    hint: 'No line of the order is an admission, so none will come; the list of its tickets is empty.',
  },
  TICKET_VOID: {
    status: 410,
    message: {
      ru: 'Этот билет аннулирован.',
      en: 'This ticket is void.',
      zh: '该票已作废。',
    },
    hint: 'Refunded or cancelled. PNG and PDF still answer, marked as void; passes and calendar entries do not.',
  },
  NOT_OFFERED: {
    status: 404,
    message: {
      ru: 'Такого вида билета у нас нет. Возьмите PDF или картинку.',
      en: 'We do not offer this kind of ticket. Take the PDF or the picture.',
      zh: '不提供此格式的票，请使用 PDF 或图片。',
    },
    hint: 'Wallet passes need PASS_CERTIFICATE, PASS_KEY and PASS_AUTHORITY, or SANDBOX=on.',
  },
  PAPERS_BUSY: {
    status: 503,
    message: {
      ru: 'Сейчас готовится много билетов. Попробуйте через минуту.',
      en: 'Many tickets are being made right now. Please try again in a minute.',
      zh: '正在生成大量票据，请稍后再试。',
    },
    hint: 'The queue of the drawing threads is full, or a drawing took too long.',
  },
});
