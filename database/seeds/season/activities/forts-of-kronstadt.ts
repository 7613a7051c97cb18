import type { ActivityRecord } from '../records.ts';

export const fortsOfKronstadt: ActivityRecord = {
  slug: 'forts-and-lighthouses-of-kronstadt',
  seller: 'slow-ahead',
  kind: 'excursion',
  audience: 'public',
  durationMinutes: 300,
  minAge: 0,
  tourLanguages: 'ru,en',
  refundPolicy: 'until24h',
  passengerData: 'names',
  salesCutoffMinutes: 30,
  popularity: 67,
  route: 'gulf-forts',
  categories: ['day-trips'],
  prices: [
    { type: 'adult', amount: 349_000 },
    { type: 'adult', zone: 'panorama', amount: 399_000 },
    { type: 'adult', zone: 'tables', amount: 459_000 },
    { type: 'child', amount: 189_000 },
    { type: 'senior', amount: 289_000 },
    { type: 'student', amount: 289_000 },
    { type: 'infant', amount: 0 },
    { type: 'attendant', amount: 0 },
  ],
  schedules: [
    {
      vessel: 'admiralty',
      berth: 'angliyskaya',
      days: ['tuesday', 'wednesday', 'thursday', 'friday'],
      times: ['11:00'],
      seating: 'assigned',
    },
  ],
  picture: 'Маяк и круглый каменный форт посреди залива, над ними чайки, теплоход на горизонте',
  text: {
    ru: {
      title: 'Форты и маяки Кронштадта',
      summary:
        'Пять часов в заливе вокруг острова Котлин: четыре форта, два маяка и собор, который моряки видят за двадцать километров.',
      story: [
        'Сначала час по Морскому каналу, где навстречу идут сухогрузы и паромы: с воды видно, как устроен большой порт. За дамбой залив открывается целиком, и слева появляется первый форт, «Кроншлот».',
        'Дальше обходим «Чумной», «Пётр» и «Константин» так близко, что видно чаек в амбразурах. Гид рассказывает, почему ни один из фортов так и не взяли и зачем чуме понадобился отдельный остров.',
        'Назад ложимся на створ Толбухина маяка и держим его за кормой, пока он не станет точкой. На борту работает буфет, на верхней палубе есть бинокли.',
      ],
      included: ['Место по билету', 'Рассказ гида на русском и английском', 'Бинокль на время рейса', 'Плед'],
      notIncluded: ['Высадка: на форты с борта не сходим', 'Еда и напитки в буфете'],
      meetingPoint: 'Английская набережная у дома 28, спуск с гранитной вазой. Посадка за 30 минут.',
      questions: [
        [
          'Почему без высадки?',
          'У фортов мелко, большой теплоход к ним не подходит. Зато за пять часов вы увидите все, а не один.',
        ],
        [
          'Качает ли в заливе?',
          'Иногда. Если ждём волну выше метра, предупредим накануне и вернём деньги, если передумаете.',
        ],
        [
          'Зачем нужны имена?',
          'На маршруте с выходом в залив мы обязаны знать, кто на борту: список нужен спасателям. Что мы с ним делаем, сказано на странице о персональных данных.',
        ],
      ],
    },
    en: {
      title: 'Forts and Lighthouses of Kronstadt',
      summary:
        'Five hours in the Gulf around Kotlin Island: four forts, two lighthouses and a cathedral that sailors see from twenty kilometres away.',
      story: [
        'The first hour follows the Sea Channel against a stream of freighters and ferries: from the water you see how a large port works. Past the dam the Gulf opens in full, and the first fort, Kronshlot, comes up to port.',
        'Then we round the Plague Fort, Fort Peter and Fort Constantine, close enough to see the gulls in the embrasures. The guide explains why none of them was ever taken, and what the plague wanted with an island of its own.',
        'On the way back we pick up the leading line of Tolbukhin Lighthouse and keep it astern until it is a dot. The bar is open, and there are binoculars on the upper deck.',
      ],
      included: [
        'The seat on your ticket',
        'A guide in Russian and English',
        'Binoculars for the trip',
        'A blanket',
      ],
      notIncluded: ['Going ashore: we do not land at the forts', 'Food and drinks at the bar'],
      meetingPoint:
        'English Embankment at No. 28, the steps with the granite vase. Boarding opens 30 minutes before departure.',
      questions: [
        [
          'Why do you not land?',
          'The water by the forts is too shallow for a large ship. In return you see all of them in five hours, not one.',
        ],
        [
          'Will the ship roll?',
          'Sometimes. If we expect waves above a metre, we tell you the day before, and refund you if you would rather not go.',
        ],
        [
          'Why do you need names?',
          'On a route into the Gulf we must know who is on board: the list is there for the rescue service. The page on personal data says what we do with it.',
        ],
      ],
    },
    zh: {
      title: '喀琅施塔得堡垒与灯塔',
      summary: '五小时环游科特林岛外的海湾：四座堡垒、两座灯塔，还有一座二十公里外就能望见的大教堂。',
      story: [
        '第一小时沿海上航道前行，货轮与渡轮迎面驶来：从水上可以看清一座大港如何运转。过了防洪堤，海湾豁然开阔，左舷出现第一座堡垒“喀琅什洛特”。',
        '随后我们绕行鼠疫堡、彼得堡垒和康斯坦丁堡垒，近得能看见炮眼里的海鸥。导游会讲述它们为何从未被攻陷，鼠疫又为什么需要一座单独的岛。',
        '返航时对准托尔布欣灯塔的导标线，让它留在船尾，直到变成一个小点。船上酒吧营业，上层甲板备有望远镜。',
      ],
      included: ['票面座位', '俄语和英语讲解', '航程中使用的望远镜', '毛毯'],
      notIncluded: ['登岛：本航线不在堡垒停靠', '酒吧餐饮'],
      meetingPoint: '英国滨河街 28 号旁，有花岗岩花瓶的台阶。开船前 30 分钟开始登船。',
      questions: [
        ['为什么不登岛？', '堡垒周围水浅，大船无法靠近。但五小时里，您能看到全部堡垒，而不是一座。'],
        ['船会摇晃吗？', '有时会。预计浪高超过一米时，我们会提前一天通知；如果您改变主意，全额退款。'],
        [
          '为什么需要姓名？',
          '凡是驶入海湾的航线，我们都必须知道船上有谁：名单供救援部门使用。具体处理方式见个人数据页面。',
        ],
      ],
    },
  },
};
