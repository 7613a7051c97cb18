import { field, word, type TypeWords } from '../word.ts';

export const messageText: TypeWords = {
  displayName: 'Message text',
  position: 19,
  name: word('Тексты писем', 'Message texts', '邮件文本'),
  fields: {
    label: field('Письмо', 'Message', '邮件'),
    message: field('Имя в системе', 'Name in the system', '系统名称'),
    subject: field('Тема', 'Subject', '主题'),
    body: field('Текст', 'Text', '正文', {
      hint: word(
        'Подстановки в двойных скобках заменяются данными заказа, например {{order.number}}. # заголовок, **жирный**, [ссылка](адрес), [[кнопка]](адрес), | слева | справа |.',
        'Names in double braces are replaced by data of the order, such as {{order.number}}. # title, **bold**, [link](address), [[button]](address), | left | right |.',
        '双大括号中的名称会替换为订单数据，例如 {{order.number}}。# 标题，**粗体**，[链接](地址)，[[按钮]](地址)，| 左 | 右 |。',
      ),
    }),
    basis: field('Исходный текст', 'First text', '初始文本'),
  },
};
