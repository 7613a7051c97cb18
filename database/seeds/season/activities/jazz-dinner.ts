import type { ActivityRecord } from '../records.ts';

export const jazzDinner: ActivityRecord = {
  slug: 'jazz-dinner-on-the-neva',
  seller: 'slow-ahead',
  kind: 'event',
  audience: 'public',
  durationMinutes: 180,
  minAge: 12,
  tourLanguages: 'ru',
  refundPolicy: 'until24h',
  passengerData: 'none',
  salesCutoffMinutes: 120,
  popularity: 83,
  route: 'evening-neva',
  categories: ['music', 'night'],
  prices: [
    { type: 'adult', zone: 'tables', amount: 790_000, toDay: 45 },
    { type: 'adult', zone: 'panorama', amount: 650_000, toDay: 45 },
    { type: 'adult', zone: 'saloon', amount: 590_000 },
    { type: 'adult', zone: 'terrace', amount: 390_000 },
    { type: 'adult', zone: 'tables', amount: 890_000, fromDay: 45 },
    { type: 'adult', zone: 'panorama', amount: 720_000, fromDay: 45 },
    { type: 'attendant', amount: 0 },
  ],
  schedules: [
    {
      vessel: 'admiralty',
      berth: 'admiralteyskaya',
      days: ['wednesday', 'thursday', 'friday', 'saturday'],
      times: ['18:30'],
      seating: 'assigned',
    },
  ],
  picture: 'Теплоход с освещёнными окнами на вечерней Неве, на том берегу купол Исаакия и Адмиралтейство',
  text: {
    ru: {
      title: 'Ужин под джаз на Неве',
      summary:
        'Квартет играет три отделения, кухня готовит на борту, за окнами меняется вечер. Столы на двоих, на четверых и на шестерых, шестиместные продаём целиком.',
      story: [
        'Первое отделение начинается у стенки: пока гости рассаживаются, квартет играет негромко, из сороковых. Отходим под второе, поднимаемся до Смольного и возвращаемся с третьим.',
        'Меню короткое и меняется раз в месяц: закуска, рыба или птица, десерт. Всё готовят на камбузе «Адмиралтейства», поэтому о непереносимости продуктов лучше сказать заранее.',
        'На верхней палубе под тентом стоят столы, на открытой корме — кресла для тех, кто пришёл только послушать: к такому билету подают аперитив и сыр.',
      ],
      included: [
        'Ужин из трёх блюд за столами и в салоне',
        'Аперитив и сыр для мест на террасе',
        'Три отделения живой музыки',
        'Плед на открытой палубе',
      ],
      notIncluded: ['Винная карта', 'Стоянка у набережной'],
      meetingPoint:
        'Адмиралтейская набережная, спуск у дома 2. Двери открыты с 18:00, отходим в 18:50 под второе отделение.',
      questions: [
        ['Как нужно одеться?', 'Как в хороший ресторан. Каблуки лучше широкие: трап и палуба деревянные.'],
        [
          'Можно ли заказать весь стол?',
          'Да, шестиместные столы продаются только целиком, остальные по местам. Выберите нужный на схеме.',
        ],
        ['Можно с детьми?', 'С двенадцати лет, билет как у взрослого. Для младших есть дневные рейсы.'],
      ],
    },
    en: {
      title: 'Jazz Dinner on the Neva',
      summary:
        'A quartet plays three sets, the galley cooks on board, and the evening changes outside the windows. Tables for two, four and six; a table for six is sold whole.',
      story: [
        'The first set begins alongside: while guests find their places the quartet plays softly, mostly from the forties. We leave with the second, go up the river as far as Smolny, and come home with the third.',
        'The menu is short and changes once a month: a starter, fish or fowl, a dessert. Everything is made in the Admiralty’s own galley, so please tell us early about anything you cannot eat.',
        'On the upper deck the tables stand under an awning. The open terrace aft has armchairs for those who come for the music alone: that ticket brings an aperitif and cheese.',
      ],
      included: [
        'A three-course dinner at the tables and in the saloons',
        'An aperitif and cheese on the terrace',
        'Three sets of live music',
        'A blanket on the open deck',
      ],
      notIncluded: ['The wine list', 'Parking on the embankment'],
      meetingPoint:
        'Admiralteyskaya Embankment, the steps at No. 2. Doors open at 18:00; we cast off at 18:50 with the second set.',
      questions: [
        [
          'What should I wear?',
          'What you would wear to a good restaurant. Prefer broad heels: the gangway and the decks are wooden.',
        ],
        [
          'May I book a whole table?',
          'Yes: tables for six are sold only as a whole, the others seat by seat. Pick yours on the plan.',
        ],
        [
          'Are children welcome?',
          'From twelve years, at the adult price. For younger ones there are our daytime trips.',
        ],
      ],
    },
    zh: {
      title: '涅瓦河爵士晚宴',
      summary: '四重奏演出三个乐段，菜品在船上现做，窗外暮色渐浓。设有双人、四人和六人桌，六人桌整桌出售。',
      story: [
        '第一乐段在靠岸时开始：客人入座之际，四重奏轻声奏起四十年代的曲子。第二乐段响起时离岸，上行至斯莫尔尼，伴着第三乐段返航。',
        '菜单简短，每月更换：前菜、鱼或禽肉、甜点。所有菜品都出自“海军部号”的厨房，如有忌口请尽早告知。',
        '上层甲板的餐桌设在遮篷下；船尾露台摆着扶手椅，留给只为音乐而来的客人，这种票配有开胃酒和奶酪。',
      ],
      included: [
        '餐桌和客舱座位：三道菜晚宴',
        '露台座位：开胃酒和奶酪',
        '三个乐段的现场演奏',
        '露天甲板毛毯',
      ],
      notIncluded: ['酒单饮品', '滨河街停车'],
      meetingPoint: '海军部滨河街 2 号旁的台阶。18:00 开门，18:50 随第二乐段离岸。',
      questions: [
        ['着装有什么要求？', '像去一家好餐厅那样即可。鞋跟宜宽：舷梯和甲板都是木质的。'],
        ['可以包下整张桌子吗？', '可以。六人桌只整桌出售，其余餐桌按座位出售，请在座位图上选择。'],
        ['可以带孩子吗？', '十二岁以上可以参加，票价与成人相同。更小的孩子可以选择白天的班次。'],
      ],
    },
  },
};
