import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page does that nobody sees: complaints, requests that fail or go elsewhere, and the weight of its scripts. */
export interface Watch {
  errors: string[];
  failed: string[];
  foreign: string[];
  /** Bytes of all scripts so far, packed by gzip. */
  scriptBytes: () => Promise<number>;
  forget: () => void;
}

export function watch(page: Page, origin: string): Watch {
  const scripts = new Map<string, Promise<number>>();
  const seen = { errors: [] as string[], failed: [] as string[], foreign: [] as string[] };
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') seen.failed.push(request.url());
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) seen.foreign.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.failed.push(`${response.status()} ${response.url()}`);
    if (response.request().resourceType() !== 'script') return;
    const size = response.body().then((body) => gzipSync(body).length);
    scripts.set(
      response.url(),
      size.catch(() => 0),
    );
  });
  return {
    ...seen,
    scriptBytes: async () => (await Promise.all(scripts.values())).reduce((sum, size) => sum + size, 0),
    forget: () => {
      scripts.clear();
      for (const list of Object.values(seen)) list.splice(0);
    },
  };
}

/** Adds up layout shifts from the first paint on (web.dev/articles/cls, without the session windows: stricter). */
export const measureShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const sums = window as unknown as { shifted: number };
    sums.shifted = 0;
    const add = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) sums.shifted += entry.value;
    };
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });

export const shifted = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { shifted: number }).shifted);

/** How far the parts of a page move when its letters come after the first paint, as on a slow line, to a new visitor. */
export async function shiftedByLateLetters(page: Page, url: string, width: number): Promise<number> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ viewport: { width, height: 844 }, serviceWorkers: 'block' });
  if (!context) throw new Error('The browser is gone.');
  const visit = await context.newPage();
  const painted = Promise.withResolvers<void>();
  await visit.route('**/*.woff2', (route) => painted.promise.then(() => route.continue()));
  await measureShifts(visit);
  await visit.goto(url, { waitUntil: 'commit' });
  await visit.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  painted.resolve();
  await visit.waitForLoadState('networkidle');
  await visit.evaluate(() => document.fonts.ready);
  const sum = await shifted(visit);
  await context.close();
  return sum;
}

/** By how many pixels the page can be moved sideways, and what sticks out. */
export const sideways = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return undefined;
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.slice(0, 5).map(({ tagName, className }) => `${tagName}.${String(className)}`);
    return `${scrollWidth - clientWidth} px: ${names.join(', ')}`;
  });

/** What axe calls serious or critical, one line each. */
export async function serious(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // The policy of the pages forbids scripts of strangers; this one comes through the debugger.
    await page.evaluate(axeSource);
  }
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      id: string;
      impact: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`)
            .join(' | ')}`,
      );
  });
}
