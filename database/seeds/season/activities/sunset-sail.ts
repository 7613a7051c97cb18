import { everyDay } from '../weekdays.ts';
import type { ActivityRecord } from '../records.ts';

export const sunsetSail: ActivityRecord = {
  slug: 'members-sunset-sail',
  seller: 'nebula',
  kind: 'excursion',
  audience: 'members',
  durationMinutes: 150,
  minAge: 0,
  tourLanguages: 'en,ru',
  refundPolicy: 'until24h',
  passengerData: 'none',
  salesCutoffMinutes: 60,
  popularity: 70,
  route: 'limassol-bay',
  categories: ['club', 'night'],
  prices: [
    { type: 'member', amount: 4_500 },
    { type: 'member', zone: 'nets', amount: 5_500 },
    { type: 'guest', amount: 6_500 },
    { type: 'guest', zone: 'nets', amount: 7_500 },
    { type: 'child', amount: 2_500 },
    { type: 'attendant', amount: 0 },
  ],
  schedules: [
    {
      vessel: 'andromeda',
      berth: 'limassol-old-port',
      days: everyDay,
      times: ['17:30'],
      seating: 'general',
      yieldsTo: 'club-regatta-weekend',
    },
  ],
  picture: 'Парусный катамаран на золотой воде у южного берега, солнце садится за скалистый мыс',
  text: {
    ru: {
      title: 'Закат под парусом',
      summary:
        'Два с половиной часа на «Андромеде» от Старого порта до мыса и обратно. Мотор глушим за молом, дальше работает ветер.',
      story: [
        'Члены клуба собираются на причале за полчаса: познакомиться, выбрать место, снять обувь. На «Андромеде» ходят босиком, корзины для туфель стоят у сходней.',
        'За волноломом ставим паруса и идём вдоль берега к Акротири. Желающие становятся к штурвалу по очереди, остальным хватает сеток на носу и дивана в салоне.',
        'Когда солнце касается воды, убираем стаксель и полчаса дрейфуем. Ужин простой: мезе, оливки, хлеб из соседней пекарни и кипрское вино.',
      ],
      included: ['Выход под парусом и шкипер клуба', 'Мезе, вода и бокал вина', 'Плед и ветровка'],
      notIncluded: ['Бар сверх первого бокала', 'Клубный сбор: добавляется в заказ отдельной строкой'],
      meetingPoint: 'Старый порт Лимасола, южный причал, у клубного вымпела с туманностью. Сбор в 17:00.',
      questions: [
        [
          'Можно привести друга?',
          'Одного гостя на члена клуба. Для него есть гостевой билет, данные гостя заранее не нужны.',
        ],
        [
          'Нужно ли уметь ходить под парусом?',
          'Нет. Шкипер покажет, за что держаться, а за что браться не стоит.',
        ],
        [
          'Что, если нет ветра?',
          'Идём под мотором на самых тихих оборотах. Если ветра слишком много, переносим и пишем до полудня.',
        ],
      ],
    },
    en: {
      title: 'Members’ Sunset Sail',
      summary:
        'Two and a half hours on Andromeda, from the Old Port to the cape and back. The engines stop behind the breakwater; from there the wind does the work.',
      story: [
        'Members meet on the quay half an hour before, to say hello, choose a place and take off their shoes. We go barefoot on Andromeda; the baskets for shoes stand by the gangway.',
        'Outside the breakwater we set sail and follow the coast towards Akrotiri. Whoever likes takes a turn at the helm; the others have the nets forward and the sofa in the saloon.',
        'When the sun touches the water we furl the jib and drift for half an hour. Supper is plain: meze, olives, bread from the bakery next door and Cypriot wine.',
      ],
      included: [
        'The sail, with a club skipper',
        'Meze, water and a glass of wine',
        'A blanket and a windcheater',
      ],
      notIncluded: [
        'The bar after your first glass',
        'The club fee, shown as a line of its own in your order',
      ],
      meetingPoint:
        'Limassol Old Port, south quay, under the club pennant with the nebula. We meet at 17:00.',
      questions: [
        [
          'May I bring a friend?',
          'One guest per member, on a guest ticket. We need no details of your guest in advance.',
        ],
        [
          'Do I have to know how to sail?',
          'No. The skipper shows you what to hold on to, and what to leave alone.',
        ],
        [
          'What if there is no wind?',
          'We go under engine at the lowest revolutions. If there is too much of it, we move the date and write before noon.',
        ],
      ],
    },
    zh: {
      title: '会员日落帆航',
      summary: '乘“仙女座号”从老港驶向海角再返回，两个半小时。出了防波堤就关掉引擎，之后全凭风力。',
      story: [
        '会员提前半小时在码头见面：打个招呼，选好位置，脱下鞋子。在“仙女座号”上大家都赤脚，鞋篮就放在舷梯旁。',
        '驶出防波堤后升帆，沿海岸驶向阿克罗蒂里。愿意的人可以轮流掌舵，其他人有船头的绳网和客舱的沙发。',
        '太阳触到海面时，我们收起前帆，漂航半小时。晚餐简单：小菜拼盘、橄榄、隔壁面包房的面包和塞浦路斯葡萄酒。',
      ],
      included: ['帆航和俱乐部船长', '小菜拼盘、水和一杯葡萄酒', '毛毯和防风外套'],
      notIncluded: ['第一杯之后的酒水', '俱乐部服务费：在订单中单独列出'],
      meetingPoint: '利马索尔老港南码头，绘有星云的俱乐部旗下。17:00 集合。',
      questions: [
        ['可以带朋友来吗？', '每位会员可带一位客人，使用来宾票，不需要提前提供客人的资料。'],
        ['需要会驾驶帆船吗？', '不需要。船长会告诉您该抓住哪里，哪里不要碰。'],
        ['没有风怎么办？', '我们以最低转速用引擎航行。如果风太大，则改期，并在中午前写信通知。'],
      ],
    },
  },
};
