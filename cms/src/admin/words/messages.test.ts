import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { strapiLocales } from './language.ts';
import { menuMessageId, translations, type Messages } from './messages.ts';
import { panelWords } from './panel-words.ts';
import { typeWords } from './type-words.ts';

const require = createRequire(__filename);

const shipped = [
  { prefix: '', folder: '@strapi/admin/dist/admin/admin/src/translations' },
  { prefix: 'content-manager.', folder: '@strapi/content-manager/dist/admin/translations' },
  { prefix: 'upload.', folder: '@strapi/upload/dist/admin/translations' },
  { prefix: 'i18n.', folder: '@strapi/i18n/dist/admin/translations' },
  { prefix: 'users-permissions.', folder: '@strapi/plugin-users-permissions/dist/admin/translations' },
  { prefix: 'email.', folder: '@strapi/email/dist/admin/translations' },
];

const modules = join(dirname(require.resolve('@strapi/admin/package.json')), '../..');

/** What Strapi itself would say in a language. */
function strapiMessages(locale: string): Messages {
  const parts = shipped.map(({ prefix, folder }) => {
    const file = join(modules, folder, `${locale}.json.js`);
    const held = existsSync(file) ? textsOf(require(file)) : {};
    return Object.fromEntries(Object.entries(held).map(([id, text]) => [prefix + id, text]));
  });
  return Object.assign({}, ...parts) as Messages;
}

type Shipped = { default?: Messages };

const textsOf = (module: unknown): Messages => (module as Shipped).default ?? (module as Messages);

/** Pages of Strapi that are switched off here, its paid parts, and texts that are names or samples. */
const elsewhere = new RegExp(
  [
    '^tours\\.|^app\\.components\\.(BlockLink|HomePage|ImgPreview|InstallPluginPage|listPlugins|MediaLibraryBanner|UpsellBanner|NpsSurvey|GuidedTour)',
    '^HomePage\\.(welcome|community|create|roadmap|button|widget\\.deploy)|^widget\\.(deploy|last-activity)|^app\\.components\\.LeftMenu\\.trial|rial',
    'arketplace|MarketPlace|PluginsPage|DownloadDb|content-releases|review-workflow|premiumFeature|urchase|udit|icense|\\.sso|SSO|loud',
    '[aA]i[A-Z]|AI[A-Z]|\\.ai([.-]|$)|aiMetadata|etadata|history\\.|DynamicZone|notification\\.(ee|version)',
    'placeholder$|popover\\.link\\.(rel|target)|global\\.fullname|minMaxDivider|feature\\.(dkim|oauth2)|^global\\.plugins\\.',
    '^Settings\\.(sso|review|PluginsPage|webhooks\\.events|apiTokens|transferTokens|application\\.(ee|edition|strapi))',
    'information\\.(last-published|last-draft|document)\\.value',
  ].join('|'),
);

/** The text without its variables and the machinery around them. */
const prose = (text: string): string =>
  text
    .replace(/\{\s*\w+\s*\}/g, '')
    .replace(/\{\s*\w+,\s*(plural|select),/g, '')
    .replace(/(=\d+|zero|one|two|few|many|other|true|false|undefined|null)\s*\{/g, '')
    .replace(/<[^>]*>/g, '');

const scripts = { ru: /[а-яё]/i, 'zh-Hans': /\p{Script=Han}/u };
const english = strapiMessages('en');

describe('the texts of the panel', () => {
  it.each(Object.entries(translations))('in %s can all be formatted', (_locale, messages) => {
    const broken = Object.entries(messages).filter(([, text]) => !isMessage(text));
    expect(broken).toEqual([]);
  });

  it.each(['ru', 'zh-Hans'] as const)('leave nothing of Strapi in English for %s', (locale) => {
    const spoken = strapiMessages(locale);
    const ours = translations[locale] ?? {};
    const silent = Object.keys(english)
      .filter((id) => !elsewhere.test(id) && !(id in ours))
      .filter((id) => isForeign(spoken[id], scripts[locale]));
    expect(silent).toEqual([]);
  });

  it('have an own text in the right letters for everything the panel says', () => {
    for (const [id, { ru, en, zh }] of Object.entries(panelWords)) {
      const own = prose(ru).match(/\p{L}/u) !== null;
      expect([id, !own || scripts.ru.test(ru)]).toEqual([id, true]);
      expect([id, !own || scripts['zh-Hans'].test(zh)]).toEqual([id, true]);
      expect([id, /[а-яё]|\p{Script=Han}/iu.test(en)]).toEqual([id, false]);
    }
  });

  it('name every list in the menu, found by a search in any language', () => {
    for (const words of Object.values(typeWords)) {
      const id = menuMessageId(words);
      for (const [locale, name] of Object.entries(words.name)) {
        expect(translations[strapiLocales[locale as 'ru']]?.[id]).toBe(name);
        expect(id).toContain(name);
      }
    }
  });
});

function isMessage(text: string): boolean {
  try {
    return parse(text).length >= 0;
  } catch {
    return false;
  }
}

const isForeign = (text: string | undefined, script: RegExp): boolean =>
  text === undefined || !isMessage(text) || (!script.test(text) && /[A-Za-z]{3}/.test(prose(text)));
