import { everyDay } from '../weekdays.ts';
import type { ActivityRecord } from '../records.ts';

export const nightBridges: ActivityRecord = {
  slug: 'night-bridges',
  seller: 'slow-ahead',
  kind: 'excursion',
  audience: 'public',
  durationMinutes: 100,
  minAge: 0,
  tourLanguages: 'ru,en',
  refundPolicy: 'until24h',
  passengerData: 'none',
  salesCutoffMinutes: 10,
  popularity: 100,
  route: 'raised-bridges',
  categories: ['night', 'city'],
  prices: [
    { type: 'adult', amount: 169_000 },
    { type: 'adult', zone: 'terrace', amount: 219_000 },
    { type: 'adult', zone: 'tables', amount: 249_000 },
    { type: 'adult', zone: 'open', amount: 209_000 },
    { type: 'child', amount: 99_000 },
    { type: 'senior', amount: 139_000 },
    { type: 'student', amount: 139_000 },
    { type: 'infant', amount: 0 },
    { type: 'attendant', amount: 0 },
  ],
  schedules: [
    { vessel: 'admiralty', berth: 'admiralteyskaya', days: everyDay, times: ['00:20'], seating: 'assigned' },
    { vessel: 'moika', berth: 'pevchesky', days: everyDay, times: ['00:30'], seating: 'assigned' },
  ],
  picture: 'Разведённый Дворцовый мост ночью, огни пролётов отражаются в Неве, вдали шпиль крепости',
  text: {
    ru: {
      title: 'Разводка мостов',
      summary:
        'Дворцовый, Троицкий и Литейный поднимаются один за другим, а вы смотрите на них с воды. Час сорок по ночной Неве, место закреплено за вами.',
      story: [
        'Мы выходим за полночь и занимаем место на Неве раньше, чем соберётся толпа на набережных. Дворцовый мост раскрывается прямо перед носом, в проёме ровно посередине стоит шпиль Петропавловки.',
        'Потом идём вверх по реке: Троицкий поднимает одно крыло, Литейный встаёт почти отвесно. Между мостами гид говорит мало и по делу, остальное время слышно воду.',
        'Рейс делают двухпалубное «Адмиралтейство» с рестораном и маленькая «Мойка». С первого дальше видно, с второй ближе к воде.',
      ],
      included: ['Место по билету', 'Рассказ гида на русском и английском', 'Плед'],
      notIncluded: ['Еда и напитки: на «Адмиралтействе» работает буфет'],
      meetingPoint:
        '«Адмиралтейство» стоит у Адмиралтейской набережной, «Мойка» — у Певческого моста. Причал указан в билете. Посадка за 20 минут.',
      questions: [
        [
          'На какой берег мы вернёмся?',
          'На тот же причал. Мосты к этому времени ещё разведены: если живёте на другом берегу, заложите время до сведения.',
        ],
        [
          'Если мост не разведут?',
          'Такое бывает при сильном ветре и подъёме воды. Если из трёх мостов не поднимется ни один, вернём деньги полностью.',
        ],
        [
          'Холодно ли на палубе?',
          'На воде на пять градусов холоднее, чем на берегу. Плед есть у каждого места, шапка не помешает.',
        ],
      ],
    },
    en: {
      title: 'The Raising of the Bridges',
      summary:
        'Palace, Trinity and Liteyny bridges rise one after another while you watch from the water. An hour and forty minutes on the night Neva, in a place that is yours.',
      story: [
        'We cast off after midnight and take our place on the river before the embankments fill. Palace Bridge opens right ahead of the bow, with the spire of the fortress standing in the very middle of the gap.',
        'Then upstream: Trinity Bridge lifts a single wing, Liteyny stands almost upright. Between the bridges the guide says little and to the point; the rest of the time you hear the water.',
        'Two vessels make this trip: the two-deck Admiralty with her bar, and the small Moika. From the first you see further, from the second you sit closer to the river.',
      ],
      included: ['The seat on your ticket', 'A guide in Russian and English', 'A blanket'],
      notIncluded: ['Food and drinks: there is a bar on the Admiralty'],
      meetingPoint:
        'The Admiralty lies at Admiralteyskaya Embankment, the Moika at Pevchesky Bridge; your ticket names the berth. Boarding opens 20 minutes before departure.',
      questions: [
        [
          'Which bank do we return to?',
          'The one we left from. The bridges are still up by then: if you are staying across the river, allow for the time until they come down.',
        ],
        [
          'What if a bridge stays down?',
          'It happens in high wind or high water. If none of the three is raised, we refund the full price.',
        ],
        [
          'Is it cold on deck?',
          'About five degrees colder than ashore. Every seat has a blanket; a hat does no harm.',
        ],
      ],
    },
    zh: {
      title: '夜观开桥',
      summary: '冬宫桥、三一桥、铸造厂桥依次升起，您在水上观看。夜航涅瓦河 100 分钟，座位为您保留。',
      story: [
        '我们在午夜后离岸，赶在两岸人群聚拢之前驶到河心。冬宫桥就在船头正前方打开，要塞的尖顶恰好立在两扇桥面的中间。',
        '随后逆流而上：三一桥只抬起一侧，铸造厂桥几乎直立起来。两桥之间，导游话不多，句句有用；其余的时间，您听到的是水声。',
        '这条航线由两艘船执行：带酒吧的双层“海军部号”，以及小巧的“莫伊卡号”。前者看得远，后者离水近。',
      ],
      included: ['票面座位', '俄语和英语讲解', '毛毯'],
      notIncluded: ['餐饮：“海军部号”上设有酒吧'],
      meetingPoint:
        '“海军部号”停靠海军部滨河街，“莫伊卡号”停靠歌手桥，具体码头见船票。开船前 20 分钟开始登船。',
      questions: [
        ['返回时在哪一岸下船？', '回到出发的码头。那时桥还没有放下：如果您住在对岸，请预留等桥放下的时间。'],
        ['如果桥没有升起呢？', '大风或水位过高时会有这种情况。三座桥若一座都没有升起，我们全额退款。'],
        ['甲板上冷吗？', '水上比岸上低五度左右。每个座位都有毛毯，最好再戴一顶帽子。'],
      ],
    },
  },
};
