import { active, currency, label, vatKind, vatMode } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const fee: TypeWords = {
  displayName: 'Fee',
  position: 7,
  name: word('Сборы', 'Fees', '附加费'),
  fields: {
    label,
    name: field('Название', 'Name', '名称'),
    seller: field('Продавец', 'Seller', '商家'),
    kind: field('Как считать', 'How it is counted', '计算方式', {
      options: {
        amount: word('Сумма', 'Amount', '固定金额'),
        percent: word('Процент', 'Percent', '百分比'),
      },
    }),
    amount: field('Сумма', 'Amount', '金额'),
    percent: field('Процент', 'Percent', '百分比'),
    currency,
    vatMode,
    vatKind,
    active,
  },
};
