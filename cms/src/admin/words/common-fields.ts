import { field, word, type FieldWords, type Word } from './word.ts';

export const currencyOptions = {
  RUB: word('Рубль, ₽', 'Rouble, ₽', '卢布 ₽'),
  EUR: word('Евро, €', 'Euro, €', '欧元 €'),
  USD: word('Доллар США, $', 'US dollar, $', '美元 $'),
  CNY: word('Юань, ¥', 'Yuan, ¥', '人民币 ¥'),
};

export const seatingOptions = {
  assigned: word('Нумерованные места', 'Numbered seats', '对号入座'),
  general: word('Свободная рассадка', 'Free seating', '自由入座'),
};

const vatModeOptions = {
  none: word('Без НДС', 'No VAT', '不含税'),
  included: word('НДС включён в цену', 'VAT included in the price', '价内含税'),
  excluded: word('НДС сверх цены', 'VAT added to the price', '价外加税'),
};

const vatKindOptions = {
  standard: word('Основная ставка', 'Standard rate', '标准税率'),
  reduced: word('Пониженная, 10 %', 'Reduced rate, 10 %', '优惠税率 10%'),
  zero: word('Нулевая, 0 %', 'Zero rate, 0 %', '零税率 0%'),
  simplified5: word('Упрощённая, 5 %', 'Simplified, 5 %', '简易税率 5%'),
  simplified7: word('Упрощённая, 7 %', 'Simplified, 7 %', '简易税率 7%'),
};

export const currency = field('Валюта', 'Currency', '货币', { options: currencyOptions });

export const vatMode = field('Как считать НДС', 'How VAT is counted', '增值税计法', {
  options: vatModeOptions,
});

export const vatKind = field('Ставка НДС', 'VAT rate', '增值税税率', {
  hint: word(
    'Основная ставка берётся по дате услуги: с 2026 года это 22 %.',
    'The standard rate follows the date of the service: 22 % from 2026 on.',
    '标准税率按服务日期确定：自2026年起为22%。',
  ),
  options: vatKindOptions,
});

export const slug = field('Адрес в ссылке', 'Address in links', '链接地址', {
  hint: word(
    'Строчные латинские буквы, цифры и дефис: white-nights.',
    'Small Latin letters, digits and hyphens: white-nights.',
    '小写拉丁字母、数字和连字符，例如 white-nights。',
  ),
});

/** What follows from the tick differs by type: the hint says it. */
export const archivedWith = (hint: Word): FieldWords => field('В архиве', 'Archived', '已归档', { hint });

/** Of what departures have and keep: the tick takes nothing away from buyers. */
export const archivedNote = archivedWith(
  word(
    'Помета для менеджеров: рейсы с этой записью остаются на сайте, выбирать её можно.',
    'A mark for managers: departures that have it stay on the site, and it can still be chosen.',
    '仅为管理员标记：使用此记录的班次仍在网站上显示，仍可选择。',
  ),
);

export const active = field('Действует', 'In force', '生效', {});

export const position = field('Порядок', 'Order', '排序', {
  hint: word('Меньшее число стоит выше.', 'Smaller numbers come first.', '数字越小越靠前。'),
});

export const timezone = field('Часовой пояс', 'Time zone', '时区', {
  hint: word(
    'Время начала и окончания вводится в этом поясе: Europe/Moscow.',
    'Start and end are entered in this zone: Europe/Moscow.',
    '开始和结束时间按此时区填写，例如 Europe/Moscow。',
  ),
});

export const latitude = field('Широта', 'Latitude', '纬度', {
  hint: word('Градусы: 59.9398.', 'Degrees: 59.9398.', '度数，例如 59.9398。'),
});

export const longitude = field('Долгота', 'Longitude', '经度', {
  hint: word('Градусы: 30.3146.', 'Degrees: 30.3146.', '度数，例如 30.3146。'),
});

export const label = field('Название', 'Name', '名称', {
  hint: word('Складывается сама.', 'Made by itself.', '自动生成。'),
});

/** What Strapi adds to every type. */
export const systemFields: Record<string, FieldWords> = {
  id: field('Номер', 'Number', '编号'),
  documentId: field('Код записи', 'Record code', '记录代码'),
  createdAt: field('Создано', 'Created', '创建时间'),
  updatedAt: field('Изменено', 'Changed', '修改时间'),
  publishedAt: field('Опубликовано', 'Published', '发布时间'),
  createdBy: field('Кто создал', 'Created by', '创建人'),
  updatedBy: field('Кто изменил', 'Changed by', '修改人'),
  locale: field('Язык', 'Language', '语言'),
  localizations: field('Переводы', 'Translations', '译文'),
  status: field('Состояние', 'State', '状态'),
};
