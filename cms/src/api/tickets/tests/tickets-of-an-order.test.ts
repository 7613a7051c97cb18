import { locales, newId, newToken } from '@gangway/kit';
import { inOneSnapshot } from '../../../frame/database/one-snapshot.ts';
import { readOrderSource } from '../../ordering/messages/order-source.ts';
import type { TicketSources } from '../read-papers.ts';
import { ticketDocuments } from '../ticket-documents.ts';
import { codeOfPage, codeOfPicture } from './read-code.ts';
import { readPdf } from './read-pdf.ts';
import { sell } from './sold-order.ts';

interface Failure {
  error: { code: string };
}

const refusal = async (answer: Response) => [answer.status, ((await answer.json()) as Failure).error.code];
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
const forms = ['pdf', 'png', 'pkpass', 'ics'] as const;
const paths = (ticketId: string) => [
  'tickets',
  'tickets.pdf',
  ...forms.map((form) => `tickets/${ticketId}.${form}`),
];

describe('the tickets of an order', () => {
  const bought = sell({ count: 2 });

  it('are listed with codes, places and links', async () => {
    const { order, admissions, departure, get } = await bought;
    const answer = await get('tickets?locale=en');
    const { data, meta } = (await answer.json()) as { data: Record<string, unknown>[]; meta: unknown };
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(meta).toEqual({ pdf: `/api/orders/${order.id}/tickets.pdf` });
    expect(data.map(({ id, code, state, eventId }) => ({ id, code, state, eventId }))).toEqual(
      admissions.map(({ id, code }) => ({ id, code, state: 'issued', eventId: departure.id })),
    );
    expect(data[0]).toMatchObject({
      startAt: departure.startAt,
      timezone: departure.event.timezone,
      title: departure.activity.texts.en?.title,
      links: { pdf: `/api/orders/${order.id}/tickets/${admissions[0]?.id}.pdf` },
    });
  });

  it.each([
    ['pdf', 'application/pdf', 'inline', '%PDF'],
    ['png', 'image/png', 'inline', '\u0089PNG'],
    ['pkpass', 'application/vnd.apple.pkpass', 'attachment', 'PK'],
    ['ics', 'text/calendar; charset=utf-8; method=PUBLISH', 'attachment', 'BEGIN:VCALENDAR'],
  ])('come as %s, named after the order and kept by nobody', async (form, type, place, start) => {
    const { order, admissions, get } = await bought;
    const answer = await get(`tickets/${admissions[0]?.id}.${form}`);
    const serial = String(admissions[0]?.serial).padStart(6, '0');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const name = `ticket-${order.number}-${serial}.${form}`;
    expect(answer.headers.get('content-disposition')).toBe(`${place}; filename="${name}"`);
    expect(
      Buffer.from(await bytesOf(answer))
        .toString('latin1')
        .startsWith(start),
    ).toBe(true);
  });

  it('open to the session that bought them and by the token in a link', async () => {
    const { order, admissions, token, session } = await bought;
    const base = `${baseUrl}/api/orders/${order.id}`;
    for (const path of paths(String(admissions[0]?.id))) {
      const bySession = await fetch(`${base}/${path}`, { headers: { 'gangway-session': session } });
      const byLink = await fetch(`${base}/${path}?accessToken=${token}`);
      expect([path, bySession.status, byLink.status]).toEqual([path, 200, 200]);
    }
  });

  it('are not there for anybody else', async () => {
    const { order, admissions } = await bought;
    const stranger = await sell();
    const proofs: HeadersInit[] = [
      {},
      { authorization: `Bearer ${stranger.token}` },
      { authorization: `Bearer ${newToken()}` },
      { 'gangway-session': stranger.session },
      { 'gangway-session': newToken() },
    ];
    for (const headers of proofs)
      for (const path of paths(String(admissions[0]?.id))) {
        const answer = await fetch(`${baseUrl}/api/orders/${order.id}/${path}`, { headers });
        expect([path, ...(await refusal(answer))]).toEqual([path, 404, 'NOT_FOUND']);
      }
  });

  it('are not there under an unknown id, another order or another ending', async () => {
    const { admissions, get } = await bought;
    const stranger = await sell();
    const wrong = [
      ...forms.flatMap((form) =>
        [newId(), 'x', '%27%22', stranger.admissions[0]?.id].map((id) => `${id}.${form}`),
      ),
      ...[`${admissions[0]?.id}.exe`, `${admissions[0]?.id}`, `${admissions[0]?.id}.pdf.pdf`],
    ];
    for (const file of wrong)
      expect([file, ...(await refusal(await get(`tickets/${file}`)))]).toEqual([file, 404, 'NOT_FOUND']);
  });

  it('refuse unknown parameters, languages and verbs', async () => {
    const { admissions, get } = await bought;
    const file = `tickets/${admissions[0]?.id}.pdf`;
    expect(await refusal(await get(`${file}?size=a5`))).toEqual([400, 'UNKNOWN_FILTER']);
    expect(await refusal(await get(`${file}?locale=fr`))).toEqual([400, 'UNSUPPORTED_LOCALE']);
    expect(await refusal(await get(`tickets?accessToken=${'x'.repeat(300)}`))).toEqual([
      400,
      'INVALID_INPUT',
    ]);
    expect(await refusal(await get(file, { method: 'POST' }))).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  it('do not exist before the payment', async () => {
    const { get } = await sell({ admitted: false });
    const answer = await get('tickets');
    expect([answer.status, await answer.json()]).toEqual([200, { data: [], meta: { pdf: null } }]);
    expect(await refusal(await get('tickets.pdf'))).toEqual([409, 'TICKETS_NOT_ISSUED']);
  });

  it('are not promised where an order is for products only', async () => {
    const { get } = await sell({ count: 0 });
    const answer = await get('tickets');
    expect([answer.status, await answer.json()]).toEqual([200, { data: [], meta: { pdf: null } }]);
    expect(await refusal(await get('tickets.pdf'))).toEqual([404, 'NO_TICKETS_IN_ORDER']);
  });
});

describe('a void ticket', () => {
  const voided = sell({ state: 'voided' });

  it('stands in the list without its code', async () => {
    const { data } = (await (await (await voided).get('tickets')).json()) as {
      data: Record<string, unknown>[];
    };
    expect(data[0]).toMatchObject({ state: 'voided', code: null, links: { pkpass: null, ics: null } });
  });

  it.each([
    ['ru', 'АННУЛИРОВАН'],
    ['en', 'VOID'],
    ['zh', '已作废'],
  ])('says so in %s on its PDF, and cannot be scanned', async (locale, mark) => {
    const { get, admissions } = await voided;
    const [page] = readPdf(
      await bytesOf(await get(`tickets/${admissions[0]?.id}.pdf?locale=${locale}`)),
    ).pages;
    expect(page?.text).toContain(mark);
    expect(page && codeOfPage(page)).toBeUndefined();
  });

  it('cannot be scanned from its picture', async () => {
    const { get, admissions } = await voided;
    const answer = await get(`tickets/${admissions[0]?.id}.png`);
    expect([answer.status, await codeOfPicture(await bytesOf(answer))]).toEqual([200, undefined]);
  });

  it.each(['pkpass', 'ics'])('has no %s', async (form) => {
    const { get, admissions } = await voided;
    expect(await refusal(await get(`tickets/${admissions[0]?.id}.${form}`))).toEqual([410, 'TICKET_VOID']);
  });
});

async function sourcesOf(orderId: string): Promise<TicketSources> {
  const sources = await inOneSnapshot(strapi, (trx) => readOrderSource(trx, orderId));
  if (!sources) throw new Error('There is no such order.');
  return sources;
}

describe('tickets for an attachment', () => {
  it.each(locales)('are one PDF of what is good for boarding, in %s', async (locale) => {
    const { order, admissions } = await sell({ count: 3 });
    await strapi.db
      .connection('admissions')
      .where({ document_id: admissions[1]?.id })
      .update({ state: 'voided' });
    const bytes = await ticketDocuments(strapi).pdf(await sourcesOf(order.id), locale);
    const codes = readPdf(bytes).pages.map((page) => codeOfPage(page));
    expect(codes).toEqual([admissions[0]?.code, admissions[2]?.code]);
  });

  it('are refused where there is nothing good', async () => {
    const { order } = await sell({ state: 'voided' });
    const asked = ticketDocuments(strapi).pdf(await sourcesOf(order.id), 'ru');
    await expect(asked).rejects.toMatchObject({ code: 'TICKETS_NOT_ISSUED' });
  });
});
