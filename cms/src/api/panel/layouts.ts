/**
 * How the Content Manager shows one type before a manager arranges it: `list` are the columns, `form` the rows of
 * the form with each field's share of twelve, `title` the attribute that names a record in pickers and headings.
 */
export interface TypeLayout {
  list: string[];
  sort: { by: string; order: 'ASC' | 'DESC' };
  title: string;
  form: FormRow[];
  /** Shown in the form, computed by the system. */
  readOnly?: string[];
}

export type FormRow = Record<string, number>;

const byLabel = { by: 'label', order: 'ASC' } as const;
const byTitle = { by: 'title', order: 'ASC' } as const;

/** Every type a manager edits, by uid. */
export const layouts: Record<string, TypeLayout> = {
  'api::catalog.event': {
    list: ['startAt', 'activity', 'vessel', 'berth', 'capacity', 'state'],
    sort: { by: 'startAt', order: 'ASC' },
    title: 'label',
    form: [
      { activity: 8, state: 4 },
      { startAt: 6, endAt: 6 },
      { timezone: 4, capacity: 4, delayMinutes: 4 },
      { vessel: 6, berth: 6 },
      { seating: 6, seatingPlan: 6 },
      { venue: 6, schedule: 6 },
      { salesStartAt: 6, salesEndAt: 6 },
      { notice: 12 },
      { archived: 6 },
    ],
  },
  'api::catalog.activity': {
    list: ['image', 'title', 'kind', 'seller'],
    sort: byTitle,
    title: 'title',
    form: [
      { title: 8, kind: 4 },
      { summary: 12 },
      { image: 6, images: 6 },
      { description: 12 },
      { included: 6, notIncluded: 6 },
      { meetingPoint: 6, route: 6 },
      { seller: 6, categories: 6 },
      { ticketTypes: 6, tourLanguages: 6 },
      { durationMinutes: 4, minAge: 4, salesCutoffMinutes: 4 },
      { audience: 4, passengerData: 4, refundPolicy: 4 },
      { vatMode: 4, vatKind: 4, popularity: 4 },
      { questions: 12 },
      { slug: 8, archived: 4 },
    ],
  },
  'api::catalog.schedule': {
    list: ['activity', 'vessel', 'times', 'seasonFrom', 'seasonTo', 'active'],
    sort: byLabel,
    title: 'label',
    form: [
      { activity: 8, active: 4 },
      { vessel: 6, berth: 6 },
      { times: 8, timezone: 4 },
      { monday: 3, tuesday: 3, wednesday: 3, thursday: 3 },
      { friday: 3, saturday: 3, sunday: 3 },
      { seasonFrom: 4, seasonTo: 4, horizonDays: 4 },
      { exceptions: 12 },
      { seating: 6, capacity: 6 },
      { seatingPlan: 6, venue: 6 },
    ],
  },
  'api::catalog.price': {
    list: ['activity', 'ticketType', 'zone', 'amount', 'validFrom', 'validTo'],
    sort: byLabel,
    title: 'label',
    form: [
      { activity: 6, ticketType: 6 },
      { amount: 4, currency: 4, zone: 4 },
      { validFrom: 6, validTo: 6 },
      { event: 8, archived: 4 },
    ],
  },
  'api::catalog.ticket-type': {
    list: ['label', 'minAge', 'maxAge', 'occupiesPlace', 'needsAdult', 'position'],
    sort: { by: 'position', order: 'ASC' },
    title: 'label',
    form: [
      { name: 12 },
      { minAge: 4, maxAge: 4, position: 4 },
      { occupiesPlace: 4, needsAdult: 4, archived: 4 },
      { proof: 12 },
      { code: 4 },
    ],
  },
  'api::catalog.promotion': {
    list: ['code', 'label', 'percent', 'amount', 'validTo', 'active'],
    sort: { by: 'code', order: 'ASC' },
    title: 'label',
    form: [
      { code: 8, active: 4 },
      { name: 12 },
      { kind: 6, percent: 6 },
      { amount: 6, currency: 6 },
      { seller: 6, activities: 6 },
      { validFrom: 6, validTo: 6 },
      { maxUses: 6 },
    ],
  },
  'api::catalog.payment-method': {
    list: ['label', 'seller', 'key', 'position', 'active'],
    sort: { by: 'position', order: 'ASC' },
    title: 'label',
    form: [
      { name: 12 },
      { seller: 8, active: 4 },
      { key: 6, holdMinutes: 3, position: 3 },
      { minAmount: 4, maxAmount: 4, currency: 4 },
      { channels: 12 },
    ],
  },
  'api::catalog.fee': {
    list: ['label', 'seller', 'kind', 'amount', 'percent', 'active'],
    sort: byLabel,
    title: 'label',
    form: [
      { name: 12 },
      { seller: 8, active: 4 },
      { kind: 4, amount: 4, currency: 4 },
      { percent: 4, vatMode: 4, vatKind: 4 },
    ],
  },
  'api::catalog.product': {
    list: ['image', 'label', 'kind', 'amount', 'active'],
    sort: { by: 'position', order: 'ASC' },
    title: 'label',
    form: [
      { name: 12 },
      { description: 12 },
      { kind: 4, fulfilment: 4, position: 4 },
      { amount: 6, currency: 6 },
      { vatMode: 6, vatKind: 6 },
      { seller: 6, image: 6 },
      { slug: 4, active: 4, archived: 4 },
    ],
  },
  'api::catalog.vessel': {
    list: ['image', 'label', 'kind', 'capacity', 'accessible'],
    sort: byLabel,
    title: 'label',
    form: [
      { name: 12 },
      { description: 12 },
      { image: 6, seatingPlan: 6 },
      { kind: 4, capacity: 4, decks: 4 },
      { lengthMetres: 4, builtYear: 4, turnaroundMinutes: 4 },
      { accessible: 4, archived: 4 },
    ],
  },
  'api::seating.seating-plan': {
    list: ['label', 'version', 'capacity', 'archived'],
    sort: byLabel,
    title: 'label',
    form: [{ name: 12 }, { version: 4, capacity: 4, archived: 4 }, { geometry: 12 }],
    readOnly: ['capacity'],
  },
  'api::catalog.route': {
    list: ['label', 'durationMinutes', 'distanceKm', 'berths'],
    sort: byLabel,
    title: 'label',
    form: [
      { name: 12 },
      { description: 12 },
      { durationMinutes: 6, distanceKm: 6 },
      { berths: 12 },
      { slug: 8, archived: 4 },
    ],
  },
  'api::catalog.berth': {
    list: ['image', 'label', 'archived'],
    sort: byLabel,
    title: 'label',
    form: [
      { name: 6, address: 6 },
      { city: 6, directions: 6 },
      { latitude: 6, longitude: 6 },
      { image: 12 },
      { slug: 8, archived: 4 },
    ],
  },
  'api::catalog.venue': {
    list: ['image', 'label', 'timezone'],
    sort: byLabel,
    title: 'label',
    form: [
      { name: 6, address: 6 },
      { latitude: 6, longitude: 6 },
      { timezone: 6, image: 6 },
      { archived: 6 },
    ],
  },
  'api::catalog.category': {
    list: ['label', 'position', 'archived'],
    sort: { by: 'position', order: 'ASC' },
    title: 'label',
    form: [{ name: 12 }, { slug: 4, position: 4, archived: 4 }],
  },
  'api::catalog.page': {
    list: ['title', 'kind', 'inFooter'],
    sort: byTitle,
    title: 'title',
    form: [{ title: 8, kind: 4 }, { summary: 12 }, { body: 12 }, { slug: 8, inFooter: 4 }],
  },
  'api::catalog.seller': {
    list: ['logo', 'label', 'country', 'currency', 'membershipGate'],
    sort: byLabel,
    title: 'label',
    form: [
      { name: 6, legalName: 6 },
      { country: 4, currency: 4, taxRegime: 4 },
      { inn: 4, kpp: 4, ogrn: 4 },
      { legalAddress: 6, bankDetails: 6 },
      { registration: 6, membershipGate: 6 },
      { phone: 4, email: 4, website: 4 },
      { offerPage: 6, logo: 6 },
      { slug: 4, demo: 4, archived: 4 },
    ],
  },
  'plugin::notifications.message-text': {
    list: ['label', 'message'],
    sort: { by: 'message', order: 'ASC' },
    title: 'label',
    form: [{ label: 8, message: 4 }, { subject: 12 }, { body: 12 }],
    readOnly: ['label', 'message'],
  },
  'api::catalog.site': {
    list: ['phone'],
    sort: { by: 'id', order: 'ASC' },
    title: 'id',
    form: [
      { name: 6, tagline: 6 },
      { phone: 4, email: 4, accent: 4 },
      { address: 6, footer: 6 },
      { logo: 6, shelves: 6 },
    ],
  },
};
