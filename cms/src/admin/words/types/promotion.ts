import { active, currency, label } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const promotion: TypeWords = {
  displayName: 'Promotion',
  position: 6,
  name: word('Промокоды', 'Promotions', '优惠码'),
  fields: {
    label,
    code: field('Промокод', 'Promo code', '优惠码', {
      hint: word(
        'От 3 до 24 знаков: латинские заглавные буквы и цифры.',
        '3 to 24 characters: capital Latin letters and digits.',
        '3 至 24 位大写拉丁字母和数字。',
      ),
    }),
    name: field('Название', 'Name', '名称'),
    seller: field('Продавец', 'Seller', '商家'),
    activities: field('Где действует', 'Where it holds', '适用活动', {
      hint: word(
        'Пусто — для всего у продавца.',
        'Empty: for everything of the seller.',
        '留空则适用于商家全部活动。',
      ),
    }),
    kind: field('Вид скидки', 'Kind of discount', '优惠方式', {
      options: {
        percent: word('Процент', 'Percent', '百分比'),
        amount: word('Сумма', 'Amount', '固定金额'),
      },
    }),
    percent: field('Скидка, %', 'Discount, %', '折扣 %'),
    amount: field('Скидка, сумма', 'Discount, amount', '优惠金额'),
    currency,
    validFrom: field('Действует с', 'Valid from', '生效时间'),
    validTo: field('Действует до', 'Valid until', '失效时间'),
    maxUses: field('Сколько раз можно применить', 'How many times it may be used', '可用次数', {
      hint: word('Пусто — без ограничения.', 'Empty: without a limit.', '留空则不限次数。'),
    }),
    active,
  },
};
