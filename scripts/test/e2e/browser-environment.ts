import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';
import { chromium as playwright } from 'playwright-core';
import type { Browser, BrowserContext } from 'playwright-core';
import { childEnvironment } from '../../../config/env.ts';
import { root } from '../../root.ts';
import { chromium } from './chromium.ts';
import type { HouseUnderTest } from './house-under-test.ts';

const evidence = join(root, '.gangway', 'e2e');
/** Of everything that a test waits for in a browser; the slowest machine decides. */
const patienceMs = 90_000;
const viewport = { width: 1440, height: 900 };
// Root has no other user to lock the browser into, and one process less starts faster.
const flags = ['--no-sandbox', '--no-zygote', '--font-render-hinting=none'];

/**
 * Gives every test a page of its own and the house it runs against. A test that fails leaves its picture and trace in
 * .gangway/e2e.
 */
export default class BrowserEnvironment extends TestEnvironment {
  private browser: Browser | undefined;
  private session: BrowserContext | undefined;

  override async setup(): Promise<void> {
    await super.setup();
    const { executablePath, env } = await chromium();
    this.browser = await playwright.launch({
      executablePath,
      env: env as Record<string, string>,
      args: flags,
    });
    this.browser.on('context', (session) => session.setDefaultTimeout(patienceMs));
    this.global.house = JSON.parse(childEnvironment().GANGWAY_E2E ?? 'null') as HouseUnderTest;
  }

  override async teardown(): Promise<void> {
    await this.browser?.close();
    await super.teardown();
  }

  async handleTestEvent(event: Circus.Event): Promise<void> {
    if (event.name === 'test_start') await this.openPage();
    if (event.name === 'test_done') await this.closePage(event.test);
  }

  private async openPage(): Promise<void> {
    const session = await this.browser?.newContext({
      viewport,
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
    });
    if (!session) return;
    await session.tracing.start({ screenshots: true, snapshots: true });
    this.session = session;
    this.global.page = await session.newPage();
  }

  private async closePage(test: Circus.TestEntry): Promise<void> {
    if (!this.session) return;
    if (test.errors.length > 0) await keepEvidence(this.session, test);
    await this.session.close();
  }
}

async function keepEvidence(context: BrowserContext, test: Circus.TestEntry): Promise<void> {
  const name = `${test.parent.name} ${test.name}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
  mkdirSync(evidence, { recursive: true });
  await context.tracing.stop({ path: join(evidence, `${name}.zip`) });
  for (const page of context.pages()) await page.screenshot({ path: join(evidence, `${name}.png`) });
  console.error(`  The picture and the trace are in ${join(evidence, name)}.{png,zip}`);
}
