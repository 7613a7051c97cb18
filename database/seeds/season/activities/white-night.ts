import { everyDay } from '../weekdays.ts';
import type { ActivityRecord } from '../records.ts';

export const whiteNight: ActivityRecord = {
  slug: 'white-night-on-the-neva',
  seller: 'slow-ahead',
  kind: 'excursion',
  audience: 'public',
  durationMinutes: 90,
  minAge: 0,
  tourLanguages: 'ru,en,zh',
  refundPolicy: 'until24h',
  passengerData: 'none',
  salesCutoffMinutes: 10,
  popularity: 88,
  route: 'evening-neva',
  categories: ['night', 'city'],
  prices: [
    { type: 'adult', amount: 139_000 },
    { type: 'adult', zone: 'terrace', amount: 179_000 },
    { type: 'adult', zone: 'tables', amount: 199_000 },
    { type: 'adult', zone: 'open', amount: 169_000 },
    { type: 'child', amount: 79_000 },
    { type: 'senior', amount: 109_000 },
    { type: 'student', amount: 109_000 },
    { type: 'infant', amount: 0 },
    { type: 'attendant', amount: 0 },
  ],
  schedules: [
    { vessel: 'admiralty', berth: 'admiralteyskaya', days: everyDay, times: ['22:00'], seating: 'assigned' },
    { vessel: 'moika', berth: 'fontanka', days: everyDay, times: ['21:00'], seating: 'assigned' },
  ],
  picture: 'Светлое ночное небо над Невой, силуэт Петропавловской крепости со шпилем, тихая вода и теплоход',
  text: {
    ru: {
      title: 'Белая ночь на Неве',
      summary:
        'Полтора часа тишины: без громкой музыки и без микрофона. Крепость, Стрелка и дворцы в том свете, который в июне не гаснет до утра.',
      story: [
        'Это самый спокойный рейс в нашем расписании. Мы идём малым ходом, гид молчит, а рассказ можно включить в наушниках или не включать совсем.',
        'От Адмиралтейства поднимаемся к Петропавловской крепости, у Стрелки ложимся в дрейф минут на десять и возвращаемся вдоль дворцов. В июне фонари не зажигают до полуночи: свет идёт от неба и от воды.',
        '«Адмиралтейство» уходит в десять вечера, «Мойка» часом раньше, от Фонтанки.',
      ],
      included: ['Место по билету', 'Аудиорассказ на русском, английском и китайском', 'Плед и травяной чай'],
      notIncluded: ['Еда и другие напитки: на «Адмиралтействе» работает буфет'],
      meetingPoint:
        '«Адмиралтейство»: Адмиралтейская набережная, спуск у дома 2. «Мойка»: набережная Фонтанки у Аничкова моста. Посадка за 15 минут.',
      questions: [
        [
          'А зимой тоже белая ночь?',
          'Белые ночи в Петербурге стоят с конца мая до середины июля. В остальное время это рейс по вечернему городу, с тем же тихим ходом.',
        ],
        [
          'Увидим ли мы разводку?',
          'Нет, мосты поднимают позже. Для этого есть рейс «Разводка мостов», между ними пятьдесят минут.',
        ],
        [
          'Можно ли фотографировать со штативом?',
          'Можно, на корме верхней палубы, если штатив не закрывает проход.',
        ],
      ],
    },
    en: {
      title: 'White Night on the Neva',
      summary:
        'An hour and a half of quiet: no loud music, no microphone. The fortress, the Spit and the palaces in a light that in June does not go out until morning.',
      story: [
        'This is the calmest trip in our timetable. We run slow ahead, the guide is silent, and the story waits in your headphones, to be listened to or left alone.',
        'From the Admiralty we go up to the Peter and Paul Fortress, drift for some ten minutes off the Spit, and come back along the palaces. In June the street lamps stay dark until midnight: the light comes from the sky and from the water.',
        'The Admiralty sails at ten in the evening, the Moika an hour earlier, from the Fontanka.',
      ],
      included: [
        'The seat on your ticket',
        'An audio story in Russian, English and Chinese',
        'A blanket and herbal tea',
      ],
      notIncluded: ['Food and other drinks: there is a bar on the Admiralty'],
      meetingPoint:
        'Admiralty: Admiralteyskaya Embankment, the steps at No. 2. Moika: Fontanka embankment at Anichkov Bridge. Boarding opens 15 minutes before departure.',
      questions: [
        [
          'Is the night white in winter too?',
          'White nights last from late May to mid-July. At other times this is a trip through the evening city, at the same quiet pace.',
        ],
        [
          'Shall we see the bridges raised?',
          'No, they are raised later. Take “The Raising of the Bridges” for that: there are fifty minutes between the two.',
        ],
        [
          'May I use a tripod?',
          'Yes, on the after end of the upper deck, as long as it does not block the way.',
        ],
      ],
    },
    zh: {
      title: '涅瓦河白夜慢航',
      summary: '九十分钟的宁静：没有喧闹的音乐，也没有扩音器。要塞、岬角与宫殿，沐浴在六月彻夜不灭的天光里。',
      story: [
        '这是我们时刻表上最安静的一班。船以慢速前行，导游不说话，讲解都在耳机里，听或不听由您决定。',
        '从海军部出发，上行至彼得保罗要塞，在岬角外漂航约十分钟，再沿着一排宫殿返回。六月里，路灯直到午夜才亮：光来自天空，也来自水面。',
        '“海军部号”晚上十点开船，“莫伊卡号”早一小时，从丰坦卡河出发。',
      ],
      included: ['票面座位', '俄语、英语、中文语音讲解', '毛毯和花草茶'],
      notIncluded: ['食物和其他饮品：“海军部号”上设有酒吧'],
      meetingPoint:
        '“海军部号”：海军部滨河街 2 号旁的台阶。“莫伊卡号”：阿尼奇科夫桥旁的丰坦卡河滨河街。开船前 15 分钟开始登船。',
      questions: [
        ['冬天也有白夜吗？', '白夜从五月下旬持续到七月中旬。其他时候，这是一趟同样安静的夜游。'],
        ['能看到开桥吗？', '看不到，桥升起得更晚。请选择“夜观开桥”，两班之间相隔五十分钟。'],
        ['可以用三脚架拍照吗？', '可以，在上层甲板船尾，只要不挡住通道。'],
      ],
    },
  },
};
