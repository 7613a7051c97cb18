import { formatMoney, locales, money, shortTicketCode } from '@gangway/kit';
import type { Locale } from '@gangway/kit';
import { seats } from '../../seating/domain/geometry.ts';
import { readPaperSeller } from '../store/paper-sources.ts';
import { codeOfPage, codeOfPicture } from './read-code.ts';
import { readPdf } from './read-pdf.ts';
import { holderName, price, sell } from './sold-order.ts';
import type { Sold } from './sold-order.ts';

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
const withoutSpaces = (text: string) => text.replace(/\s/g, '');
const localTime = (at: number, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);

/** Words that must never stand on a ticket: requisites of the receipt (54-FZ) in any of our languages. */
const fiscalWords = [/ФН/, /ФД/, /ФПД?\b/u, /фискальн/i, /fiscal/i, /财政/, /税控/, /receipt/i, /чек/i];

/** Everything that a passenger needs, found in the tables by another way than the paper's. */
async function needed({ order, admissions, departure }: Sold, locale: Locale): Promise<string[]> {
  const [admission] = admissions;
  const { event, activity, berth, vessel, plan } = departure;
  const seat = plan && seats(plan).find(({ seatCode }) => seatCode === admission?.seatCode);
  const deck = plan?.decks.find(({ id }) => id === seat?.deck);
  const seller = await readPaperSeller(strapi.db.connection, order.sellerId);
  const day = new Intl.DateTimeFormat('en', { timeZone: event.timezone, day: 'numeric' }).format(
    event.startAt,
  );
  return [
    order.number,
    shortTicketCode(String(admission?.code)),
    activity.texts[locale]?.title,
    ...[day, localTime(departure.leavesAt, event.timezone), localTime(event.endAt, event.timezone)],
    ...[berth?.name[locale], berth?.address[locale], berth?.city[locale], berth?.directions?.[locale]],
    locale === 'ru' ? 'yandex.ru/maps' : 'openstreetmap.org',
    ...[vessel?.name[locale], deck?.name[locale], seat?.row ?? seat?.table, seat?.number],
    ...[{ ru: 'Взрослый', en: 'Adult', zh: '成人票' }[locale], holderName],
    formatMoney(money(price, 'RUB'), locale),
    { ru: 'включён НДС 22', en: 'includes 22% VAT', zh: '含 22% 增值税' }[locale],
    { ru: '24 часов', en: '24 hours', zh: '24 小时' }[locale],
    ...[seller?.legalName[locale], seller?.inn, seller?.kpp, seller?.ogrn, seller?.legalAddress[locale]],
    ...[seller?.phone, seller?.email, `/${locale}/pages/${seller?.offerPage}`],
  ].map(String);
}

describe('the paper of a ticket', () => {
  const bought = sell({ count: 2 });

  describe.each(locales)('in %s', (locale) => {
    const pdf = bought.then(async ({ get, admissions }) =>
      readPdf(await bytesOf(await get(`tickets/${admissions[0]?.id}.pdf?locale=${locale}`))),
    );

    it('says everything that a passenger needs', async () => {
      const text = withoutSpaces((await pdf).pages[0]?.text ?? '');
      const missing = (await needed(await bought, locale)).filter(
        (part) => !text.includes(withoutSpaces(part)),
      );
      expect(missing).toEqual([]);
    });

    it('has words for everything, and none of the receipt', async () => {
      const { text = '' } = (await pdf).pages[0] ?? {};
      expect(text).not.toContain('\ufffd');
      expect(text).not.toContain('undefined');
      expect(fiscalWords.filter((word) => word.test(text))).toEqual([]);
    });

    it('has its title and language', async () => {
      expect((await pdf).title).toContain((await bought).order.number);
    });

    it('shows a code in the PDF that a scanner reads', async () => {
      const [page] = (await pdf).pages;
      expect(page && codeOfPage(page)).toBe((await bought).admissions[0]?.code);
    });

    it('shows a code in the picture that a scanner reads', async () => {
      const { get, admissions } = await bought;
      const png = await bytesOf(await get(`tickets/${admissions[1]?.id}.png?locale=${locale}`));
      expect(await codeOfPicture(png)).toBe(admissions[1]?.code);
    });
  });

  it('embeds the fonts that write Cyrillic and Chinese', async () => {
    const { get, admissions } = await bought;
    const fontsIn = async (locale: Locale) =>
      readPdf(await bytesOf(await get(`tickets/${admissions[0]?.id}.pdf?locale=${locale}`))).fonts;
    expect(await fontsIn('ru')).toEqual(['NotoSans-Bold', 'NotoSans-Regular']);
    expect(await fontsIn('zh')).toEqual([
      ...['NotoSans-Bold', 'NotoSans-Regular', 'NotoSansSC-Bold', 'NotoSansSC-Regular'],
    ]);
  });

  it('has a page for each ticket of the order', async () => {
    const { get, admissions } = await bought;
    const { pages } = readPdf(await bytesOf(await get('tickets.pdf')));
    expect(pages.map((page) => codeOfPage(page))).toEqual(admissions.map(({ code }) => code));
  });

  it('says free seating where no seat is numbered', async () => {
    const { departureWith } = await import('./sold-order.ts');
    const open = departureWith(({ event, berth }) => event.seating === 'general' && Boolean(berth));
    const { get, admissions } = await sell({ departure: open });
    const { pages } = readPdf(await bytesOf(await get(`tickets/${admissions[0]?.id}.pdf?locale=en`)));
    expect(pages[0]?.text).toContain('Free seating');
  });
});
