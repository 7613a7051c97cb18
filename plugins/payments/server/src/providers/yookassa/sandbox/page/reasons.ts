import type { Locale } from '@gangway/kit';

type Sentence = Record<Locale, string>;

/** What a buyer is told about the reasons of API v3. */
const reasons: Record<string, Sentence> = {
  '3d_secure_failed': {
    ru: 'Банк не получил подтверждения по 3-D Secure.',
    en: 'The bank was given no 3-D Secure confirmation.',
    zh: '银行未收到 3-D Secure 验证确认。',
  },
  call_issuer: {
    ru: 'Карта отклонена по неизвестной причине: позвоните в свой банк.',
    en: 'The card was declined without a reason: call your bank.',
    zh: '银行卡被拒，原因未知，请联系发卡行。',
  },
  card_expired: {
    ru: 'Истёк срок действия карты.',
    en: 'The card has expired.',
    zh: '银行卡已过期。',
  },
  country_forbidden: {
    ru: 'Картой этой страны заплатить нельзя.',
    en: 'Cards of this country cannot pay here.',
    zh: '不接受该国家发行的银行卡。',
  },
  expired_on_capture: {
    ru: 'Магазин не подтвердил списание вовремя, деньги вернулись.',
    en: 'The shop did not confirm the charge in time, the money was released.',
    zh: '商户未及时确认扣款，款项已解冻。',
  },
  expired_on_confirmation: {
    ru: 'Время на оплату вышло.',
    en: 'The time to pay has run out.',
    zh: '付款时间已过。',
  },
  canceled_by_merchant: {
    ru: 'Магазин отменил платёж.',
    en: 'The shop cancelled the payment.',
    zh: '商户已取消付款。',
  },
  fraud_suspected: {
    ru: 'Платёж похож на мошеннический и остановлен.',
    en: 'The payment looks fraudulent and was stopped.',
    zh: '该付款疑似欺诈，已被拦截。',
  },
  general_decline: {
    ru: 'Причина не названа: обратитесь в свой банк.',
    en: 'No reason was given: ask your bank.',
    zh: '未说明原因，请咨询发卡行。',
  },
  insufficient_funds: {
    ru: 'Не хватает денег на карте.',
    en: 'There is not enough money on the card.',
    zh: '卡内余额不足。',
  },
  invalid_card_number: {
    ru: 'Неправильный номер карты.',
    en: 'The card number is wrong.',
    zh: '卡号不正确。',
  },
  invalid_csc: {
    ru: 'Неправильный код CVC.',
    en: 'The CVC code is wrong.',
    zh: 'CVC 安全码不正确。',
  },
  issuer_unavailable: {
    ru: 'Банк, выпустивший карту, не отвечает.',
    en: 'The bank that issued the card does not answer.',
    zh: '发卡银行暂时无响应。',
  },
  payment_method_limit_exceeded: {
    ru: 'Исчерпан лимит платежей по карте.',
    en: 'The limit of the card is used up.',
    zh: '已超出该卡的付款限额。',
  },
  payment_method_restricted: {
    ru: 'Операции по карте запрещены.',
    en: 'The card is blocked for payments.',
    zh: '该卡被限制交易。',
  },
};

export const reasonText = (reason: string, locale: Locale): string =>
  (reasons[reason] ?? reasons.general_decline)?.[locale] ?? reason;

/** In how many letters a help for testers names a reason. */
export const reasonName = (reason: string): string => reason.replaceAll('_', ' ');
