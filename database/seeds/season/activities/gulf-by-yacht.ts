import type { ActivityRecord } from '../records.ts';

export const gulfByYacht: ActivityRecord = {
  slug: 'gulf-by-yacht',
  seller: 'slow-ahead',
  kind: 'excursion',
  audience: 'public',
  durationMinutes: 120,
  minAge: 0,
  tourLanguages: 'ru,en',
  refundPolicy: 'until24h',
  passengerData: 'none',
  salesCutoffMinutes: 30,
  popularity: 66,
  route: 'northern-islands',
  categories: ['city'],
  prices: [
    { type: 'adult', amount: 290_000 },
    { type: 'child', amount: 190_000 },
  ],
  schedules: [
    {
      vessel: 'ingria',
      berth: 'strelka',
      days: ['friday', 'saturday', 'sunday'],
      times: ['19:00'],
      seating: 'general',
      capacity: 10,
    },
  ],
  picture: 'Моторная яхта в ясный день идёт в залив мимо парка и башни, над водой чайки',
  text: {
    ru: {
      title: 'На яхте к заливу',
      summary:
        'Два часа на моторной яхте вдоль северных островов, до открытой воды и обратно. Не больше десяти гостей, капитан рассказывает сам.',
      story: [
        'Это та же яхта «Ингрия», которую берут целиком, только места продаются по одному: вдвоём или с друзьями, без повода и без банкета.',
        'От Стрелки идём Малой Невой, мимо Петровского и Крестовского островов, под вантовым мостом выходим в залив. Там капитан сбавляет ход: видно и город, и Кронштадт, и как меняется свет.',
        'Сидеть можно на корме под открытым небом или в салоне у больших окон. Мест больше, чем гостей, поэтому они без номеров.',
      ],
      included: ['Место на борту', 'Рассказ капитана', 'Чай, лёд и пледы'],
      notIncluded: ['Еда: можно привезти свою'],
      meetingPoint:
        'Стрелка Васильевского острова, спуск к воде у южной Ростральной колонны. Яхта подходит за 10 минут.',
      questions: [
        ['Будет качать?', 'На реке нет, в заливе немного. В волну выше полуметра остаёмся у островов.'],
        ['А если пойдёт дождь?', 'Салон закрыт от дождя, в нём хватит места всем.'],
      ],
    },
    en: {
      title: 'To the Gulf by Yacht',
      summary:
        'Two hours by motor yacht along the northern islands, out to open water and back. Ten guests at most; the captain tells the story himself.',
      story: [
        'She is the same yacht Ingria that is hired whole, only here places are sold one by one: come in twos or with friends, no occasion needed.',
        'From the Spit we follow the Malaya Neva past Petrovsky and Krestovsky islands and go out under the cable bridge. In the Gulf the captain slows down: you see the city, Kronstadt, and how the light changes.',
        'Sit aft in the open or in the saloon by the large windows. There is more room than guests, so places have no numbers.',
      ],
      included: ['A place on board', 'The captain’s stories', 'Tea, ice and blankets'],
      notIncluded: ['Food: bring your own if you like'],
      meetingPoint:
        'The Spit of Vasilyevsky Island, the steps to the water by the southern Rostral Column. The yacht comes alongside 10 minutes early.',
      questions: [
        [
          'Will it be rough?',
          'Not on the river, a little in the Gulf. With waves above half a metre we stay among the islands.',
        ],
        ['What if it rains?', 'The saloon keeps the rain out and has room for everybody.'],
      ],
    },
    zh: {
      title: '乘游艇出海湾',
      summary: '乘机动游艇沿北部群岛航行两小时，驶到开阔水面再折返。最多十位客人，船长亲自讲解。',
      story: [
        '这就是可以包下整船的“英格里亚号”，只是在这里按座位出售：两人同行或约上朋友，无需特别的理由。',
        '从岬角出发，沿小涅瓦河经彼得罗夫斯基岛和克列斯托夫斯基岛，穿过斜拉桥驶入海湾。船长会在那里放慢速度：城市、喀琅施塔得和光线的变化尽收眼底。',
        '可以坐在船尾露天处，也可以坐在大窗客舱里。座位比客人多，因此不对号入座。',
      ],
      included: ['船上座位一个', '船长讲解', '茶、冰块和毛毯'],
      notIncluded: ['餐食：欢迎自带'],
      meetingPoint: '瓦西里岛岬角，南侧罗斯特拉柱旁的临水台阶。游艇提前 10 分钟靠岸。',
      questions: [
        ['会颠簸吗？', '河上不会，海湾里略有一点。浪高超过半米时，我们只在群岛之间航行。'],
        ['下雨怎么办？', '客舱可以避雨，坐得下所有人。'],
      ],
    },
  },
};
