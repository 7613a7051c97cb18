import type { ActivityRecord } from '../records.ts';

export const treasureIsland: ActivityRecord = {
  slug: 'treasure-island-for-families',
  seller: 'slow-ahead',
  kind: 'excursion',
  audience: 'public',
  durationMinutes: 60,
  minAge: 5,
  tourLanguages: 'ru',
  refundPolicy: 'flexible',
  passengerData: 'none',
  salesCutoffMinutes: 15,
  popularity: 79,
  route: 'canal-ring',
  categories: ['family', 'city'],
  prices: [
    { type: 'adult', amount: 119_000 },
    { type: 'child', amount: 99_000 },
    { type: 'attendant', amount: 0 },
  ],
  schedules: [
    {
      vessel: 'moika',
      berth: 'fontanka',
      days: ['wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
      times: ['09:00'],
      seating: 'general',
      capacity: 36,
    },
  ],
  picture: 'Старинная карта островов в дельте Невы: пунктир пути, роза ветров и крестик на острове в заливе',
  text: {
    ru: {
      title: 'Остров сокровищ: семейный рейс',
      summary:
        'Час по каналам с картой капитана Флинта: дети читают знаки на мостах и фасадах, вяжут узлы и по очереди стоят у штурвала.',
      story: [
        'Перед отходом каждый экипаж получает карту, карандаш и первую загадку. Подсказки спрятаны в самом городе: львы, маски над окнами, номера мостов, якоря на решётках. Замечать их приходится с борта и на ходу.',
        'Ведёт рейс боцман, в прошлом школьный учитель. Он показывает, как завязать беседочный узел, зачем кораблю вымпел и почему пираты на самом деле голосовали.',
        'Клад на борту есть. Делят его поровну, так что без добычи никто не уходит.',
      ],
      included: ['Карта, карандаш и верёвка для узлов', 'Доля клада каждому ребёнку', 'Какао'],
      notIncluded: ['Костюмы: приходите в чём удобно'],
      meetingPoint:
        'Набережная Фонтанки у Аничкова моста, спуск со стороны дома 27. Сбор экипажей за 20 минут.',
      questions: [
        [
          'С какого возраста это интересно?',
          'С пяти до двенадцати лет. Читать уметь необязательно: часть загадок нарисована.',
        ],
        ['Взрослый обязателен?', 'Да, хотя бы один на троих детей. Родителям тоже дают верёвку.'],
        [
          'Если ребёнок заболел?',
          'Вернём деньги полностью за отказ до отправления: на семейных рейсах правило мягче обычного.',
        ],
      ],
    },
    en: {
      title: 'Treasure Island: a Family Voyage',
      summary:
        'An hour on the canals with Captain Flint’s chart: children read the signs on bridges and façades, tie knots and take turns at the wheel.',
      story: [
        'Before we leave every crew receives a chart, a pencil and the first riddle. The clues are hidden in the city itself: lions, masks above windows, bridge numbers, anchors in the railings. They have to be spotted from the boat, under way.',
        'The boatswain who leads the voyage used to be a schoolteacher. He shows how a bowline is tied, what a pennant is for, and why real pirates voted.',
        'There is a treasure on board. It is shared out equally, so nobody goes home without a part of it.',
      ],
      included: [
        'A chart, a pencil and a length of rope',
        'A share of the treasure for every child',
        'Cocoa',
      ],
      notIncluded: ['Costumes: come in whatever is comfortable'],
      meetingPoint:
        'Fontanka embankment at Anichkov Bridge, the steps by No. 27. Crews gather 20 minutes before departure.',
      questions: [
        [
          'Which age is it for?',
          'Five to twelve. Reading is not required: some of the riddles are drawn. The voyage is told in Russian.',
        ],
        ['Must an adult come along?', 'Yes, at least one for three children. Parents get a rope too.'],
        [
          'What if my child falls ill?',
          'You get the full price back if you cancel before departure: on family voyages the rule is softer than usual.',
        ],
      ],
    },
    zh: {
      title: '金银岛：亲子航程',
      summary: '带着弗林特船长的海图，在运河上度过一小时：孩子们辨认桥梁和立面上的记号，学打绳结，轮流掌舵。',
      story: [
        '开船前，每个小队会拿到一张海图、一支铅笔和第一道谜题。线索就藏在城市里：石狮、窗上的面具、桥的编号、栏杆上的船锚，都要在行进的船上亲眼找到。',
        '带队的水手长从前是一位小学老师。他会教大家打单套结，讲解船旗的用途，还会说明真正的海盗为什么要投票。',
        '船上确有宝藏。大家平分，没有人会空手而归。',
      ],
      included: ['海图、铅笔和练习绳', '每个孩子都有一份宝藏', '热可可'],
      notIncluded: ['服装：穿得舒服就好'],
      meetingPoint: '阿尼奇科夫桥旁的丰坦卡河滨河街，27 号前的台阶。开船前 20 分钟集合。',
      questions: [
        ['适合多大的孩子？', '五到十二岁。不识字也没关系，一部分谜题是画出来的。现场讲解为俄语。'],
        ['需要大人陪同吗？', '需要，每三个孩子至少一位大人。家长也会拿到一根练习绳。'],
        ['孩子生病了怎么办？', '在开船之前取消，全额退款：亲子航程的规定比平常更宽松。'],
      ],
    },
  },
};
