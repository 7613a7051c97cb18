import { everyDay } from '../weekdays.ts';
import type { ActivityRecord } from '../records.ts';

export const peterhofDayTrip: ActivityRecord = {
  slug: 'peterhof-by-fast-ship',
  seller: 'slow-ahead',
  kind: 'excursion',
  audience: 'public',
  durationMinutes: 240,
  minAge: 0,
  tourLanguages: 'ru,en,zh',
  refundPolicy: 'until24h',
  passengerData: 'none',
  salesCutoffMinutes: 15,
  popularity: 92,
  route: 'palace-to-peterhof',
  categories: ['day-trips', 'family'],
  prices: [
    { type: 'adult', amount: 249_000 },
    { type: 'adult', zone: 'bow', amount: 299_000 },
    { type: 'child', amount: 129_000 },
    { type: 'child', zone: 'bow', amount: 159_000 },
    { type: 'senior', amount: 199_000 },
    { type: 'student', amount: 199_000 },
    { type: 'infant', amount: 0 },
    { type: 'attendant', amount: 0 },
  ],
  schedules: [
    {
      vessel: 'swift',
      berth: 'dvortsovaya',
      days: everyDay,
      times: ['09:00', '13:30', '18:00'],
      seating: 'assigned',
    },
  ],
  picture: 'Скоростное судно на подводных крыльях идёт утром по заливу к дворцу с каскадом на берегу',
  text: {
    ru: {
      title: 'В Петергоф на крыльях',
      summary:
        'Сорок минут по заливу до Морского канала, больше двух часов в Нижнем парке и дорога назад без пробок. Билет сразу в обе стороны.',
      story: [
        '«Стриж» отходит от Дворцовой набережной, проходит под мостами и в заливе встаёт на крылья. Дальше сорок минут ровного хода: справа маяки и форты, слева Стрельна и парки южного берега.',
        'Причал в Петергофе стоит там, где и задумывал Пётр: от сходней по Морскому каналу видно Большой каскад. На прогулку остаётся два часа сорок минут, этого хватает на Нижний парк, Монплезир и чашку кофе без спешки.',
        'Назад идём на том же месте. Утренний рейс успевает к запуску фонтанов, вечерний застаёт парк почти пустым.',
      ],
      included: [
        'Место туда и обратно',
        'Аудиорассказ о заливе на трёх языках',
        'Ручная кладь и сложенная коляска',
      ],
      notIncluded: ['Входной билет в Нижний парк: его покупают в кассе музея-заповедника'],
      meetingPoint:
        'Дворцовая набережная, спуск напротив Эрмитажного театра. Посадка за 20 минут, за 3 минуты до отправления сходни убирают.',
      questions: [
        [
          'Можно вернуться другим рейсом?',
          'Нет, обратный путь входит в тот же рейс: места закреплены, и другой корабль может быть полон. В парке два часа сорок минут.',
        ],
        [
          'Укачивает ли на крыльях?',
          'На ходу судно идёт почти без качки. При волне выше метра рейс отменяем и возвращаем деньги полностью.',
        ],
        [
          'Работают ли фонтаны?',
          'Расписание фонтанов ведёт музей. Посмотрите его перед покупкой: на цену билета оно не влияет.',
        ],
      ],
    },
    en: {
      title: 'Peterhof by Fast Ship',
      summary:
        'Forty minutes across the Gulf to the Sea Canal, well over two hours in the Lower Park, and home without traffic. One ticket covers both ways.',
      story: [
        'The Swift leaves Palace Embankment, passes under the bridges and rises on her foils as soon as the Gulf opens. Then it is forty minutes of level running: lighthouses and forts to starboard, Strelna and the parks of the southern shore to port.',
        'The Peterhof pier stands where Peter wanted visitors to land: from the gangway you look straight up the Sea Canal to the Grand Cascade. You have two hours and forty minutes ashore, enough for the Lower Park, Monplaisir and an unhurried cup of coffee.',
        'You return in the same seat. The morning departure arrives before the fountains are turned on; the evening one finds the park almost empty.',
      ],
      included: [
        'Your seat both ways',
        'An audio story of the Gulf in three languages',
        'Hand luggage and a folded pram',
      ],
      notIncluded: ['Admission to the Lower Park, sold at the museum’s own ticket office'],
      meetingPoint:
        'Palace Embankment, the steps opposite the Hermitage Theatre. Boarding opens 20 minutes before departure; the gangway is drawn in 3 minutes before.',
      questions: [
        [
          'May I return on another departure?',
          'No: the way back belongs to the same departure. Seats are assigned, and the next ship may be full. You have two hours and forty minutes in the park.',
        ],
        [
          'Will I feel the waves?',
          'On her foils the ship hardly rolls. If the waves are higher than a metre, we cancel and refund the full price.',
        ],
        [
          'Are the fountains running?',
          'The museum sets their hours. Please look them up before you buy: they do not change our price.',
        ],
      ],
    },
    zh: {
      title: '快船往返彼得霍夫',
      summary: '四十分钟横穿海湾直抵海运河，下花园停留两个多小时，返程不堵车。一张票包含往返。',
      story: [
        '“雨燕号”驶离冬宫滨河街，穿过桥洞，一进入海湾便升上水翼。随后是四十分钟的平稳航程：右舷是灯塔与海上堡垒，左舷是斯特列利纳和南岸的园林。',
        '彼得霍夫的码头正是当年彼得大帝为客人选定的登岸处：走下舷梯，沿海运河望去便是大瀑布。岸上停留 2 小时 40 分钟，足够从容游览下花园和蒙普莱西尔宫，再喝一杯咖啡。',
        '返程仍坐原座位。早班赶在喷泉开启前到达，晚班时花园里几乎没有人。',
      ],
      included: ['往返座位', '三种语言的海湾语音讲解', '随身行李和折叠婴儿车'],
      notIncluded: ['下花园门票：在博物馆售票处购买'],
      meetingPoint: '冬宫滨河街，埃尔米塔日剧院对面的台阶。开船前 20 分钟开始登船，开船前 3 分钟收起舷梯。',
      questions: [
        [
          '可以改乘其他班次返回吗？',
          '不可以，去程和返程属于同一班次：座位固定，其他船可能已满员。您在花园有 2 小时 40 分钟。',
        ],
        ['会晕船吗？', '水翼航行时船身几乎不摇晃。浪高超过一米时，我们取消班次并全额退款。'],
        ['喷泉开放吗？', '喷泉时间由博物馆决定，购票前请先查询，它不影响我们的票价。'],
      ],
    },
  },
};
