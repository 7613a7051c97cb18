import type { StrapiApp } from '@strapi/strapi/admin';

export default {
  config: { locales: ['ru', 'zh-Hans'] },
  bootstrap(_app: StrapiApp) {},
};
