import type { Localized } from '@gangway/kit';

/** The parts of the back office that a role is granted, in the order in which people see them. */
export const sectionNames = [
  'catalog',
  'schedule',
  'orders',
  'refunds',
  'payments',
  'cash',
  'documents',
  'members',
  'verification',
  'support',
  'suppliers',
  'reports',
  'settings',
] as const;

export type SectionName = (typeof sectionNames)[number];

/** `act` includes `view`. */
export const sectionVerbs = ['view', 'act'] as const;
export type SectionVerb = (typeof sectionVerbs)[number];

export const sectionLevels = ['none', ...sectionVerbs] as const;
export type SectionLevel = (typeof sectionLevels)[number];
export type SectionGrants = Record<SectionName, SectionLevel>;

export const sectionTitles: Record<SectionName, Localized> = {
  catalog: { ru: 'Каталог', en: 'Catalogue', zh: '目录' },
  schedule: { ru: 'Расписание', en: 'Schedule', zh: '班次' },
  orders: { ru: 'Заказы', en: 'Orders', zh: '订单' },
  refunds: { ru: 'Возвраты', en: 'Refunds', zh: '退款' },
  payments: { ru: 'Платежи', en: 'Payments', zh: '支付' },
  cash: { ru: 'Касса', en: 'Cash desk', zh: '现金' },
  documents: { ru: 'Документы', en: 'Documents', zh: '单据' },
  members: { ru: 'Участники', en: 'Members', zh: '会员' },
  verification: { ru: 'Проверка личности', en: 'Verification', zh: '身份核验' },
  support: { ru: 'Поддержка', en: 'Support', zh: '客服' },
  suppliers: { ru: 'Поставщики', en: 'Suppliers', zh: '供应商' },
  reports: { ru: 'Отчёты', en: 'Reports', zh: '报表' },
  settings: { ru: 'Настройки', en: 'Settings', zh: '设置' },
};

/** What a person with the section can see and change there. */
export const sectionNotes: Record<SectionName, Localized> = {
  catalog: {
    ru: 'Экскурсии и события, суда, причалы, маршруты, цены, промокоды, товары, страницы, изображения.',
    en: 'Activities, vessels, berths, routes, prices, promotions, products, pages, pictures.',
    zh: '活动、船只、码头、航线、价格、优惠码、商品、页面和图片。',
  },
  schedule: {
    ru: 'Расписания и отдельные рейсы.',
    en: 'Schedules and single departures.',
    zh: '班次规则与具体班次。',
  },
  orders: { ru: 'Заказы и билеты.', en: 'Orders and tickets.', zh: '订单与船票。' },
  refunds: {
    ru: 'Заявки на возврат и их решение.',
    en: 'Refund requests and their decisions.',
    zh: '退款申请及处理。',
  },
  payments: { ru: 'Платежи и сверка.', en: 'Payments and reconciliation.', zh: '支付与对账。' },
  cash: { ru: 'Приём наличных.', en: 'Cash taken at the desk.', zh: '现金收款。' },
  documents: { ru: 'Счета, акты и чеки.', en: 'Invoices, acts and receipts.', zh: '账单、结算单与收据。' },
  members: {
    ru: 'Участники клуба и приглашения.',
    en: 'Club members and invites.',
    zh: '俱乐部会员与邀请。',
  },
  verification: {
    ru: 'Проверка селфи.',
    en: 'Review of selfies.',
    zh: '自拍核验。',
  },
  support: { ru: 'Обращения и переписка.', en: 'Support tickets and messages.', zh: '工单与消息。' },
  suppliers: {
    ru: 'Внешние поставщики рейсов.',
    en: 'Outside suppliers of departures.',
    zh: '外部班次供应商。',
  },
  reports: { ru: 'Отчёты и выгрузки.', en: 'Reports and exports.', zh: '报表与导出。' },
  settings: {
    ru: 'Продавцы, сайт, роли сотрудников.',
    en: 'Sellers, the site, roles of the staff.',
    zh: '商家、网站与员工角色。',
  },
};

/** The permission that Strapi's roles hold: `api::sections.catalog.view`. */
export function sectionAction(name: SectionName, verb: SectionVerb): string {
  return `api::sections.${name}.${verb}`;
}

/** The permissions any one of which opens the door: who may act may also view. */
export function actionsThatAllow(name: SectionName, verb: SectionVerb): string[] {
  const verbs: readonly SectionVerb[] = verb === 'view' ? sectionVerbs : ['act'];
  return verbs.map((one) => sectionAction(name, one));
}

export function isSectionName(value: unknown): value is SectionName {
  return sectionNames.some((name) => name === value);
}

/** `granted`: the action ids of all roles of one person. */
export function allowsSection({ granted, name, verb }: SectionQuestion): boolean {
  return actionsThatAllow(name, verb).some((action) => granted.includes(action));
}

export type SectionQuestion = { granted: readonly string[]; name: SectionName; verb: SectionVerb };
