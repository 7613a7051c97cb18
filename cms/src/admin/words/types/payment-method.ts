import { active, currency, label, position } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const paymentMethod: TypeWords = {
  displayName: 'Way to pay',
  position: 18,
  name: word('Способы оплаты', 'Ways to pay', '付款方式'),
  fields: {
    label,
    name: field('Название', 'Name', '名称', {
      hint: word('Так его видит покупатель.', 'As the buyer reads it.', '买家看到的名称。'),
    }),
    key: field('Платёжная система', 'Gateway', '支付渠道', {
      hint: word(
        'Ключ из настроек, при необходимости с видом оплаты: yookassa или yookassa:sbp.',
        'Its key in the settings, with a kind of payment where it has them: yookassa or yookassa:sbp.',
        '设置中的渠道键，可附加付款类型：yookassa 或 yookassa:sbp。',
      ),
    }),
    seller: field('Продавец', 'Seller', '商家'),
    active,
    position,
    minAmount: field('Сумма от', 'Amount from', '最低金额'),
    maxAmount: field('Сумма до', 'Amount up to', '最高金额'),
    currency,
    channels: field('Где доступен', 'Where it is offered', '适用渠道', {
      hint: word(
        'Через запятую: web, miniapp, bot, desk, phone, reseller. Пусто — везде.',
        'Separated by commas: web, miniapp, bot, desk, phone, reseller. Empty: everywhere.',
        '用逗号分隔：web, miniapp, bot, desk, phone, reseller。留空表示全部。',
      ),
    }),
    holdMinutes: field('Сколько минут держать места', 'Minutes that places are kept', '保留座位的分钟数', {
      hint: word(
        'От начала оплаты, не больше 60.',
        'From the start of the payment, 60 at most.',
        '自开始付款起计算，最多60分钟。',
      ),
    }),
  },
};
