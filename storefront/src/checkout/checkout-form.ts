/** What a buyer wrote into the checkout, as it came. */
export interface CheckoutForm {
  fullName: string;
  email: string;
  country: string;
  phone: string;
  promo: string;
  consents: { offer: boolean; 'personal-data': boolean; marketing: boolean };
  otherSeats: boolean;
  /** Of each ticket that the activity asks a passenger for, by the ticket's key. */
  passengers: Record<string, PassengerEntry>;
}

export interface PassengerEntry {
  fullName: string;
  birthDate: string;
  document: string;
}

/** What is done with the form, and what was on the page when it was sent. */
export interface Sent {
  form: CheckoutForm;
  /** `pay`, `refresh`, `promo`, `remove:…`: the button. */
  deed: string;
  /** The code in its field; undefined where one is in force and there is no field. */
  promo?: string;
  nonce: string;
  /** Of the page that was sent: what it does to the places is done once, however often it is sent. */
  page: string;
  /** The amount on the button, in minor units. */
  shown: string;
  /** What the page offered, packed. */
  wish: string;
  /** All that was typed and ticked, by the names of the fields. */
  typed: [name: string, value: string][];
  /** Ticket types chosen on the page: departure, seat, type. */
  types: [eventId: string, seatCode: string, ticketTypeId: string][];
}

const longest = 300;
const mostFields = 2_000;
const mostTypes = 400;

export const emptyForm = (country: string): CheckoutForm => ({
  ...{ fullName: '', email: '', country, phone: '', promo: '', otherSeats: false, passengers: {} },
  consents: { offer: false, 'personal-data': false, marketing: false },
});

export function readSent(data: FormData): Sent {
  const fields = fieldsIn(data);
  const text = (name: string) => textIn(data, name);
  const form = {
    ...{ fullName: text('fullName'), email: text('email'), country: text('country'), phone: text('phone') },
    ...{ promo: text('promo'), otherSeats: data.has('otherSeats'), passengers: passengersIn(fields) },
    consents: {
      offer: data.has('consent-offer'),
      'personal-data': data.has('consent-personal-data'),
      marketing: data.has('consent-marketing'),
    },
  };
  return {
    form,
    deed: text('deed') || 'refresh',
    ...(data.has('promo') ? { promo: text('promo') } : {}),
    nonce: text('nonce'),
    page: text('page'),
    shown: text('shown'),
    wish: wishIn(data),
    types: typesIn(fields),
    typed: typedIn(fields),
  };
}

/** The first value of each field; a form of ours has no more of them than this. */
function fieldsIn(data: FormData): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of data) {
    if (fields.size >= mostFields) break;
    if (typeof value === 'string' && !fields.has(name)) fields.set(name, value);
  }
  return fields;
}

function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? short(value) : '';
}

const short = (value: string): string => value.trim().slice(0, longest);

const ours = new Set(['deed', 'nonce', 'page', 'wish', 'shown']);

const typedIn = (fields: Map<string, string>): Sent['typed'] =>
  [...fields].filter(([name]) => !ours.has(name));

function wishIn(data: FormData): string {
  const value = data.get('wish');
  return typeof value === 'string' ? value : '';
}

function typesIn(fields: Map<string, string>): Sent['types'] {
  const types = [...fields].flatMap(([name, value]): Sent['types'] => {
    const [kind, eventId, ...seat] = name.split(':');
    return kind === 'type' && eventId ? [[eventId, seat.join(':'), short(value)]] : [];
  });
  return types.slice(0, mostTypes);
}

const passengerField = /^p:(.+):(fullName|birthDate|document)$/;

function passengersIn(fields: Map<string, string>): CheckoutForm['passengers'] {
  const passengers = new Map<string, PassengerEntry>();
  for (const [name, value] of fields) {
    const [, key, field] = passengerField.exec(name) ?? [];
    if (!key || !field) continue;
    const known = passengers.get(key) ?? { fullName: '', birthDate: '', document: '' };
    passengers.set(key, { ...known, [field]: short(value) });
  }
  return Object.fromEntries(passengers);
}
