import { active, archivedWith, currency, label, position, slug, vatKind, vatMode } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const product: TypeWords = {
  displayName: 'Product',
  position: 8,
  name: word('Товары', 'Products', '商品'),
  fields: {
    label,
    name: field('Название', 'Name', '名称'),
    description: field('Описание', 'Description', '介绍'),
    slug,
    kind: field('Вид', 'Kind', '类型', {
      options: {
        guide: word('Аудиогид', 'Audio guide', '语音导览'),
        badge: word('Значок', 'Badge', '徽章'),
        priority: word('Посадка без очереди', 'Priority boarding', '优先登船'),
        subscription: word('Подписка', 'Subscription', '订阅'),
        gift_card: word('Подарочная карта', 'Gift card', '礼品卡'),
      },
    }),
    fulfilment: field('Как передаётся', 'How it is handed over', '交付方式', {
      options: { digital: word('Цифровой', 'Digital', '数字商品') },
    }),
    seller: field('Продавец', 'Seller', '商家'),
    image: field('Фото', 'Photo', '图片'),
    amount: field('Цена', 'Price', '价格'),
    currency,
    vatMode,
    vatKind,
    position,
    active,
    archived: archivedWith(
      word('Товар уходит с сайта.', 'The product leaves the site.', '该商品从网站下架。'),
    ),
  },
};
