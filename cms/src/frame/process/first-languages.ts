import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { strapiLocale } from '@gangway/kit';

const names = { ru: 'Русский', en: 'English', zh: '中文' } as const;

/** The languages of a new installation, Russian as the default. Strapi's own first language would be English alone. */
export async function createFirstLanguages(strapi: Core.Strapi): Promise<void> {
  const languages = strapi.db.query('plugin::i18n.locale');
  if ((await languages.count()) > 0) return;
  for (const locale of readEnv().locales) {
    await languages.create({ data: { code: strapiLocale(locale), name: names[locale] } });
  }
  await strapi
    .store({ type: 'plugin', name: 'i18n' })
    .set({ key: 'default_locale', value: strapiLocale('ru') });
}
