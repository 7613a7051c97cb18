import { archivedWith, currency, label, slug } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const seller: TypeWords = {
  displayName: 'Seller',
  position: 16,
  name: word('Продавцы', 'Sellers', '商家'),
  fields: {
    label,
    slug,
    name: field('Название', 'Name', '名称'),
    legalName: field('Юридическое название', 'Legal name', '法定名称'),
    country: field('Страна', 'Country', '国家', {
      hint: word(
        'Страны, чьи ставки НДС известны. Не меняется, пока у продавца есть экскурсии, товары или сборы.',
        'Countries whose VAT rates are known. It stays while the seller has activities, products or fees.',
        '仅列出增值税税率已知的国家；商家有活动、商品或费用时不可更改。',
      ),
      options: {
        RU: word('Россия', 'Russia', '俄罗斯'),
        EE: word('Эстония', 'Estonia', '爱沙尼亚'),
        CY: word('Кипр', 'Cyprus', '塞浦路斯'),
      },
    }),
    currency,
    taxRegime: field('Налоговый режим', 'Tax regime', '税制', {
      options: {
        general: word('Общий', 'General', '一般税制'),
        simplified: word('Упрощённый без НДС', 'Simplified, no VAT', '简易税制（免增值税）'),
        simplified5: word('Упрощённый, НДС 5 %', 'Simplified, VAT 5 %', '简易税制 5%'),
        simplified7: word('Упрощённый, НДС 7 %', 'Simplified, VAT 7 %', '简易税制 7%'),
        foreign: word('Иностранный', 'Foreign', '境外'),
      },
    }),
    membershipGate: field('Кому открыта продажа', 'Who may buy', '购买权限', {
      options: {
        off: word('Всем', 'Everybody', '所有人'),
        members_only_activities: word('Клубное — участникам', 'Club activities to members', '会员活动限会员'),
        all: word('Только участникам', 'Members only', '仅限会员'),
      },
    }),
    inn: field('ИНН', 'Taxpayer number (INN)', '纳税人识别号'),
    kpp: field('КПП', 'Registration reason code (KPP)', '税务登记原因码'),
    ogrn: field('ОГРН', 'State register number (OGRN)', '国家注册号'),
    registration: field('Регистрация за рубежом', 'Registration abroad', '境外注册信息'),
    legalAddress: field('Юридический адрес', 'Legal address', '法定地址'),
    bankDetails: field('Банковские реквизиты', 'Bank details', '银行信息'),
    phone: field('Телефон', 'Phone', '电话'),
    email: field('Электронная почта', 'E-mail', '电子邮箱'),
    website: field('Сайт', 'Website', '网站'),
    offerPage: field('Страница оферты', 'Offer page', '要约页面'),
    logo: field('Логотип', 'Logo', '标志'),
    demo: field('Учебный продавец', 'Demo seller', '演示商家', {
      hint: word('Не может продавать по-настоящему.', 'Cannot sell for real.', '不能真实销售。'),
    }),
    archived: archivedWith(
      word(
        'Все рейсы и товары продавца уходят с сайта.',
        'All departures and products of the seller leave the site.',
        '该商家的所有班次和商品从网站下架。',
      ),
    ),
  },
};
