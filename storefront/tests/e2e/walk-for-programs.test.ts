import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as till from './till.ts';

const readme = readFileSync(join(__dirname, '..', '..', '..', 'README.md'), 'utf8');

/** The program of the README, for the house under test. */
function program(): string {
  const [, text = ''] = /The same as a program does it[^]*?```js\n([^]*?)```/.exec(readme) ?? [];
  return text
    .replaceAll('http://localhost:1337', house.url)
    .replaceAll('http://localhost:4321', house.siteUrl);
}

async function run(text: string): Promise<string> {
  const args = ['--input-type=module', '--eval', text];
  return (await promisify(execFile)(process.execPath, args)).stdout.trim();
}

const isPaid = ({ subject }: { subject: string }) => /paid/.test(subject);

describe('the walk for programs in README', () => {
  it('ends with the tickets of a paid order in the mailbox', async () => {
    await page.goto(await run(program()));
    await till.payWith(till.paying);
    const letter = await till.letterTo('anna@example.org', isPaid);
    await page.goto(till.linkIn(letter));
    expect(await page.locator('[data-order]').getAttribute('data-status')).toBe('PAID');
    expect(await page.locator('[data-ticket][data-state=issued]').count()).toBe(2);
  });
});
