import { defineProblems } from './problem.ts';

/** What can be wrong with the value of one field, whatever the type of the record. */
export const valueProblems = defineProblems({
  REQUIRED: {
    ru: 'Заполните это поле.',
    en: 'Please fill in this field.',
    zh: '请填写此项。',
  },
  TOO_SMALL: {
    ru: 'Число должно быть не меньше {min}.',
    en: 'The number must be at least {min}.',
    zh: '数值不得小于 {min}。',
  },
  TOO_LARGE: {
    ru: 'Число должно быть не больше {max}.',
    en: 'The number must be at most {max}.',
    zh: '数值不得大于 {max}。',
  },
  TOO_LONG: {
    ru: 'Слишком длинный текст: не больше {max} знаков.',
    en: 'The text is too long: at most {max} characters.',
    zh: '文字过长：最多 {max} 个字符。',
  },
  TAKEN: {
    ru: 'Такое значение уже есть у другой записи: выберите другое.',
    en: 'Another record has this value already: please choose another.',
    zh: '其他记录已使用此值，请另选一个。',
  },
  WRONG_FORMAT: {
    ru: 'Значение записано неверно.',
    en: 'The value is not written as it should be.',
    zh: '填写格式不正确。',
  },
  UNKNOWN_CHOICE: {
    ru: 'Такого варианта нет: выберите значение из списка.',
    en: 'There is no such option: choose one from the list.',
    zh: '没有此选项，请从列表中选择。',
  },
  TEXT_MALFORMED: {
    ru: 'Текст задаётся на трёх языках: русском, английском и китайском.',
    en: 'The text is given in three languages: Russian, English and Chinese.',
    zh: '文字须以俄文、英文和中文三种语言填写。',
  },
  TEXT_INCOMPLETE: {
    ru: 'Заполните текст на всех языках. Не хватает: {languages}.',
    en: 'Please fill in the text in every language. Missing: {languages}.',
    zh: '请填写所有语言的文字。缺少：{languages}。',
  },
  HTML_NOT_ALLOWED: {
    ru: 'Здесь нельзя использовать HTML-теги: напишите обычный текст.',
    en: 'HTML tags are not allowed here: please write plain text.',
    zh: '此处不能使用 HTML 标签，请填写纯文本。',
  },
});
