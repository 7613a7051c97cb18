import { field, word, type TypeWords } from '../word.ts';

export const site: TypeWords = {
  displayName: 'Site',
  position: 17,
  name: word('Сайт', 'Website', '网站'),
  fields: {
    name: field('Название сайта', 'Name of the site', '网站名称'),
    tagline: field('Слоган', 'Tagline', '标语'),
    logo: field('Логотип', 'Logo', '标志'),
    accent: field('Цвет главной кнопки', 'Colour of the main button', '主按钮颜色', {
      hint: word(
        'Решётка и шесть знаков: #C8401B.',
        'A hash and six characters: #C8401B.',
        '井号加六位字符：#C8401B。',
      ),
    }),
    phone: field('Телефон', 'Phone', '电话'),
    email: field('Электронная почта', 'E-mail', '电子邮箱'),
    address: field('Адрес', 'Address', '地址'),
    footer: field('Текст внизу сайта', 'Text in the footer', '页脚文字'),
    shelves: field('Подборки на главной', 'Shelves on the home page', '首页推荐分类', {
      hint: word(
        'Три рубрики, сверху вниз.',
        'Three categories, from top to bottom.',
        '三个分类，自上而下。',
      ),
    }),
  },
};
