import { defineProblems } from '../../frame/editing/problem.ts';

/** What forbids a text of a message. */
export const messageProblems = defineProblems({
  UNKNOWN_MESSAGE: {
    ru: 'Такого письма система не отправляет: меняйте тексты тех, что есть в списке.',
    en: 'The house sends no such message: change the texts of those in the list.',
    zh: '系统不发送此类邮件，请修改列表中已有的邮件文本。',
  },
  UNKNOWN_PLACEHOLDER: {
    ru: 'В этом письме нет подстановок {names}. Проверьте имена в двойных скобках.',
    en: 'This message has no placeholders {names}. Please check the names in double braces.',
    zh: '此邮件没有占位符 {names}，请检查双大括号中的名称。',
  },
  UNCLOSED_PLACEHOLDER: {
    ru: 'Скобки не закрыты: каждой открывающей части нужна закрывающая того же имени.',
    en: 'Braces are not closed: each opening tag needs a closing one with the same name.',
    zh: '括号未闭合：每个起始标签都需要同名的结束标签。',
  },
  REFUSED_PLACEHOLDER: {
    ru: 'Подстановки {names} так писать нельзя: используйте ровно две скобки без знаков внутри.',
    en: 'The placeholders {names} cannot be written like this: use exactly two braces without signs.',
    zh: '占位符 {names} 不能这样书写：请只使用两层大括号，不加符号。',
  },
  MESSAGE_STAYS: {
    ru: 'Текст нельзя удалить: без него письмо не отправить. Измените его.',
    en: 'The text cannot be deleted: the message needs it. Please change it instead.',
    zh: '无法删除此文本：发送邮件需要它。请改为修改。',
  },
});
