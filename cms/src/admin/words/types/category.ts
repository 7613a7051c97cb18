import { archivedWith, label, position, slug } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const category: TypeWords = {
  displayName: 'Category',
  position: 14,
  name: word('Рубрики', 'Categories', '分类'),
  fields: {
    label,
    name: field('Название', 'Name', '名称'),
    slug,
    position,
    archived: archivedWith(
      word(
        'Не показывается у рейсов и в фильтрах сайта, сами рейсы остаются.',
        'Not shown beside departures nor in the site’s filters; the departures stay.',
        '不再显示在班次旁和网站筛选中，班次保留。',
      ),
    ),
  },
};
