import { archivedWith, label, position } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const ticketType: TypeWords = {
  displayName: 'Ticket type',
  position: 5,
  name: word('Типы билетов', 'Ticket types', '票种'),
  fields: {
    label,
    name: field('Название', 'Name', '名称'),
    code: field('Короткий код', 'Short code', '简码', {
      hint: word('Строчные латинские буквы: adult.', 'Small Latin letters: adult.', '小写拉丁字母：adult。'),
    }),
    minAge: field('Возраст от', 'Age from', '最小年龄'),
    maxAge: field('Возраст до', 'Age up to', '最大年龄'),
    occupiesPlace: field('Занимает место', 'Takes a place', '占用座位'),
    needsAdult: field('Только со взрослым', 'Only with an adult', '需成人陪同'),
    proof: field('Чем подтвердить', 'What proves it', '所需证明'),
    position,
    archived: archivedWith(
      word(
        'Не продаётся больше ни на один рейс, в том числе на уже созданные.',
        'No longer sold for any departure, including those that exist already.',
        '所有班次（包括已有班次）均不再出售此票种。',
      ),
    ),
  },
};
