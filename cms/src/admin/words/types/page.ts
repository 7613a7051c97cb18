import { slug } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const page: TypeWords = {
  displayName: 'Page',
  position: 15,
  name: word('Страницы', 'Pages', '页面'),
  fields: {
    title: field('Заголовок', 'Title', '标题'),
    summary: field('Коротко', 'In short', '摘要'),
    body: field('Текст', 'Text', '正文'),
    slug,
    kind: field('Назначение', 'Purpose', '用途', {
      options: {
        text: word('Обычная страница', 'Ordinary page', '普通页面'),
        offer: word('Публичная оферта', 'Public offer', '公开要约'),
        privacy: word('Персональные данные', 'Privacy', '隐私政策'),
        refunds: word('Правила возврата', 'Refund rules', '退款规则'),
        contact: word('Контакты', 'Contacts', '联系方式'),
        questions: word('Вопросы и ответы', 'Questions and answers', '常见问题'),
      },
    }),
    inFooter: field('Ссылка внизу сайта', 'Link in the footer', '显示在页脚'),
  },
};
