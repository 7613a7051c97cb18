import type { Localized } from '@gangway/kit';

export type Format = Record<'title' | 'summary' | 'category', Localized> & { slug: string };

type Words = [ru: string, en: string, zh: string];

const localized = ([ru, en, zh]: Words): Localized => ({ ru, en, zh });

function format(slug: string, [title, summary, category]: [Words, Words, Words]): Format {
  return { slug, title: localized(title), summary: localized(summary), category: localized(category) };
}

const sights: Words = ['Обзорные прогулки', 'Sightseeing', '观光游览'];
const evenings: Words = ['Вечерние рейсы', 'Evenings afloat', '夜航'];
const rentals: Words = ['Аренда судов', 'Boat hire', '船只租赁'];
const concerts: Words = ['Концерты', 'Concerts', '音乐会'];
const families: Words = ['Для детей и родителей', 'For parents and children', '家庭出游'];
const voyages: Words = ['Дальние рейсы', 'Longer voyages', '远程航线'];

/** Outings that look like those of the demo season and are others. */
export const formats: Format[] = [
  format('river-walk', [
    ['Прогулка {along} днём', 'A Day Walk {along}', '{of}日间河上漫游'],
    [
      'Час с гидом {on}: набережные, храмы и старые дома.',
      'An hour {on} with a guide: embankments, churches and old houses.',
      '一小时，导游讲解{along}两岸的教堂与老屋。',
    ],
    sights,
  ]),
  format('evening-cruise', [
    ['Вечерний круиз {in}', 'Evening Cruise {in}', '{of}黄昏巡游'],
    [
      'Два часа {on} с видом на огни города и бокалом игристого.',
      'Two hours {on} with the lights of the town and a glass of sparkling wine.',
      '两小时畅游{along}，看城市灯火，喝一杯起泡酒。',
    ],
    evenings,
  ]),
  format('dinner', [
    ['Ужин на теплоходе «{vessel}» {in}', 'Dinner aboard {vessel} {in}', '{vessel}船上晚餐·{of}'],
    [
      'Четыре блюда и вид на воду, столик у окна {on}.',
      'Four courses and a table by the window {on}.',
      '四道菜，靠窗餐桌，{along}夜景。',
    ],
    evenings,
  ]),
  format('jazz-concert', [
    ['Джазовый концерт {on}', 'Jazz Concert {on}', '{of}水上爵士音乐会'],
    [
      'Трио играет свинг на открытой палубе, бар работает весь вечер.',
      'A trio plays swing on the open deck; the bar is open all evening.',
      '三重奏在露天甲板演奏摇摆乐，酒吧整晚营业。',
    ],
    concerts,
  ]),
  format('night-lights', [
    ['Ночные огни {of}', 'Night Lights {of}', '{of}夜色灯光'],
    [
      'Полтора часа {along} после полуночи, плед и чай.',
      'An hour and a half {along} after midnight, with a blanket and tea.',
      '午夜后沿{along}航行九十分钟，备有毛毯和热茶。',
    ],
    evenings,
  ]),
  format('bridge-tour', [
    ['Мосты {of}: обзорная экскурсия', 'Bridges {of}: a Guided Tour', '{of}桥梁观光'],
    [
      'Пройдём под семью мостами и узнаем, кто и как их строил.',
      'We pass under seven bridges and hear who built them.',
      '穿过七座桥，听桥梁建造者的故事。',
    ],
    sights,
  ]),
  format('sunset-deck', [
    ['Закат на палубе «{vessel}»', 'Sunset on the Deck of {vessel}', '{vessel}甲板日落'],
    [
      'Провожаем солнце {on}, лимонад и пледы включены.',
      'We see the sun off {on}; lemonade and blankets are included.',
      '在{along}送别夕阳，含柠檬水与毛毯。',
    ],
    evenings,
  ]),
  format('yacht-hire', [
    ['Аренда яхты «{vessel}» {in}', 'Yacht {vessel} for Hire {in}', '{of}游艇{vessel}租赁'],
    [
      'Парусная яхта на восемь гостей со шкипером, от трёх часов.',
      'A sailing yacht for eight guests with a skipper, three hours or more.',
      '可载八人的帆船，配船长，三小时起租。',
    ],
    rentals,
  ]),
  format('motorboat', [
    ['Катер «{vessel}» с капитаном', 'Motorboat {vessel} with a Skipper', '{vessel}快艇包租'],
    [
      'Быстрый катер {along}: до шести пассажиров, маршрут на ваш выбор.',
      'A quick boat {along}: up to six passengers, the route is yours to choose.',
      '沿{along}的快艇，最多六人，路线自选。',
    ],
    rentals,
  ]),
  format('pirates', [
    ['Пиратское приключение {in}', 'A Pirate Adventure {in}', '{of}海盗历险'],
    [
      'Клад, переодевания и конкурсы для детей от шести лет {on}.',
      'A chest, costumes and games for children from six {on}.',
      '六岁以上儿童的宝箱、变装和游戏。',
    ],
    families,
  ]),
  format('sailing-school', [
    ['Парусная школа {in}', 'Sailing School {in}', '{of}帆船学校'],
    [
      'Учимся ставить паруса и держать курс {on}, экипаж из шести человек.',
      'Learn to set sails and keep a course {on}, in a crew of six.',
      '在{along}学习升帆与掌舵，六人一组。',
    ],
    voyages,
  ]),
  format('fishing', [
    ['Рыбалка с борта {on}', 'Fishing from a Boat {on}', '{of}船钓'],
    [
      'Снасти, наживка и уха на берегу, выход до рассвета.',
      'Tackle, bait and fish soup ashore; we leave before dawn.',
      '提供渔具和鱼饵，岸上煮鱼汤，黎明前出发。',
    ],
    voyages,
  ]),
  format('towers', [
    ['Башни и стены {of}', 'Towers and Walls {of}', '{of}城墙与塔楼'],
    [
      'Крепость с воды и подъём на стену, два часа с историком.',
      'The fortress from the water and a climb to the wall, two hours with a historian.',
      '从水上看古城墙，再登上塔楼，史学家陪同两小时。',
    ],
    sights,
  ]),
  format('beacon', [
    ['К старому маяку {on}', 'To the Old Beacon {on}', '{of}老航标之旅'],
    [
      'Три часа до маяка и обратно, подъём по винтовой лестнице.',
      'Three hours to the beacon and back, with its spiral stairs.',
      '往返三小时，登上螺旋楼梯。',
    ],
    voyages,
  ]),
  format('ferry', [
    ['Скоростной паром {along}', 'Fast Ferry {along}', '{of}高速渡轮'],
    [
      'Сорок минут без остановок, билет в одну сторону.',
      'Forty minutes without a stop, one way.',
      '四十分钟直达，单程票。',
    ],
    voyages,
  ]),
  format('disco', [
    ['Дискотека на теплоходе {in}', 'Disco Ship {in}', '{of}游轮舞会'],
    [
      'Громкая музыка до утра, два бара и танцпол.',
      'Loud music until morning, two bars and a dance floor.',
      '两个酒吧，一个舞池，热闹到清晨。',
    ],
    evenings,
  ]),
  format('wedding', [
    ['Свадьба на воде {in}', 'Wedding on the Water {in}', '{of}水上婚礼'],
    [
      'Регистрация на палубе и банкет на сорок гостей.',
      'The ceremony on deck and a banquet for forty guests.',
      '甲板仪式，四十人宴会。',
    ],
    rentals,
  ]),
  format('organ', [
    ['Органный вечер у причала {in}', 'An Organ Evening by the Quay {in}', '{of}码头管风琴之夜'],
    [
      'Бах и тишина в старом храме у воды.',
      'Bach and silence in an old church by the water.',
      '水边老教堂里的巴赫。',
    ],
    concerts,
  ]),
  format('monasteries', [
    ['Острова и монастыри: день {on}', 'Islands and Monasteries: a Day {on}', '{of}岛屿与修道院一日'],
    [
      'Весь день на воде, обед и высадка на двух островах.',
      'A whole day afloat, lunch and a landing on two islands.',
      '全天水上行程，午餐，登上两座岛。',
    ],
    voyages,
  ]),
  format('vinyl', [
    ['Виниловая вечеринка {in}', 'Vinyl Party {in}', '{of}黑胶派对'],
    [
      'Диджей ставит пластинки семидесятых, гости танцуют и разговаривают.',
      'A disc jockey plays records of the seventies; guests dance and talk.',
      '唱片骑师播放七十年代的舞曲，宾客跳舞聊天。',
    ],
    concerts,
  ]),
];
