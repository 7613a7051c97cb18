import { archivedNote, label, latitude, longitude, slug } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const berth: TypeWords = {
  displayName: 'Berth',
  position: 12,
  name: word('Причалы', 'Berths', '码头'),
  fields: {
    label,
    name: field('Название', 'Name', '名称'),
    address: field('Адрес', 'Address', '地址'),
    directions: field('Как пройти', 'How to get there', '路线指引'),
    city: field('Город', 'City', '城市'),
    latitude,
    longitude,
    image: field('Фото', 'Photo', '图片'),
    slug,
    archived: archivedNote,
  },
};
