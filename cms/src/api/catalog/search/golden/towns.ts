import type { Localized } from '@gangway/kit';

/** A town in the forms that titles need: in it, of it, on its water and along it. */
export type Place = Record<'in' | 'of' | 'on' | 'along' | 'route' | 'berth', Localized> & { slug: string };

type Names = [in_: string, of: string, on: string, along: string, route: string, berth: string];

function place(
  slug: string,
  ru: Names,
  en: [town: string, water: string, berth: string],
  zh: [town: string, water: string, berth: string],
): Place {
  const [town, water, pier] = en;
  const [city, river, quay] = zh;
  return {
    slug,
    in: { ru: ru[0], en: `in ${town}`, zh: `${city}` },
    of: { ru: ru[1], en: `of ${town}`, zh: `${city}` },
    on: { ru: ru[2], en: `on ${water}`, zh: `${river}上` },
    along: { ru: ru[3], en: `along ${water}`, zh: `${river}` },
    route: { ru: ru[4], en: `${town}: ${water}`, zh: `${city}—${river}` },
    berth: { ru: ru[5], en: pier, zh: quay },
  };
}

/** Other towns with water; none of them is in the demo season. */
export const places: Place[] = [
  place(
    'kazan',
    ['в Казани', 'Казани', 'на Волге', 'по Волге', 'Волга у Кремля', 'Казань, речной порт'],
    ['Kazan', 'the Volga', 'Kazan River Port'],
    ['喀山', '伏尔加河', '喀山河港'],
  ),
  place(
    'nizhny',
    [
      'в Нижнем Новгороде',
      'Нижнего Новгорода',
      'на Оке',
      'по Оке',
      'Стрелка Оки и Волги',
      'Нижневолжская набережная',
    ],
    ['Nizhny Novgorod', 'the Oka', 'Lower Volga Embankment'],
    ['下诺夫哥罗德', '奥卡河', '下伏尔加滨河街码头'],
  ),
  place(
    'moscow',
    [
      'в Москве',
      'Москвы',
      'на Москве-реке',
      'по Москве-реке',
      'Москва-река: центр',
      'Причал «Парк Горького»',
    ],
    ['Moscow', 'the Moskva', 'Gorky Park Pier'],
    ['莫斯科', '莫斯科河', '高尔基公园码头'],
  ),
  place(
    'yaroslavl',
    ['в Ярославле', 'Ярославля', 'на Которосли', 'по Которосли', 'Которосль и Волга', 'Волжская набережная'],
    ['Yaroslavl', 'the Kotorosl', 'Volga Embankment'],
    ['雅罗斯拉夫尔', '科托罗斯利河', '伏尔加滨河街码头'],
  ),
  place(
    'kaliningrad',
    [
      'в Калининграде',
      'Калининграда',
      'на Преголе',
      'по Преголе',
      'Преголя вокруг Кнайпхофа',
      'Рыбная деревня',
    ],
    ['Kaliningrad', 'the Pregolya', 'Fishing Village Pier'],
    ['加里宁格勒', '普列戈利亚河', '渔村码头'],
  ),
  place(
    'vyborg',
    [
      'в Выборге',
      'Выборга',
      'на Выборгском заливе',
      'по Выборгскому заливу',
      'Выборгский залив',
      'Замковый мост',
    ],
    ['Vyborg', 'the Vyborg Bay', 'Castle Bridge Quay'],
    ['维堡', '维堡湾', '城堡桥码头'],
  ),
  place(
    'petrozavodsk',
    [
      'в Петрозаводске',
      'Петрозаводска',
      'на Онежском озере',
      'по Онежскому озеру',
      'Онежское озеро до Кижей',
      'Онежская набережная',
    ],
    ['Petrozavodsk', 'Lake Onega', 'Onega Embankment'],
    ['彼得罗扎沃茨克', '奥涅加湖', '奥涅加滨湖码头'],
  ),
  place(
    'sochi',
    [
      'в Сочи',
      'Сочи',
      'на Чёрном море',
      'по Чёрному морю',
      'Чёрное море: Хоста и Мацеста',
      'Сочинский морской порт',
    ],
    ['Sochi', 'the Black Sea', 'Sochi Marine Terminal'],
    ['索契', '黑海', '索契海港'],
  ),
  place(
    'vladivostok',
    [
      'во Владивостоке',
      'Владивостока',
      'в бухте Золотой Рог',
      'по бухте Золотой Рог',
      'Золотой Рог и Русский остров',
      'Корабельная набережная',
    ],
    ['Vladivostok', 'the Golden Horn Bay', 'Ship Embankment'],
    ['符拉迪沃斯托克', '金角湾', '船舶滨海街码头'],
  ),
  place(
    'irkutsk',
    ['в Иркутске', 'Иркутска', 'на Байкале', 'по Байкалу', 'Исток Ангары и Байкал', 'Причал «Ракета»'],
    ['Irkutsk', 'Lake Baikal', 'Raketa Pier'],
    ['伊尔库茨克', '贝加尔湖', '火箭码头'],
  ),
  place(
    'novosibirsk',
    ['в Новосибирске', 'Новосибирска', 'на Оби', 'по Оби', 'Обь и остров Кораблик', 'Речной вокзал на Оби'],
    ['Novosibirsk', 'the Ob', 'Ob River Station'],
    ['新西伯利亚', '鄂毕河', '鄂毕河客运站'],
  ),
  place(
    'krasnoyarsk',
    [
      'в Красноярске',
      'Красноярска',
      'на Енисее',
      'по Енисею',
      'Енисей до Дивных гор',
      'Енисейская набережная',
    ],
    ['Krasnoyarsk', 'the Yenisei', 'Yenisei Embankment'],
    ['克拉斯诺亚尔斯克', '叶尼塞河', '叶尼塞滨河街码头'],
  ),
  place(
    'novgorod',
    [
      'в Великом Новгороде',
      'Великого Новгорода',
      'на Волхове',
      'по Волхову',
      'Волхов до Ильменя',
      'Кремлёвская пристань',
    ],
    ['Veliky Novgorod', 'the Volkhov', 'Kremlin Landing'],
    ['大诺夫哥罗德', '沃尔霍夫河', '克里姆林宫码头'],
  ),
  place(
    'murmansk',
    [
      'в Мурманске',
      'Мурманска',
      'на Кольском заливе',
      'по Кольскому заливу',
      'Кольский залив',
      'Морской вокзал Мурманска',
    ],
    ['Murmansk', 'the Kola Bay', 'Murmansk Sea Station'],
    ['摩尔曼斯克', '科拉湾', '摩尔曼斯克海运站'],
  ),
  place(
    'astrakhan',
    ['в Астрахани', 'Астрахани', 'на Кутуме', 'по Кутуму', 'Кутум и каналы дельты', 'Петровская пристань'],
    ['Astrakhan', 'the Kutum', 'Petrovskaya Landing'],
    ['阿斯特拉罕', '库图姆河', '彼得登岸码头'],
  ),
  place(
    'samara',
    ['в Самаре', 'Самары', 'на Соку', 'по Соку', 'Жигули и Сок', 'Самарский речной вокзал'],
    ['Samara', 'the Sok', 'Samara River Station'],
    ['萨马拉', '索克河', '萨马拉河客运站'],
  ),
  place(
    'riga',
    ['в Риге', 'Риги', 'на Даугаве', 'по Даугаве', 'Даугава и городской канал', 'Причал у Бастионной горки'],
    ['Riga', 'the Daugava', 'Bastion Hill Pier'],
    ['里加', '道加瓦河', '棱堡山码头'],
  ),
  place(
    'tallinn',
    [
      'в Таллине',
      'Таллина',
      'в Таллинском заливе',
      'по Таллинскому заливу',
      'Таллинский залив: Найссаар',
      'Лётная гавань',
    ],
    ['Tallinn', 'the Tallinn Bay', 'Seaplane Harbour'],
    ['塔林', '塔林湾', '水上飞机港'],
  ),
  place(
    'helsinki',
    ['в Хельсинки', 'Хельсинки', 'среди шхер', 'по шхерам', 'Шхеры и Свеаборг', 'Рыночная площадь'],
    ['Helsinki', 'the skerries', 'Market Square Quay'],
    ['赫尔辛基', '芬兰群岛', '集市广场码头'],
  ),
  place(
    'stockholm',
    [
      'в Стокгольме',
      'Стокгольма',
      'на озере Меларен',
      'по озеру Меларен',
      'Меларен и Юргорден',
      'Королевская пристань',
    ],
    ['Stockholm', 'Lake Mälaren', 'Royal Landing'],
    ['斯德哥尔摩', '梅拉伦湖', '皇家码头'],
  ),
  place(
    'amsterdam',
    ['в Амстердаме', 'Амстердама', 'на Амстеле', 'по Амстелу', 'Пояс старых каналов', 'Дамрак'],
    ['Amsterdam', 'the Amstel', 'Damrak Pier'],
    ['阿姆斯特丹', '阿姆斯特尔河', '达姆拉克码头'],
  ),
  place(
    'paris',
    ['в Париже', 'Парижа', 'на Сене', 'по Сене', 'Сена от Лувра до Сите', 'Порт Альма'],
    ['Paris', 'the Seine', 'Port de l’Alma'],
    ['巴黎', '塞纳河', '阿尔玛港'],
  ),
  place(
    'istanbul',
    ['в Стамбуле', 'Стамбула', 'на Босфоре', 'по Босфору', 'Босфор и Девичья башня', 'Пристань Эминёню'],
    ['Istanbul', 'the Bosphorus', 'Eminönü Pier'],
    ['伊斯坦布尔', '博斯普鲁斯海峡', '艾米诺努码头'],
  ),
  place(
    'larnaca',
    [
      'в Ларнаке',
      'Ларнаки',
      'в заливе Ларнаки',
      'по заливу Ларнаки',
      'Залив Ларнаки: мыс Пила',
      'Марина Ларнаки',
    ],
    ['Larnaca', 'the Larnaca Bay', 'Larnaca Marina'],
    ['拉纳卡', '拉纳卡湾', '拉纳卡游艇码头'],
  ),
  place(
    'shanghai',
    ['в Шанхае', 'Шанхая', 'на Хуанпу', 'по Хуанпу', 'Хуанпу вдоль Вайтаня', 'Причал Шилюпу'],
    ['Shanghai', 'the Huangpu', 'Shiliupu Pier'],
    ['上海', '黄浦江', '十六铺码头'],
  ),
];
