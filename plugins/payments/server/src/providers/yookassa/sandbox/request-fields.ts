import type { Field, Fields } from './fields.ts';

/** The fields of API v3 (https://yookassa.ru/developers/api), with the limits of its reference. */

const currencies = ['RUB', 'EUR', 'USD', 'KZT', 'BYN', 'UAH', 'UZS', 'TRY', 'INR', 'MDL', 'AZN', 'AMD'];

const amount: Field = {
  kind: 'object',
  fields: {
    value: {
      kind: 'text',
      pattern: /^\d{1,10}\.\d{2}$/,
      required: true,
      says: 'Payment amount is illegal',
    },
    currency: { kind: 'choice', of: currencies, required: true, says: 'Currency code is illegal' },
  },
};

const measures = [
  ...['piece', 'gram', 'kilogram', 'ton', 'centimeter', 'decimeter', 'meter', 'square_centimeter'],
  ...['square_decimeter', 'square_meter', 'milliliter', 'liter', 'cubic_meter', 'kilowatt_hour'],
  ...['gigacalorie', 'day', 'hour', 'minute', 'second', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'],
  'another',
];

const subjects = [
  ...['commodity', 'excise', 'job', 'service', 'gambling_bet', 'gambling_prize', 'lottery', 'lottery_prize'],
  ...['intellectual_activity', 'payment', 'agent_commission', 'property_right', 'non_operating_gain'],
  ...['insurance_premium', 'sales_tax', 'resort_fee', 'composite', 'another', 'fine', 'tax', 'lien', 'cost'],
  ...['pension_insurance_without_payouts', 'pension_insurance_with_payouts'],
  ...['health_insurance_without_payouts', 'health_insurance_with_payouts', 'health_insurance', 'casino'],
  ...['agent_withdrawals', 'non_marked_excise', 'marked_excise', 'marked', 'non_marked'],
];

const text = (max: number, min = 0): Field => ({ kind: 'text', min, max });
const required = (field: Field): Field => ({ ...field, required: true });

const markCodes = [
  ...['mark_code_raw', 'unknown', 'ean_8', 'ean_13', 'itf_14', 'gs_10', 'gs_1m', 'short', 'fur'],
  ...['egais_20', 'egais_30'],
];

const industryDetails: Field = {
  kind: 'list',
  min: 1,
  max: 6,
  of: {
    kind: 'object',
    fields: {
      federal_id: required({ kind: 'text', pattern: /^\d{3}$/ }),
      document_date: required({ kind: 'text', pattern: /^\d{4}-\d{2}-\d{2}$/ }),
      document_number: required(text(32, 1)),
      value: required(text(256, 1)),
    },
  },
};

/** «Чеки от ЮKassa» require the measure and know two modes; agents and suppliers are not theirs. */
const receiptItem: Field = {
  kind: 'object',
  fields: {
    description: required(text(128, 1)),
    quantity: required({ kind: 'quantity' }),
    amount: required(amount),
    vat_code: required({ kind: 'whole', from: 1, to: 12 }),
    measure: required({ kind: 'choice', of: measures }),
    payment_subject: required({ kind: 'choice', of: subjects }),
    payment_mode: required({ kind: 'choice', of: ['full_prepayment', 'full_payment'] }),
    mark_code_info: {
      kind: 'object',
      fields: Object.fromEntries(markCodes.map((name) => [name, text(256, 1)])),
    },
    mark_mode: { kind: 'choice', of: ['0'] },
    mark_quantity: {
      kind: 'object',
      fields: {
        numerator: required({ kind: 'whole', from: 1, to: 1_000_000 }),
        denominator: required({ kind: 'whole', from: 1, to: 1_000_000 }),
      },
    },
    planned_status: { kind: 'whole', from: 1, to: 6 },
    product_code: text(96, 1),
    country_of_origin_code: { kind: 'text', pattern: /^[A-Z]{2}$/ },
    customs_declaration_number: text(32, 1),
    excise: { kind: 'text', pattern: /^\d{1,10}\.\d{2}$/ },
    payment_subject_industry_details: industryDetails,
  },
};

const customer: Field = {
  kind: 'object',
  fields: {
    full_name: text(256, 1),
    inn: { kind: 'text', pattern: /^(\d{10}|\d{12})$/ },
    // «Чеки от ЮKassa» reach people by e-mail alone.
    email: required({ kind: 'text', max: 254, pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ }),
    phone: { kind: 'text', pattern: /^\d{4,15}$/ },
  },
};

export const mostReceiptItems = 80;

const receiptFields: Fields = {
  customer: required(customer),
  items: required({ kind: 'list', of: receiptItem, min: 1, max: mostReceiptItems }),
  internet: { kind: 'flag' },
  tax_system_code: { kind: 'whole', from: 1, to: 6 },
  timezone: { kind: 'whole', from: 1, to: 11 },
  receipt_industry_details: industryDetails,
  receipt_operational_details: {
    kind: 'object',
    fields: {
      operation_id: required({ kind: 'whole', from: 0, to: 255 }),
      value: required(text(64, 1)),
      created_at: required({ kind: 'moment' }),
    },
  },
};

const receipt: Field = { kind: 'object', fields: receiptFields };

const pageLocale: Field = { kind: 'choice', of: ['ru_RU', 'en_US'] };
const returnUrl: Field = {
  kind: 'text',
  max: 2048,
  pattern: /^https?:\/\/\S+$/,
  required: true,
  says: 'Return url is missing',
};

const confirmation: Field = {
  kind: 'variant',
  cases: {
    redirect: { return_url: returnUrl, enforce: { kind: 'flag' }, locale: pageLocale },
    embedded: { locale: pageLocale },
    qr: { return_url: { ...returnUrl, required: undefined }, locale: pageLocale },
    external: { locale: pageLocale },
    mobile_application: { return_url: returnUrl, locale: pageLocale },
  },
};

const phone: Fields = { phone: { kind: 'text', pattern: /^\d{4,15}$/ } };

/** `card` is for shops that see card numbers, which needs PCI DSS. */
const paymentMethod: Field = {
  kind: 'variant',
  cases: {
    bank_card: { card: { kind: 'closed' } },
    yoo_money: {},
    sbp: {},
    ...{ sberbank: phone, tinkoff_bank: phone, sber_loan: phone, sber_bnpl: phone, alfa_pay: {} },
    ...{ mobile_balance: phone, cash: phone, electronic_certificate: {}, b2b_sberbank: {} },
  },
};

const closed: Field = { kind: 'closed' };

export const paymentFields: Fields = {
  amount: required(amount),
  capture: { kind: 'flag' },
  confirmation,
  payment_method_data: paymentMethod,
  payment_token: text(10_240, 1),
  payment_method_id: text(64, 1),
  description: { kind: 'text', max: 128, says: 'Description is too long. Max. length is 128' },
  metadata: { kind: 'metadata' },
  receipt,
  merchant_customer_id: text(200, 1),
  save_payment_method: { kind: 'flag' },
  client_ip: { kind: 'text', pattern: /^[0-9a-fA-F.:]{3,45}$/ },
  recipient: { kind: 'object', fields: { gateway_id: required({ kind: 'text', pattern: /^\d{1,20}$/ }) } },
  ...{ airline: closed, transfers: closed, deal: closed, payment_order: closed, receiver: closed },
  statements: closed,
};

export const captureFields: Fields = {
  amount,
  receipt,
  ...{ airline: closed, transfers: closed, deal: closed },
};

export const refundFields: Fields = {
  payment_id: required(text(64, 1)),
  amount: required(amount),
  description: text(250, 1),
  receipt,
  metadata: { kind: 'metadata' },
  ...{ sources: closed, deal: closed, refund_method_data: closed },
};

const settlement: Field = {
  kind: 'object',
  fields: {
    type: required({ kind: 'choice', of: ['cashless', 'prepayment', 'postpayment', 'consideration'] }),
    amount: required(amount),
  },
};

export const separateReceiptFields: Fields = {
  ...receiptFields,
  type: required({ kind: 'choice', of: ['payment', 'refund'] }),
  payment_id: text(64, 1),
  refund_id: text(64, 1),
  send: required({ kind: 'flag' }),
  settlements: required({ kind: 'list', of: settlement, min: 1, max: 10 }),
};

const moments = (name: string): Fields =>
  Object.fromEntries(['gte', 'gt', 'lte', 'lt'].map((how) => [`${name}.${how}`, { kind: 'moment' }]));

/** Queries arrive as texts. */
const page: Fields = {
  limit: { kind: 'text', pattern: /^([1-9]\d?|100)$/ },
  cursor: { kind: 'text', min: 1, max: 64 },
  ...moments('created_at'),
};

const methodNames = ['bank_card', 'yoo_money', 'sbp', 'sberbank', 'tinkoff_bank', 'sber_loan', 'alfa_pay'];

export const paymentFilters: Fields = {
  ...page,
  ...moments('captured_at'),
  payment_method: { kind: 'choice', of: methodNames },
  status: { kind: 'choice', of: ['pending', 'waiting_for_capture', 'succeeded', 'canceled'] },
};

const outcomes: Field = { kind: 'choice', of: ['pending', 'succeeded', 'canceled'] };

export const refundFilters: Fields = { ...page, payment_id: text(64, 1), status: outcomes };

export const receiptFilters: Fields = { ...refundFilters, refund_id: text(64, 1) };
