import type { ActivityRecord } from '../records.ts';

export const oreshekAndLadoga: ActivityRecord = {
  slug: 'oreshek-and-ladoga',
  seller: 'slow-ahead',
  kind: 'excursion',
  audience: 'public',
  durationMinutes: 480,
  minAge: 6,
  tourLanguages: 'ru,en',
  refundPolicy: 'until24h',
  passengerData: 'names',
  salesCutoffMinutes: 60,
  popularity: 74,
  route: 'neva-to-ladoga',
  categories: ['day-trips'],
  prices: [
    { type: 'adult', amount: 549_000 },
    { type: 'adult', zone: 'panorama', amount: 629_000 },
    { type: 'adult', zone: 'tables', amount: 789_000 },
    { type: 'child', amount: 329_000 },
    { type: 'senior', amount: 469_000 },
    { type: 'student', amount: 469_000 },
    { type: 'attendant', amount: 0 },
  ],
  schedules: [
    {
      vessel: 'admiralty',
      berth: 'petrovskaya',
      days: ['saturday', 'sunday'],
      times: ['09:00'],
      seating: 'assigned',
    },
  ],
  picture: 'Двухпалубный теплоход на рассвете подходит к крепости на острове, за ней лес и открытое озеро',
  text: {
    ru: {
      title: 'Орешек и начало Невы',
      summary:
        'День на реке: вверх по Неве до Ладожского озера, полтора часа в крепости на острове и горячий обед на обратном пути.',
      story: [
        'Город кончается незаметно: сначала пропадают купола, потом трубы, и к десяти часам по бортам уже сосны и песчаные обрывы. До истока Невы семьдесят километров, и весь путь вверх гид рассказывает о порогах, войнах и купцах.',
        'Крепость Орешек стоит на острове в самом истоке, дальше только Ладога до горизонта. Высаживаемся на полтора часа: башни, казематы и колокольня, с которой видно, где кончается озеро и начинается река.',
        'По течению идём быстрее. В это время подают обед, а на верхней палубе можно просто лежать в шезлонге и смотреть на берега.',
      ],
      included: ['Место по билету', 'Билет в крепость и экскурсия', 'Обед из трёх блюд, чай и кофе', 'Плед'],
      notIncluded: ['Алкоголь и десерты сверх обеда', 'Фотосъёмка со штативом в крепости'],
      meetingPoint:
        'Петровская набережная, спуск со львами у Домика Петра. Посадка с 8:30, имена пассажиров сверяем по списку.',
      questions: [
        [
          'Почему вы спрашиваете имена?',
          'На маршруте с выходом в озеро мы обязаны знать, кто на борту: список нужен спасателям. Что мы с ним делаем, сказано на странице о персональных данных.',
        ],
        [
          'Есть ли постное или вегетарианское?',
          'Есть. Напишите нам за день до рейса или скажите при посадке, пока корабль у стенки.',
        ],
        [
          'Что, если на Ладоге шторм?',
          'В озеро не выходим, стоим у крепости. Если закрыт и остров, рейс отменяем накануне и возвращаем деньги полностью.',
        ],
      ],
    },
    en: {
      title: 'Oreshek, Where the Neva Begins',
      summary:
        'A day on the river: up the Neva to Lake Ladoga, an hour and a half in the island fortress, and a hot lunch on the way home.',
      story: [
        'The city ends without telling you. First the domes go, then the chimneys, and by ten o’clock there are pines and sandy bluffs on both sides. It is seventy kilometres to the source, and all the way up the guide speaks of rapids, wars and merchants.',
        'Oreshek Fortress stands on an island in the very mouth of the lake; beyond it there is only Ladoga, up to the horizon. We land for an hour and a half: towers, casemates, and a belfry from which you can see where the lake stops and the river starts.',
        'Downstream we are quicker. Lunch is served, and on the upper deck you may simply lie in a deck chair and watch the banks go by.',
      ],
      included: [
        'The seat on your ticket',
        'Admission to the fortress and a guided walk',
        'A three-course lunch with tea and coffee',
        'A blanket',
      ],
      notIncluded: ['Alcohol and desserts beyond the lunch', 'Photography with a tripod in the fortress'],
      meetingPoint:
        'Petrovskaya Embankment, the steps with the stone lions by the Cabin of Peter the Great. Boarding from 8:30; we check names against the list.',
      questions: [
        [
          'Why do you ask for names?',
          'On a route that reaches the lake we must know who is on board: the list is there for the rescue service. The page on personal data says what we do with it.',
        ],
        [
          'Is there a vegetarian lunch?',
          'There is. Write to us a day ahead, or tell us when you board, while she is still alongside.',
        ],
        [
          'What if there is a storm on Ladoga?',
          'Then we do not enter the lake and stay at the fortress. If the island is closed too, we cancel the day before and refund the full price.',
        ],
      ],
    },
    zh: {
      title: '奥列舍克要塞与涅瓦河源头',
      summary: '在河上度过一天：溯涅瓦河而上直到拉多加湖，在岛上要塞停留一个半小时，返程享用热午餐。',
      story: [
        '城市悄悄退到身后：先是穹顶，再是烟囱，到十点钟，两岸已是松林和沙崖。到源头七十公里，上行途中，导游讲述险滩、战争和商人的故事。',
        '奥列舍克要塞坐落在湖口的小岛上，再往前就是一望无际的拉多加湖。我们登岛一个半小时：塔楼、暗堡，还有一座钟楼，从上面能看清湖水在哪里结束、河流从哪里开始。',
        '顺流返航更快。这时供应午餐，您也可以躺在上层甲板的躺椅上，看两岸缓缓后退。',
      ],
      included: ['票面座位', '要塞门票和导览', '三道菜午餐，含茶和咖啡', '毛毯'],
      notIncluded: ['午餐以外的酒水和甜点', '要塞内使用三脚架拍摄'],
      meetingPoint: '彼得滨河街，彼得大帝小屋旁有石狮的台阶。8:30 开始登船，我们会核对乘客名单。',
      questions: [
        [
          '为什么需要填写姓名？',
          '凡是驶入湖区的航线，我们都必须知道船上有谁：名单供救援部门使用。具体处理方式见个人数据页面。',
        ],
        ['有素食午餐吗？', '有。请提前一天写信告知，或在登船时、离岸之前告诉我们。'],
        [
          '拉多加湖有风暴怎么办？',
          '我们不驶入湖区，停靠在要塞。如果小岛也关闭，我们会在前一天取消班次并全额退款。',
        ],
      ],
    },
  },
};
