import type { BerthRecord } from './records.ts';

const petersburg = { ru: 'Санкт-Петербург', en: 'St Petersburg', zh: '圣彼得堡' };
const limassol = { ru: 'Лимасол', en: 'Limassol', zh: '利马索尔' };

/** Degrees, WGS 84: the steps to the water, not the house behind them. */
export const berths: BerthRecord[] = [
  {
    slug: 'admiralteyskaya',
    name: { ru: 'Адмиралтейская набережная', en: 'Admiralteyskaya Embankment', zh: '海军部滨河街码头' },
    address: {
      ru: 'Адмиралтейская набережная, 2',
      en: '2 Admiralteyskaya Embankment',
      zh: '海军部滨河街 2 号',
    },
    directions: {
      ru: 'От метро «Адмиралтейская» 8 минут пешком: через Александровский сад к Неве, спуск слева от Дворцового моста.',
      en: 'Eight minutes on foot from Admiralteyskaya metro: cross the Alexander Garden to the Neva; the steps are to the left of Palace Bridge.',
      zh: '从“海军部”地铁站步行 8 分钟：穿过亚历山大花园到涅瓦河边，台阶在冬宫桥左侧。',
    },
    city: petersburg,
    latitude: 59.939,
    longitude: 30.3058,
    picture: 'Гранитная Адмиралтейская набережная с указателем причала, за ней шпиль с корабликом',
  },
  {
    slug: 'dvortsovaya',
    name: { ru: 'Дворцовая набережная', en: 'Palace Embankment', zh: '冬宫滨河街码头' },
    address: {
      ru: 'Дворцовая набережная, 32, напротив Эрмитажного театра',
      en: '32 Palace Embankment, opposite the Hermitage Theatre',
      zh: '冬宫滨河街 32 号，埃尔米塔日剧院对面',
    },
    directions: {
      ru: 'От метро «Адмиралтейская» 12 минут пешком: через Дворцовую площадь и вдоль Зимней канавки. Касса в павильоне у спуска.',
      en: 'Twelve minutes on foot from Admiralteyskaya metro: across Palace Square and along the Winter Canal. The ticket window is in the pavilion by the steps.',
      zh: '从“海军部”地铁站步行 12 分钟：穿过冬宫广场，沿冬宫运河走到河边。售票窗口在台阶旁的亭子里。',
    },
    city: petersburg,
    latitude: 59.9433,
    longitude: 30.3168,
    picture: 'Спуск к воде на Дворцовой набережной вечером, указатель причала и освещённые окна дворца',
  },
  {
    slug: 'angliyskaya',
    name: { ru: 'Английская набережная', en: 'English Embankment', zh: '英国滨河街码头' },
    address: { ru: 'Английская набережная, 28', en: '28 English Embankment', zh: '英国滨河街 28 号' },
    directions: {
      ru: 'От Исаакиевской площади 10 минут пешком мимо Медного всадника. Автобусы и троллейбусы останавливаются на площади Труда.',
      en: 'Ten minutes on foot from St Isaac’s Square, past the Bronze Horseman. Buses and trolleybuses stop at Truda Square.',
      zh: '从圣伊萨克广场经青铜骑士像步行 10 分钟。公交车和无轨电车停靠劳动广场。',
    },
    city: petersburg,
    latitude: 59.9354,
    longitude: 30.294,
    picture: 'Английская набережная: ряд особняков, две гранитные вазы у спуска и указатель причала',
  },
  {
    slug: 'petrovskaya',
    name: { ru: 'Петровская набережная', en: 'Petrovskaya Embankment', zh: '彼得滨河街码头' },
    address: {
      ru: 'Петровская набережная, 6, у Домика Петра',
      en: '6 Petrovskaya Embankment, by the Cabin of Peter the Great',
      zh: '彼得滨河街 6 号，彼得大帝小屋旁',
    },
    directions: {
      ru: 'От метро «Горьковская» 15 минут пешком вдоль крепости. Спуск узнаете по двум каменным львам Ши-цза.',
      en: 'Fifteen minutes on foot from Gorkovskaya metro, along the fortress. Look for the two stone Shi Tza lions.',
      zh: '从“高尔基”地铁站沿要塞步行 15 分钟。台阶旁有一对石狮，很容易认出。',
    },
    city: petersburg,
    latitude: 59.9527,
    longitude: 30.3318,
    picture: 'Два каменных льва у спуска Петровской набережной, между ними указатель причала',
  },
  {
    slug: 'strelka',
    name: { ru: 'Стрелка Васильевского острова', en: 'Spit of Vasilyevsky Island', zh: '瓦西里岛岬角码头' },
    address: {
      ru: 'Биржевая площадь, спуск у южной Ростральной колонны',
      en: 'Birzhevaya Square, the steps by the southern Rostral Column',
      zh: '交易所广场，南侧罗斯特拉柱旁的台阶',
    },
    directions: {
      ru: 'От метро «Спортивная» 15 минут пешком через Тучков мост или один переход с Дворцового моста.',
      en: 'Fifteen minutes on foot from Sportivnaya metro over Tuchkov Bridge, or straight off Palace Bridge.',
      zh: '从“体育”地铁站经图奇科夫桥步行 15 分钟，或过冬宫桥即到。',
    },
    city: petersburg,
    latitude: 59.944,
    longitude: 30.3078,
    picture: 'Стрелка ночью: две Ростральные колонны с огнём, здание Биржи, спуск и указатель причала',
  },
  {
    slug: 'pevchesky',
    name: { ru: 'Мойка, Певческий мост', en: 'Moika, Pevchesky Bridge', zh: '莫伊卡河歌手桥码头' },
    address: {
      ru: 'Набережная реки Мойки у Певческого моста',
      en: 'Moika embankment at Pevchesky Bridge',
      zh: '莫伊卡河滨河街，歌手桥旁',
    },
    directions: {
      ru: 'От Дворцовой площади две минуты: мимо штаба Гвардейского корпуса к мосту с узорной решёткой, спуск справа.',
      en: 'Two minutes from Palace Square: past the Guards Headquarters to the bridge with the lace-like railing; the steps are on the right.',
      zh: '从冬宫广场步行两分钟：经近卫军司令部走到栏杆花纹精美的桥边，台阶在右侧。',
    },
    city: petersburg,
    latitude: 59.9403,
    longitude: 30.319,
    picture: 'Гранитная набережная Мойки утром, за спуском решётка Певческого моста и указатель причала',
  },
  {
    slug: 'fontanka',
    name: { ru: 'Фонтанка, Аничков мост', en: 'Fontanka, Anichkov Bridge', zh: '丰坦卡河阿尼奇科夫桥码头' },
    address: { ru: 'Набережная реки Фонтанки, 27', en: '27 Fontanka Embankment', zh: '丰坦卡河滨河街 27 号' },
    directions: {
      ru: 'От метро «Гостиный Двор» 7 минут пешком по Невскому проспекту. Спуск у самого моста, со стороны Шереметевского дворца.',
      en: 'Seven minutes on foot from Gostiny Dvor metro along Nevsky Prospekt. The steps are right at the bridge, on the Sheremetev Palace side.',
      zh: '从“商场”地铁站沿涅瓦大街步行 7 分钟。台阶紧邻大桥，位于舍列梅捷夫宫一侧。',
    },
    city: petersburg,
    latitude: 59.9345,
    longitude: 30.3432,
    picture: 'Фонтанка у Аничкова моста: укротители коней на постаментах, спуск и указатель причала',
  },
  {
    slug: 'limassol-old-port',
    name: { ru: 'Старый порт Лимасола', en: 'Limassol Old Port', zh: '利马索尔老港' },
    address: { ru: 'Старый порт, южный причал', en: 'Old Port, south quay', zh: '老港，南码头' },
    directions: {
      ru: 'От средневекового замка 5 минут пешком к морю. Клубный вымпел с туманностью видно с площади.',
      en: 'Five minutes on foot from the medieval castle towards the sea. The club pennant with the nebula can be seen from the square.',
      zh: '从中世纪城堡向海边步行 5 分钟。在广场上就能看到绘有星云的俱乐部旗。',
    },
    city: limassol,
    latitude: 34.6706,
    longitude: 33.0424,
    picture: 'Мол старого порта с маяком, пальмы и указатель причала под клубным вымпелом',
  },
];
