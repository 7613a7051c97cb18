import type { SiteRecord } from './records.ts';

export const site: SiteRecord = {
  name: { ru: 'Сходни', en: 'Gangway', zh: '舷梯' },
  tagline: {
    ru: 'Места на борту: от Невы до Кипра',
    en: 'Places on board, from the Neva to Cyprus',
    zh: '从涅瓦河到塞浦路斯，船上有您的座位',
  },
  accent: '#C8401B',
  phone: '+7 812 000-00-00',
  email: 'hello@gangway.example',
  address: {
    ru: 'Санкт-Петербург, Вымышленная набережная, дом 1',
    en: '1 Imaginary Embankment, St Petersburg',
    zh: '圣彼得堡虚构滨河街 1 号',
  },
  footer: {
    ru: 'Демонстрационный сезон: компании, рейсы и цены вымышлены, настоящие деньги не списываются.',
    en: 'A demonstration season: the companies, trips and prices are invented, and no real money is taken.',
    zh: '演示航季：公司、班次和价格均为虚构，不会扣取真实款项。',
  },
  shelves: ['night', 'day-trips', 'music'],
};
