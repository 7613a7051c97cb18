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

export const emptyForm = (country: string): CheckoutForm => ({
  ...{ fullName: '', email: '', country, phone: '', promo: '', otherSeats: false, passengers: {} },
  consents: { offer: false, 'personal-data': false, marketing: false },
});

export function readSent(data: FormData): Sent {
  const text = (name: string) => textIn(data, name);
  const form = {
    ...{ fullName: text('fullName'), email: text('email'), country: text('country'), phone: text('phone') },
    ...{ promo: text('promo'), otherSeats: data.has('otherSeats'), passengers: passengersIn(data) },
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
    shown: text('shown'),
    wish: wishIn(data),
    types: typesIn(data),
    typed: typedIn(data),
  };
}

function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim().slice(0, longest) : '';
}

const ours = new Set(['deed', 'nonce', 'wish', 'shown']);

const typedIn = (data: FormData): Sent['typed'] =>
  [...data].flatMap(([name, value]) =>
    typeof value === 'string' && !ours.has(name) ? [[name, value] as [string, string]] : [],
  );

function wishIn(data: FormData): string {
  const value = data.get('wish');
  return typeof value === 'string' ? value : '';
}

function typesIn(data: FormData): Sent['types'] {
  return [...data.keys()].flatMap((name) => {
    const [kind, eventId, ...seat] = name.split(':');
    if (kind !== 'type' || !eventId) return [];
    return [[eventId, seat.join(':'), textIn(data, name)] as [string, string, string]];
  });
}

const passengerField = /^p:(.+):(fullName|birthDate|document)$/;

function passengersIn(data: FormData): CheckoutForm['passengers'] {
  const passengers: CheckoutForm['passengers'] = {};
  for (const name of data.keys()) {
    const [, key, field] = passengerField.exec(name) ?? [];
    if (!key || !field) continue;
    const known = passengers[key] ?? { fullName: '', birthDate: '', document: '' };
    passengers[key] = { ...known, [field]: textIn(data, name) };
  }
  return passengers;
}
