import type { ActivityRecord } from '../records.ts';

export const ingriaCharter: ActivityRecord = {
  slug: 'motor-yacht-ingria-charter',
  seller: 'slow-ahead',
  kind: 'rental',
  audience: 'public',
  durationMinutes: 120,
  minAge: 0,
  tourLanguages: 'ru,en',
  refundPolicy: 'until24h',
  passengerData: 'none',
  salesCutoffMinutes: 180,
  popularity: 61,
  route: 'northern-islands',
  categories: ['private'],
  prices: [
    { type: 'charter', amount: 2_400_000, toDay: 45 },
    { type: 'charter', amount: 2_700_000, fromDay: 45 },
  ],
  schedules: [],
  picture: 'Моторная яхта на закате у северных островов, за ней вантовый мост и башня на берегу залива',
  text: {
    ru: {
      title: 'Яхта «Ингрия» целиком',
      summary:
        'Моторная яхта на двенадцать гостей с капитаном и матросом. Два часа по островам дельты, дальше по договорённости.',
      story: [
        '«Ингрию» построили для семейных выходов: открытый кокпит на корме, салон с большими окнами, маленький камбуз и настоящий обеденный стол. Команда два человека, гидом при желании будет капитан.',
        'Обычный маршрут идёт вдоль Каменного, Елагина и Крестовского островов, к заливу и обратно. Хотите под мосты в центр, остановиться на якоре или встретить кого-то на другом берегу — скажите заранее, капитан предложит время.',
        'Цена указана за всю яхту на два часа. Топливо, стоянка у нашего причала и уборка в неё входят.',
      ],
      included: [
        'Яхта с капитаном и матросом на два часа',
        'Топливо и стоянка у причала',
        'Посуда, лёд, пледы',
      ],
      notIncluded: ['Еда и напитки: можно привезти свои', 'Стоянка у чужих причалов по их тарифу'],
      meetingPoint:
        'Стрелка Васильевского острова, спуск к воде у южной Ростральной колонны. Яхта подойдёт за 10 минут.',
      questions: [
        [
          'Сколько нас может быть?',
          'До двенадцати гостей вместе с детьми, больше не разрешает свидетельство судна.',
        ],
        [
          'Можно сходить ночью под мосты?',
          'Можно, с часу ночи до пяти. Цена та же, время подтверждает капитан.',
        ],
        [
          'А если погода испортится?',
          'Капитан решает за три часа. Если не выходим, вернём всё или перенесём на удобный вам день.',
        ],
      ],
    },
    en: {
      title: 'Motor Yacht Ingria, All Yours',
      summary:
        'A motor yacht for twelve guests with a captain and a deckhand. Two hours among the islands of the delta, longer by arrangement.',
      story: [
        'Ingria was built for family outings: an open cockpit aft, a saloon with large windows, a small galley and a proper dining table. Two people make up the crew; the captain is glad to be your guide.',
        'The usual route follows Kamenny, Yelagin and Krestovsky islands out to the Gulf and back. Would you rather go under the bridges of the centre, lie at anchor, or pick somebody up on the other bank? Tell us ahead and the captain will suggest a time.',
        'The price is for the whole yacht and two hours. Fuel, our own berth and cleaning are part of it.',
      ],
      included: [
        'The yacht with captain and deckhand for two hours',
        'Fuel and our berth',
        'Tableware, ice, blankets',
      ],
      notIncluded: ['Food and drinks: bring your own if you like', 'Other berths at their tariff'],
      meetingPoint:
        'The Spit of Vasilyevsky Island, the steps to the water by the southern Rostral Column. The yacht comes alongside 10 minutes early.',
      questions: [
        [
          'How many of us may come?',
          'Up to twelve guests, children included: her certificate allows no more.',
        ],
        [
          'May we go under the bridges at night?',
          'Yes, between one and five in the morning. The price is the same; the captain confirms the time.',
        ],
        [
          'What if the weather turns?',
          'The captain decides three hours ahead. If we stay in, you get everything back, or another day that suits you.',
        ],
      ],
    },
    zh: {
      title: '机动游艇“英格里亚号”包船',
      summary: '可载十二位客人的机动游艇，配船长和水手。两小时畅游三角洲群岛，可商定延长。',
      story: [
        '“英格里亚号”为家庭出游而造：船尾是露天驾乘区，客舱有大窗，另有小厨房和一张真正的餐桌。船员两名，船长乐意为您担任导游。',
        '常走的路线沿卡缅内岛、叶拉金岛和克列斯托夫斯基岛驶向海湾再折返。想穿过市中心的桥、下锚停泊，或到对岸接人，请提前告知，船长会建议合适的时间。',
        '价格为整船两小时，已含燃油、我方码头停泊和清洁。',
      ],
      included: ['整船两小时，配船长和水手', '燃油和我方码头停泊', '餐具、冰块、毛毯'],
      notIncluded: ['餐饮：欢迎自带', '其他码头的停泊费，按当地标准收取'],
      meetingPoint: '瓦西里岛岬角，南侧罗斯特拉柱旁的临水台阶。游艇提前 10 分钟靠岸。',
      questions: [
        ['最多可以坐多少人？', '最多十二位客人，包括儿童：船舶证书只允许这么多。'],
        ['可以夜里去看开桥吗？', '可以，凌晨一点到五点之间。价格不变，时间由船长确认。'],
        ['天气变坏怎么办？', '船长会提前三小时决定。如果不能出航，全额退款，或改到您方便的日子。'],
      ],
    },
  },
};
