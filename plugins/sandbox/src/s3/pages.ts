import { html, pick } from '@gangway/kit';
import type { Html, Locale, Localized } from '@gangway/kit';
import { layout } from '../page/layout.ts';
import { languageTags } from '../page/texts.ts';
import type { ObjectFacts } from './shelf.ts';

export interface BucketView {
  name: string;
  objects: readonly ObjectFacts[];
}

interface ObjectsView {
  locale: Locale;
  /** Where the store is mounted. */
  path: string;
  buckets: readonly BucketView[];
}

const words = {
  title: { ru: 'Хранилище', en: 'Store', zh: '对象存储' },
  lead: {
    ru: 'Картинки, которые загрузили менеджеры, когда задан S3_BUCKET. Всё лежит на этом компьютере.',
    en: 'The pictures that managers uploaded, when S3_BUCKET is set. Everything lies on this machine.',
    zh: '设置 S3_BUCKET 后，管理员上传的图片。所有内容都保存在本机。',
  },
  none: { ru: 'Здесь ещё ничего нет.', en: 'There is nothing here yet.', zh: '这里还没有内容。' },
  start: {
    ru: 'Запустите дом так: S3_BUCKET=gangway-pictures npm start',
    en: 'Start the house so: S3_BUCKET=gangway-pictures npm start',
    zh: '请这样启动：S3_BUCKET=gangway-pictures npm start',
  },
  key: { ru: 'Ключ', en: 'Key', zh: '键' },
  type: { ru: 'Тип', en: 'Type', zh: '类型' },
  size: { ru: 'Байт', en: 'Bytes', zh: '字节' },
  stored: { ru: 'Сохранено', en: 'Stored', zh: '保存时间' },
} satisfies Record<string, Localized>;

/** Every bucket with its objects, the newest first. */
export function objectsPage({ locale, path, buckets }: ObjectsView): Html {
  const content = html`<h1>${pick(words.title, locale)}</h1>
    <p class="lead">${pick(words.lead, locale)}</p>
    ${buckets.map((bucket) => bucketCard({ bucket, locale, path }))}
    ${buckets.length === 0 ? nothing(pick(words.start, locale), locale) : undefined}`;
  return layout({ locale, content, here: `${path}/` });
}

interface Card {
  bucket: BucketView;
  locale: Locale;
  path: string;
}

function bucketCard({ bucket: { name, objects }, locale, path }: Card): Html {
  const rows = objects.toSorted((left, right) => right.modified.localeCompare(left.modified));
  return html`<section>
    <h2>${name} · ${objects.length}</h2>
    ${
      rows.length === 0
        ? nothing('', locale)
        : html`<div class="objects">
            <table>
              <thead>
                <tr>
                  <th>${pick(words.key, locale)}</th>
                  <th>${pick(words.type, locale)}</th>
                  <th class="number">${pick(words.size, locale)}</th>
                  <th>${pick(words.stored, locale)}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.map((object) => row({ object, bucket: name, locale, path }))}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}

interface Row {
  object: ObjectFacts;
  bucket: string;
  locale: Locale;
  path: string;
}

function row({ object: { key, type, size, modified }, bucket, locale, path }: Row): Html {
  const address = `${path}/-/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const when = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'short', timeStyle: 'medium' });
  return html`<tr>
    <td><a href="${address}">${key}</a></td>
    <td>${type}</td>
    <td class="number">${new Intl.NumberFormat(languageTags[locale]).format(size)}</td>
    <td><time datetime="${modified}">${when.format(new Date(modified))}</time></td>
  </tr>`;
}

const nothing = (hint: string, locale: Locale): Html =>
  html`<div class="empty">
    <p><strong>${pick(words.none, locale)}</strong></p>
    ${hint === '' ? undefined : html`<p class="soft">${hint}</p>`}
  </div>`;
