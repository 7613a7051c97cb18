import { everyDay } from '../weekdays.ts';
import type { ActivityRecord } from '../records.ts';

export const canalsByDay: ActivityRecord = {
  slug: 'canals-by-day',
  seller: 'slow-ahead',
  kind: 'excursion',
  audience: 'public',
  durationMinutes: 75,
  minAge: 0,
  tourLanguages: 'ru,en,zh',
  refundPolicy: 'until24h',
  passengerData: 'none',
  salesCutoffMinutes: 5,
  popularity: 96,
  route: 'canal-ring',
  categories: ['city', 'family'],
  prices: [
    { type: 'adult', amount: 129_000 },
    { type: 'adult', zone: 'open', amount: 149_000 },
    { type: 'child', amount: 69_000 },
    { type: 'child', zone: 'open', amount: 79_000 },
    { type: 'senior', amount: 99_000 },
    { type: 'student', amount: 99_000 },
    { type: 'infant', amount: 0 },
    { type: 'attendant', amount: 0 },
  ],
  schedules: [
    {
      vessel: 'moika',
      berth: 'pevchesky',
      days: everyDay,
      times: ['10:30', '12:00', '13:30', '15:00', '16:30', '18:00'],
      seating: 'assigned',
    },
  ],
  picture: 'Экскурсионный катер идёт по каналу к каменному мосту, за мостом купол собора, полдень',
  text: {
    ru: {
      title: 'По рекам и каналам',
      summary:
        'Мойка, Зимняя канавка, короткий выход в Неву, Фонтанка и Крюков канал. Больше двадцати мостов за час с четвертью, рассказывает живой гид.',
      story: [
        'Катер уходит от Певческого моста, в двух шагах от Дворцовой площади, и по Зимней канавке выходит в Неву. Несколько минут вокруг только вода и небо, потом поворот у Летнего сада, и город снова подступает к бортам.',
        'По Фонтанке идём мимо Шереметевского дворца и коней Аничкова моста, у Никольской колокольни сворачиваем в Крюков канал и возвращаемся по Мойке. Самые низкие мосты проходим, пригнув головы: капитан предупредит.',
        'Гид сидит вместе с пассажирами, поэтому спрашивать можно сразу. По-английски и по-китайски тот же рассказ звучит в наушниках: язык выбирают уже на борту.',
      ],
      included: [
        'Место по билету',
        'Рассказ гида на русском языке',
        'Наушники с английским или китайским переводом',
        'Плед и дождевик',
      ],
      notIncluded: ['Напитки: на борту их не продают, свои взять можно'],
      meetingPoint:
        'Набережная Мойки у Певческого моста, спуск со стороны Дворцовой площади. Посадка за 10 минут до отправления.',
      questions: [
        [
          'Если пойдёт дождь?',
          'Идём по расписанию: половина мест под стеклянной крышей, на открытые выдаём дождевики. Рейс отменяет только штормовое предупреждение, тогда деньги возвращаем полностью.',
        ],
        [
          'Можно с коляской?',
          'Можно. Коляску складываем и ставим у рубки, ребёнок едет на руках или на отдельном месте.',
        ],
        [
          'Можно с собакой?',
          'Небольшую собаку возьмём, если она едет на руках и спокойно относится к людям.',
        ],
      ],
    },
    en: {
      title: 'Rivers and Canals by Day',
      summary:
        'The Moika, the Winter Canal, a short stretch of open Neva, the Fontanka and the Kryukov Canal: more than twenty bridges in an hour and a quarter, with a guide who sits beside you.',
      story: [
        'The boat leaves from Pevchesky Bridge, a few steps from Palace Square, and slips through the Winter Canal into the Neva. For some minutes there is only water and sky; then she turns at the Summer Garden and the city closes in on both sides again.',
        'Up the Fontanka we pass the Sheremetev Palace and the horse tamers of Anichkov Bridge, turn into the Kryukov Canal by the St Nicholas bell tower and come home along the Moika. Under the lowest bridges everybody ducks: the captain calls it in good time.',
        'The guide sits among the passengers, so you can ask straight away. The tour is told in Russian; headphones carry it in English or Chinese, and you choose the language on board.',
      ],
      included: [
        'The seat on your ticket',
        'A live guide in Russian',
        'Headphones with English or Chinese',
        'A blanket and a rain cape',
      ],
      notIncluded: ['Drinks: none are sold on board, you are welcome to bring your own'],
      meetingPoint:
        'Moika embankment at Pevchesky Bridge, the steps on the Palace Square side. Boarding opens 10 minutes before departure.',
      questions: [
        [
          'What if it rains?',
          'We sail. Half of the seats are under a glass roof, and the open ones come with a rain cape. Only a storm warning cancels a departure, and then you get the full price back.',
        ],
        [
          'May I bring a pram?',
          'Yes. It is folded and kept by the wheelhouse; the child sits on your lap or has a seat of its own.',
        ],
        ['May I bring a dog?', 'A small one that travels on your lap and is used to people is welcome.'],
      ],
    },
    zh: {
      title: '日间河道与运河游',
      summary:
        '莫伊卡河、冬宫运河、一小段涅瓦河、丰坦卡河、克留科夫运河：75 分钟穿过二十多座桥，导游就坐在您身边讲解。',
      story: [
        '游船从歌手桥出发，离冬宫广场只有几步路，经冬宫运河驶入涅瓦河。有几分钟，四周只剩河水和天空；船在夏园旁一转弯，城市又重新靠到船舷两侧。',
        '沿丰坦卡河，我们经过舍列梅捷夫宫和阿尼奇科夫桥上的驯马雕塑，在圣尼古拉钟楼旁转入克留科夫运河，再沿莫伊卡河返回。最低的几座桥要低头才能通过，船长会提前提醒。',
        '导游与乘客坐在一起，想到什么可以随时问。现场讲解为俄语，耳机中有英语和中文，上船后再选择语言即可。',
      ],
      included: ['票面座位', '俄语现场讲解', '英语或中文讲解耳机', '毛毯和雨披'],
      notIncluded: ['饮品：船上不出售，欢迎自带'],
      meetingPoint: '莫伊卡河滨河街，歌手桥旁靠冬宫广场一侧的台阶。开船前 10 分钟开始登船。',
      questions: [
        [
          '下雨怎么办？',
          '照常开船。一半座位在玻璃顶棚下，露天座位备有雨披。只有发布风暴预警时才取消班次，届时全额退款。',
        ],
        ['可以带婴儿车吗？', '可以。婴儿车折叠后放在驾驶舱旁，孩子可由大人抱着，也可以单独占一个座位。'],
        ['可以带狗吗？', '由您抱着、不怕生的小型犬可以上船。'],
      ],
    },
  },
};
