import type { ActivityRecord } from '../records.ts';

export const listeningSession: ActivityRecord = {
  slug: 'listening-session',
  seller: 'nebula',
  kind: 'event',
  audience: 'public',
  durationMinutes: 120,
  minAge: 16,
  tourLanguages: 'en',
  refundPolicy: 'until24h',
  passengerData: 'none',
  salesCutoffMinutes: 30,
  popularity: 58,
  categories: ['music', 'club'],
  prices: [
    { type: 'member', amount: 1_800 },
    { type: 'guest', amount: 2_800 },
    { type: 'student', amount: 1_800 },
  ],
  schedules: [
    {
      venue: 'carob-store',
      days: ['tuesday', 'friday'],
      times: ['20:00'],
      seating: 'general',
      capacity: 48,
    },
  ],
  picture: 'Ночной берег с освещёнными арками старого склада, над морем звёздная туманность и лунная дорожка',
  text: {
    ru: {
      title: 'Вечер внимательного слушания',
      summary:
        'Одна пластинка от начала до конца, в темноте и без разговоров. Каменный склад у порта, сорок восемь кресел, звук, ради которого стоит молчать.',
      story: [
        'В этот вечер клуб открывает двери для всех: по вторникам слушаем запись, по пятницам в том же зале играет музыкант. Что прозвучит, объявляем в день встречи.',
        'Перед началом хозяин вечера несколько минут рассказывает о записи. Потом гаснет свет, и сорок минут никто не говорит и не смотрит в телефон. После можно остаться и спорить.',
        'Зал построили под рожковое дерево: толстые стены, деревянный потолок, окна на море. Акустика досталась нам вместе с ним.',
      ],
      included: ['Место в зале', 'Чай или лимонад с рожковым сиропом'],
      notIncluded: ['Бар: открыт до начала и после'],
      meetingPoint:
        'Старый склад рожкового дерева за средневековым замком. Двери открыты с 19:30, в 20:00 закрываем до перерыва.',
      questions: [
        [
          'Можно прийти не членам клуба?',
          'Да, этот вечер открыт для всех. Вас попросят пройти короткую проверку по фотографии, как любого гостя клуба.',
        ],
        [
          'Места пронумерованы?',
          'Нет, садятся кто где хочет. Первый ряд ничем не лучше последнего, мы проверяли.',
        ],
        [
          'Если я опоздаю?',
          'Впустим в перерыве, примерно через сорок минут. До этого двери закрыты, чтобы не мешать.',
        ],
      ],
    },
    en: {
      title: 'A Listening Session',
      summary:
        'One record from beginning to end, in the dark and without talk. A stone store by the port, forty-eight armchairs, and a sound worth keeping quiet for.',
      story: [
        'This is the evening on which the club opens its doors to everybody: on Tuesdays we play a recording, on Fridays a musician takes over the same room with a live set. What it will be is announced on the day.',
        'The host of the evening speaks about the music for a few minutes. Then the lights go down, and for forty minutes nobody talks or looks at a telephone. Afterwards you may stay and argue.',
        'The hall was built to store carob: thick walls, a timber ceiling, windows on the sea. The acoustics came with the building.',
      ],
      included: ['A place in the hall', 'Tea, or lemonade with carob syrup'],
      notIncluded: ['The bar, open before and after'],
      meetingPoint:
        'The old carob store behind the medieval castle. Doors open at 19:30; at 20:00 they close until the interval.',
      questions: [
        [
          'May I come if I am not a member?',
          'Yes, this evening is open to all. You will be asked for a short photo check, like every guest of the club.',
        ],
        [
          'Are the seats numbered?',
          'No, sit where you like. The first row is no better than the last; we have tried.',
        ],
        [
          'What if I am late?',
          'We let you in at the interval, about forty minutes later. Until then the doors stay shut for the sake of the others.',
        ],
      ],
    },
    zh: {
      title: '静听之夜',
      summary:
        '一张唱片，从头到尾，在黑暗中聆听，不说话。港口旁的石砌仓库，四十八把扶手椅，以及值得为之安静的声音。',
      story: [
        '这一晚，俱乐部向所有人敞开大门：周二聆听唱片，周五由一位音乐家在同一间大厅现场演奏。曲目当天公布。',
        '开始前，主持人会用几分钟介绍这张录音。随后灯光熄灭，四十分钟里没有人说话，也没有人看手机。结束后可以留下来讨论。',
        '大厅原是存放角豆的仓库：厚墙、木顶、面海的窗。这里的音响效果，是老房子自带的。',
      ],
      included: ['大厅座位', '茶，或角豆糖浆柠檬水'],
      notIncluded: ['酒吧：开场前和结束后营业'],
      meetingPoint: '中世纪城堡后的老角豆仓库。19:30 开门，20:00 关门至中场休息。',
      questions: [
        [
          '不是会员可以来吗？',
          '可以，这一晚向所有人开放。与俱乐部的每位来宾一样，您需要通过一次简短的照片核验。',
        ],
        ['座位有编号吗？', '没有，随意就座。第一排并不比最后一排更好，我们试过。'],
        ['迟到了怎么办？', '大约四十分钟后的中场休息时入场。在此之前大门关闭，以免打扰他人。'],
      ],
    },
  },
};
