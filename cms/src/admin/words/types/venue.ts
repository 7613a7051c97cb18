import { archivedNote, label, latitude, longitude, timezone } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const venue: TypeWords = {
  displayName: 'Venue',
  position: 13,
  name: word('Площадки', 'Venues', '场地'),
  fields: {
    label,
    name: field('Название', 'Name', '名称'),
    address: field('Адрес', 'Address', '地址'),
    latitude,
    longitude,
    timezone: { label: timezone.label },
    image: field('Фото', 'Photo', '图片'),
    archived: archivedNote,
  },
};
