import type { Localized } from '@gangway/kit';

const ship = (ru: string, en: string, zh: string): Localized => ({ ru, en, zh });

/** Ships of other lines; some are called almost as ours are. */
export const fleet: Localized[] = [
  ship('Адмирал', 'Admiral', '海军上将号'),
  ship('Мойва', 'Capelin', '毛鳞鱼号'),
  ship('Ингода', 'Ingoda', '英戈达号'),
  ship('Андромаха', 'Andromache', '安德洛玛刻号'),
  ship('Стрижонок', 'Swiftlet', '金丝燕号'),
  ship('Ласточка', 'Swallow', '燕子号'),
  ship('Заря', 'Dawn', '黎明号'),
  ship('Альбатрос', 'Albatross', '信天翁号'),
  ship('Полярная звезда', 'Pole Star', '北极星号'),
  ship('Русалка', 'Mermaid', '美人鱼号'),
  ship('Посейдон', 'Poseidon', '波塞冬号'),
  ship('Кассиопея', 'Cassiopeia', '仙后座号'),
  ship('Ветер странствий', 'Wanderer', '漫游者号'),
  ship('Бригантина', 'Brigantine', '双桅号'),
  ship('Чайка', 'Seagull', '海鸥号'),
  ship('Метеор', 'Meteor', '流星号'),
  ship('Ракета', 'Rocket', '火箭号'),
  ship('Княгиня Ольга', 'Princess Olga', '奥尔加号'),
  ship('Капитан Грант', 'Captain Grant', '格兰特船长号'),
  ship('Лира', 'Lyra', '天琴座号'),
  ship('Вега', 'Vega', '织女星号'),
  ship('Невод', 'Seine', '围网号'),
  ship('Серебряный дельфин', 'Silver Dolphin', '银海豚号'),
];
