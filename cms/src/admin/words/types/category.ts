import { archived, label, position, slug } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const category: TypeWords = {
  displayName: 'Category',
  position: 14,
  name: word('Рубрики', 'Categories', '分类'),
  fields: { label, name: field('Название', 'Name', '名称'), slug, position, archived },
};
