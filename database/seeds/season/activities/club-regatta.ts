import type { ActivityRecord } from '../records.ts';

export const clubRegatta: ActivityRecord = {
  slug: 'club-regatta-weekend',
  seller: 'nebula',
  kind: 'event',
  audience: 'vip',
  durationMinutes: 1_920,
  minAge: 18,
  tourLanguages: 'en,ru',
  refundPolicy: 'until24h',
  passengerData: 'documents',
  salesCutoffMinutes: 1_440,
  popularity: 52,
  route: 'akrotiri-regatta',
  categories: ['club'],
  prices: [
    { type: 'member', amount: 39_000 },
    { type: 'guest', amount: 46_000 },
  ],
  schedules: [
    {
      vessel: 'andromeda',
      berth: 'limassol-old-port',
      days: ['saturday'],
      times: ['09:00'],
      seating: 'general',
      capacity: 12,
      everyWeeks: 4,
    },
  ],
  picture: 'Несколько яхт с белыми парусами огибают буй у южного берега в ясный полдень',
  text: {
    ru: {
      title: 'Клубная регата: два дня',
      summary:
        'Суббота и воскресенье гонок вокруг Акротири. Двенадцать мест в экипаже «Андромеды», ночь на якоре и общий стол на берегу.',
      story: [
        'В субботу в девять разбираем роли: кто на шкотах, кто на карте, кто на камбузе. До обеда две короткие гонки в бухте, после обеда одна длинная, с поворотом у белых скал.',
        'Ночуем на якоре у Писсури: шесть двухместных кают, горячий душ, ужин на берегу вместе с другими экипажами. В воскресенье последняя гонка домой, разбор и вручение кубка, который передают из рук в руки с первого сезона.',
        'Опыт не обязателен, но два дня под парусом требуют сил. Шкипер позвонит каждому за несколько дней и честно ответит на вопросы.',
      ],
      included: [
        'Место в экипаже и в двухместной каюте',
        'Питание на два дня',
        'Спасжилет, непромоканец, страховка на время гонки',
      ],
      notIncluded: ['Дорога до Лимасола', 'Клубный сбор: добавляется в заказ отдельной строкой'],
      meetingPoint:
        'Старый порт Лимасола, южный причал. Сбор в субботу в 8:30, возвращение в воскресенье к 17:00.',
      questions: [
        [
          'Зачем нужен номер паспорта?',
          'Экипаж регистрируют в портовой конторе, без документа на борт не пустят.',
        ],
        [
          'Можно приехать одному?',
          'Да, каюту поделим с кем-то из экипажа того же пола или оставим за вами, если есть свободная.',
        ],
        [
          'До какого времени можно отменить?',
          'За сутки до старта деньги вернутся полностью. Позже место уже не передать, поэтому не возвращаем.',
        ],
      ],
    },
    en: {
      title: 'Club Regatta Weekend',
      summary:
        'A Saturday and a Sunday of racing around Akrotiri. Twelve places in Andromeda’s crew, a night at anchor and one long table ashore.',
      story: [
        'On Saturday at nine we share out the parts: who takes the sheets, who the chart, who the galley. Two short races in the bay before lunch, and a long one after it, turning at the white cliffs.',
        'We spend the night at anchor off Pissouri: six double cabins, a hot shower, supper ashore with the other crews. Sunday brings the last race home, a talk about who did what, and the cup that has gone from hand to hand since the first season.',
        'Experience is not required, but two days under sail take strength. The skipper calls everybody a few days ahead and answers frankly.',
      ],
      included: [
        'A place in the crew and in a double cabin',
        'Meals for two days',
        'Life jacket, oilskins and insurance during the races',
      ],
      notIncluded: ['The journey to Limassol', 'The club fee, shown as a line of its own in your order'],
      meetingPoint:
        'Limassol Old Port, south quay. We meet on Saturday at 8:30 and are back on Sunday by 17:00.',
      questions: [
        [
          'Why do you need my passport number?',
          'The crew is registered with the port office; nobody may board without a document.',
        ],
        [
          'May I come alone?',
          'Yes. You share a cabin with somebody of the same sex, or keep it to yourself if one is free.',
        ],
        [
          'Until when may I cancel?',
          'Until 24 hours before the start, with the full price back. Later your place cannot be passed on, so we do not refund it.',
        ],
      ],
    },
    zh: {
      title: '俱乐部帆船赛周末',
      summary: '周六和周日，环阿克罗蒂里竞速。“仙女座号”船员席位十二个，海上锚泊一夜，岸上共享一张长桌。',
      story: [
        '周六九点分配岗位：谁管帆索，谁看海图，谁下厨房。午餐前在海湾里进行两场短距离比赛，午后一场长距离，在白色崖壁处转向。',
        '夜间在皮苏里外锚泊：六间双人舱、热水淋浴，与其他船组一起上岸晚餐。周日最后一程赛回港口，随后复盘，并颁发从第一个赛季传到今天的奖杯。',
        '不要求经验，但两天帆航需要体力。船长会提前几天给每个人打电话，坦诚回答问题。',
      ],
      included: ['船员席位和双人舱床位', '两天餐食', '救生衣、防水服和比赛期间保险'],
      notIncluded: ['前往利马索尔的交通', '俱乐部服务费：在订单中单独列出'],
      meetingPoint: '利马索尔老港南码头。周六 8:30 集合，周日 17:00 前返回。',
      questions: [
        ['为什么需要护照号码？', '船员要在港务处登记，没有证件不能登船。'],
        ['可以一个人来吗？', '可以。与同性船员合住一间舱，如有空舱也可以单独使用。'],
        ['最晚什么时候可以取消？', '开赛 24 小时之前取消，全额退款。此后名额无法转给他人，因此不退款。'],
      ],
    },
  },
};
