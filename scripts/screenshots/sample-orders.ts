/** Orders for pictures of the back office, made as buyers and staff make them: over the API of a running house. */

export interface SampleHouse {
  url: string;
  /** Of somebody who may do everything. */
  token: string;
  /** Where the gateway of the demonstration listens, and with which credentials. */
  sandbox: { url: string; credentials: string };
}

export interface SampleOrder {
  id: string;
  number: string;
  accessToken: string;
}

interface Sale {
  /** Which of the departures that are on sale. */
  departure: number;
  seats: number;
  customer: { fullName: string; email: string; phone: string };
}

const people = [
  ['Анна Воронцова', 'anna.vorontsova@example.org', '+79215550101'],
  ['James Whitfield', 'j.whitfield@example.com', '+447911123456'],
  ['李雪梅', 'xuemei.li@example.cn', '+8613800138000'],
  ['Константин Александрович Преображенский-Вознесенский', 'k.preobrazhensky@example.org', '+79115550102'],
  ['Maria García', 'maria.garcia@example.es', '+34612345678'],
  ['Пётр Лебедев', 'lebedev@example.org', '+79995550104'],
] as const;

async function ask<Data>(
  { url, token }: Partial<SampleHouse>,
  { path, method = 'GET', body }: { path: string; method?: string; body?: object },
): Promise<Data> {
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers };
  const answer = await fetch(`${url}${path}`, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return (JSON.parse(text) as { data: Data }).data;
}

interface OnSale {
  id: string;
  seating: string;
}

async function seatedDepartures(url: string): Promise<OnSale[]> {
  const events = await ask<OnSale[]>({ url }, { path: '/api/events?pageSize=60' });
  return events.filter(({ seating }) => seating === 'assigned');
}

/** On the departure that is asked for, or the next one that wants no details of passengers. */
async function sell(url: string, sale: Sale): Promise<SampleOrder> {
  const events = await seatedDepartures(url);
  for (const event of [...events.slice(sale.departure), ...events])
    try {
      return await sellOn(url, event, sale);
    } catch (error) {
      if (!String(error).includes('PASSENGERS_REQUIRED')) throw error;
    }
  throw new Error('Nothing with numbered seats is on sale.');
}

/** Locks free seats and orders them. */
async function sellOn(url: string, event: OnSale, { seats, customer }: Sale): Promise<SampleOrder> {
  const all = await ask<{ seats: { seatCode: string; status: string }[] }>(
    { url },
    { path: `/api/events/${event.id}/seats` },
  );
  const free = all.seats.filter(({ status }) => status === 'free').map(({ seatCode }) => seatCode);
  const sessionId = crypto.randomUUID();
  const lock = { sessionId, seats: free.slice(0, seats) };
  await ask({ url }, { path: `/api/events/${event.id}/seats/lock`, method: 'POST', body: lock });
  const body = { sessionId, customer, consents: ['offer', 'personal-data'] };
  return ask<SampleOrder>({ url }, { path: '/api/orders', method: 'POST', body });
}

function customerOf(index: number): Sale['customer'] {
  const [fullName, email, phone] = people[index % people.length] ?? people[0];
  return { fullName, email, phone };
}

/** Paid in cash, refunded in part, waiting, cancelled: one order of each kind. Answers what is worth a picture. */
export async function makeSampleOrders(house: SampleHouse): Promise<{ order: string; payment: string }> {
  const { url } = house;
  const orders: SampleOrder[] = [];
  for (const index of people.keys())
    orders.push(
      await sell(url, { departure: index * 3, seats: 1 + (index % 3), customer: customerOf(index) }),
    );
  const [first, second, third, fourth] = orders as [SampleOrder, SampleOrder, SampleOrder, SampleOrder];
  const deed = (order: SampleOrder, what: string, body: object) =>
    ask<{ id: string }>(house, { path: `/api/admin/orders/${order.id}/${what}`, method: 'POST', body });
  const cash = { method: 'cash', reference: 'Ордер 17', reason: 'Заплатили на причале' };
  for (const order of [second, third]) await deed(order, 'mark-paid', cash);
  const payment = await payOnline(house, fourth);
  await refundOneTicket(house, third);
  await deed(first, 'cancel', { reason: 'Двойной заказ' });
  return { order: third.id, payment };
}

interface Started {
  paymentId: string;
  action: { type: string; url?: string };
}

/** As a buyer does who goes to the page of the gateway and pays there. */
async function payOnline({ url, sandbox }: SampleHouse, { id, accessToken }: SampleOrder): Promise<string> {
  const body = { orderId: id, method: 'yookassa', accessToken };
  const started = await ask<Started>({ url }, { path: '/api/payments', method: 'POST', body });
  const externalId = new URL(started.action.url ?? '').searchParams.get('orderId');
  const authorization = `Basic ${Buffer.from(sandbox.credentials).toString('base64')}`;
  const answer = await fetch(`${sandbox.url}/yookassa/control/payments/${externalId}/pay`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ card: '5555555555554477' }),
  });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}: ${await answer.text()}`);
  return started.paymentId;
}

interface Line {
  id: string;
  kind: string;
}

async function refundOneTicket(house: SampleHouse, order: SampleOrder): Promise<void> {
  const path = `/api/admin/orders/${order.id}`;
  const { lines } = await ask<{ lines: Line[] }>(house, { path });
  const ticket = lines.find(({ kind }) => kind === 'admission');
  const body = { lines: [{ lineId: ticket?.id }], reason: 'Заболел ребёнок', override: true };
  await ask(house, { path: `${path}/refund`, method: 'POST', body });
  const card = await ask<{ payments: { refunds: { id: string }[] }[] }>(house, { path });
  for (const { id } of card.payments.flatMap(({ refunds }) => refunds))
    await ask(house, {
      path: `/api/admin/payment-refunds/${id}/confirm`,
      method: 'POST',
      body: { reference: 'Ордер 18' },
    });
}
