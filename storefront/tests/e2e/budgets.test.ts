import { foreignWords, languages, missingKeys, type Language } from './foreign-words.ts';
import { measureShifts, serious, shifted, shiftedByLateLetters, sideways, watch } from './page-watch.ts';
import { departures, holdTickets, placeOrder } from './shop-api.ts';

const budgetKb = { light: 100, seats: 160 };
const steadyUpTo = 0.05;
/** Loaded at the first of each pair, then drawn at both. */
const widths = [
  [390, 320],
  [1440, 768],
] as const;

interface Place {
  path: string;
  /** Kilobytes of script, packed. */
  kb: number;
}

const places: Record<string, Place> = {};

const at = (width: number) => ({ width, height: width < 700 ? 844 : 900 });

beforeAll(async () => {
  const [general] = await departures('general');
  const [assigned] = await departures('assigned');
  Object.assign(places, {
    home: { path: '', kb: budgetKb.light },
    catalogue: { path: '/events', kb: budgetKb.light },
    event: { path: `/events/${general?.id}`, kb: budgetKb.light },
    seats: { path: `/events/${assigned?.id}/seatmap`, kb: budgetKb.seats },
    checkout: { path: '/checkout', kb: budgetKb.light },
    order: { path: '/orders', kb: budgetKb.light },
    account: { path: '/account/login', kb: budgetKb.light },
  });
});

async function pathOf(name: string): Promise<string> {
  if (name !== 'checkout' && name !== 'order') return places[name]?.path ?? '';
  const { session } = await holdTickets(page.context());
  return name === 'checkout' ? '/checkout' : `/orders/${(await placeOrder(session)).id}`;
}

const names = ['home', 'catalogue', 'event', 'seats', 'checkout', 'order', 'account'];
const cases = names.flatMap((name) => languages.map((language) => [name, language] as const));

describe('every page keeps to its budgets', () => {
  it.each(cases)('%s in %s', async (name: string, language: Language) => {
    const seen = watch(page, house.siteUrl);
    await measureShifts(page);
    const path = `${house.siteUrl}/${language}${await pathOf(name)}`;
    const found: Record<string, unknown> = {};
    const note = (what: string, value: unknown) => {
      if (Array.isArray(value) ? value.length > 0 : value !== undefined) found[what] = value;
    };
    for (const [loaded, drawn] of widths) {
      await page.setViewportSize(at(loaded));
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      seen.forget();
      await page.goto(path, { waitUntil: 'networkidle' });
      const sum = await shifted(page);
      note(`shifts at ${loaded}`, sum > steadyUpTo ? sum : undefined);
      const kb = (await seen.scriptBytes()) / 1024;
      note(`script at ${loaded}`, kb > (places[name]?.kb ?? 0) ? `${kb.toFixed(1)} kB` : undefined);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const width of [drawn, loaded]) {
          await page.setViewportSize(at(width));
          note(`sideways at ${width} ${colorScheme}`, await sideways(page));
        }
        if (language === 'ru') note(`axe at ${loaded} ${colorScheme}`, await serious(page));
      }
      note(`words at ${loaded}`, await foreignWords(page, language));
      const { errors, failed, foreign } = seen;
      note(`console at ${loaded}`, [...errors]);
      note(`requests at ${loaded}`, [...failed, ...foreign]);
    }
    expect(found).toEqual({});
  });

  it.each(languages)('the front page in %s stands still when its letters come late', async (language) => {
    const sums: Record<number, number> = {};
    for (const width of [320, 390, 768, 1440])
      sums[width] = await shiftedByLateLetters(page, `${house.siteUrl}/${language}`, width);
    expect(Math.max(...Object.values(sums))).toBeLessThanOrEqual(steadyUpTo);
  });

  it.each([320, 390])('what leaves next takes as much room at %i px whatever its name', async (width) => {
    await page.setViewportSize(at(width));
    await page.goto(`${house.siteUrl}/en`, { waitUntil: 'networkidle' });
    const caption = page.locator('.front__caption');
    const heights: (number | undefined)[] = [];
    for (const name of [
      'Jazz',
      'An evening masquerade',
      'A night on the bridge of a ship that sails to Kronstadt',
    ]) {
      await caption.locator('strong').evaluate((title, text) => void (title.textContent = text), name);
      heights.push((await caption.boundingBox())?.height);
    }
    expect(new Set(heights).size).toBe(1);
    expect(await sideways(page)).toBeUndefined();
  });

  it('all words are there in every language', () => {
    expect(missingKeys()).toEqual([]);
  });
});
