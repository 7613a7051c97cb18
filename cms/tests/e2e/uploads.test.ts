import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { ask, collection, demoAdministrator, letIn, open } from './back-office.ts';

interface Shown {
  id: string;
  activity: { id: string; image: { url: string } };
}

const photograph = () =>
  sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#3a6ea5' } })
    .jpeg()
    .toBuffer();

async function departure(): Promise<Shown> {
  const { data } = await ask<{ data: Shown[] }>('/api/events?pageSize=1&locale=ru&seller=slow-ahead');
  if (!data[0]) throw new Error('There are no departures.');
  return data[0];
}

/** The catalogue follows an edit by itself. */
async function untilShown(id: string, url: string): Promise<void> {
  const { data } = await ask<{ data: Shown }>(`/api/events/${id}?locale=ru`);
  if (data.activity.image.url === url) return;
  await pause(50);
  await untilShown(id, url);
}

describe('a picture', () => {
  it('that a manager puts into the library goes to the bucket and is seen on the website', async () => {
    const member = await demoAdministrator();
    await letIn(page.context(), member);
    await open(page, '/plugins/upload');
    const name = `pier-${Date.now().toString(36)}.jpg`;
    const picture = { name, mimeType: 'image/jpeg', buffer: await photograph() };
    // What «Добавить» → «Импорт файлов» opens.
    await page.locator('main input[type=file][multiple]').setInputFiles(picture);
    await page.locator('main').getByText(name).first().waitFor();
    const found = `/upload/files?filters[name][$eq]=${name}`;
    const { results } = await ask<{ results: { id: number; url: string }[] }>(found, member);
    const [file] = results;
    expect(file?.url).toMatch(/^\/media\//);

    const { id, activity } = await departure();
    const publish = `${collection('activity')}/${activity.id}/actions/publish?locale=ru`;
    await ask(publish, { method: 'POST', token: member.token, body: { image: file?.id } });
    await untilShown(id, file?.url ?? '');
    await page.goto(`${house.siteUrl}/ru/events/${id}`);
    const image = page.locator(`img[src*="${file?.url}"]`).first();
    await image.waitFor();
    const drawn = await image.evaluate((element) => {
      const { naturalWidth, currentSrc } = element as HTMLImageElement;
      return { isDrawn: naturalWidth > 0, from: new URL(currentSrc).origin };
    });
    expect(drawn).toEqual({ isDrawn: true, from: house.siteUrl });
    expect(await (await fetch(`${house.sandboxUrl}/s3/`)).text()).toContain(file?.url.replace('/media/', ''));
  });
});
