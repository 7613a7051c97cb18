import type { RouteRecord } from './records.ts';

export const routes: RouteRecord[] = [
  {
    slug: 'canal-ring',
    name: { ru: 'Большое кольцо каналов', en: 'The Grand Canal Ring', zh: '运河大环线' },
    description: {
      ru: 'Мойка, Зимняя канавка, Нева, Фонтанка, Крюков канал и снова Мойка.',
      en: 'The Moika, the Winter Canal, the Neva, the Fontanka, the Kryukov Canal and the Moika again.',
      zh: '莫伊卡河、冬宫运河、涅瓦河、丰坦卡河、克留科夫运河，再回到莫伊卡河。',
    },
    durationMinutes: 75,
    distanceKm: 11.5,
    berths: ['pevchesky', 'fontanka'],
  },
  {
    slug: 'raised-bridges',
    name: { ru: 'Три моста ночью', en: 'Three Bridges at Night', zh: '夜间三桥' },
    description: {
      ru: 'Нева от Дворцового моста до Литейного и обратно, пока мосты подняты.',
      en: 'The Neva from Palace Bridge to Liteyny Bridge and back, while the bridges are up.',
      zh: '涅瓦河，从冬宫桥到铸造厂桥往返，途中桥梁升起。',
    },
    durationMinutes: 100,
    distanceKm: 9,
    berths: ['admiralteyskaya', 'pevchesky'],
  },
  {
    slug: 'evening-neva',
    name: { ru: 'Вечерняя Нева', en: 'The Evening Neva', zh: '涅瓦河黄昏' },
    description: {
      ru: 'От Адмиралтейства мимо крепости и Летнего сада вверх по реке и назад вдоль дворцов.',
      en: 'From the Admiralty past the fortress and the Summer Garden, up the river and back along the palaces.',
      zh: '从海军部出发，经要塞和夏园上行，再沿宫殿区返回。',
    },
    durationMinutes: 90,
    distanceKm: 12,
    berths: ['admiralteyskaya', 'fontanka'],
  },
  {
    slug: 'palace-to-peterhof',
    name: {
      ru: 'Дворцовая набережная — Петергоф',
      en: 'Palace Embankment – Peterhof',
      zh: '冬宫滨河街—彼得霍夫',
    },
    description: {
      ru: 'По Неве и Невской губе до Морского канала, стоянка у Нижнего парка и обратный путь.',
      en: 'Down the Neva and across the bay to the Sea Canal, a stay at the Lower Park, and back.',
      zh: '沿涅瓦河穿过涅瓦湾到海运河，停靠下花园后原路返回。',
    },
    durationMinutes: 240,
    distanceKm: 58,
    berths: ['dvortsovaya'],
  },
  {
    slug: 'gulf-forts',
    name: { ru: 'Форты Невской губы', en: 'Forts of the Neva Bay', zh: '涅瓦湾堡垒' },
    description: {
      ru: 'Морской канал, дамба, «Кроншлот», «Чумной», «Пётр» и «Константин», створ Толбухина маяка.',
      en: 'The Sea Channel, the dam, Kronshlot, the Plague Fort, Fort Peter, Fort Constantine and Tolbukhin Lighthouse.',
      zh: '海上航道、防洪堤、喀琅什洛特、鼠疫堡、彼得堡垒、康斯坦丁堡垒和托尔布欣灯塔。',
    },
    durationMinutes: 300,
    distanceKm: 84,
    berths: ['angliyskaya'],
  },
  {
    slug: 'neva-to-ladoga',
    name: { ru: 'Нева до Ладоги', en: 'Up the Neva to Ladoga', zh: '溯涅瓦河至拉多加湖' },
    description: {
      ru: 'Вверх по Неве мимо Ивановских порогов до крепости на Ореховом острове.',
      en: 'Up the Neva, past the Ivanovo rapids, to the fortress on Orekhovy Island.',
      zh: '溯涅瓦河而上，经伊万诺沃险滩到奥列霍维岛上的要塞。',
    },
    durationMinutes: 480,
    distanceKm: 140,
    berths: ['petrovskaya'],
  },
  {
    slug: 'northern-islands',
    name: { ru: 'Северные острова', en: 'The Northern Islands', zh: '北部群岛' },
    description: {
      ru: 'Малая Нева, Каменный, Елагин и Крестовский острова, выход в залив.',
      en: 'The Malaya Neva, Kamenny, Yelagin and Krestovsky islands, and out into the Gulf.',
      zh: '小涅瓦河、卡缅内岛、叶拉金岛、克列斯托夫斯基岛，直到海湾。',
    },
    durationMinutes: 120,
    distanceKm: 22,
    berths: ['strelka'],
  },
  {
    slug: 'limassol-bay',
    name: { ru: 'Лимасольский залив', en: 'Limassol Bay', zh: '利马索尔湾' },
    description: {
      ru: 'От Старого порта вдоль берега до мыса и обратно под парусом.',
      en: 'From the Old Port along the coast to the cape and back under sail.',
      zh: '从老港沿海岸帆航至海角再返回。',
    },
    durationMinutes: 150,
    distanceKm: 16,
    berths: ['limassol-old-port'],
  },
  {
    slug: 'akrotiri-regatta',
    name: { ru: 'Вокруг Акротири', en: 'Round Akrotiri', zh: '环阿克罗蒂里' },
    description: {
      ru: 'Лимасол, мыс Гата, бухта Писсури и обратно, с четырьмя гонками и ночёвкой на якоре.',
      en: 'Limassol, Cape Gata, Pissouri Bay and back: four races and a night at anchor.',
      zh: '利马索尔、加塔角、皮苏里湾往返，四场比赛，海上锚泊一夜。',
    },
    durationMinutes: 1_920,
    distanceKm: 95,
    berths: ['limassol-old-port'],
  },
];
