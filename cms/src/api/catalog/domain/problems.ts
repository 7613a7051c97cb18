import { defineProblems } from '../../../frame/editing/problem.ts';

/** What forbids an edit in the catalogue: each sentence says what is wrong and, where it helps, what to do. */
export const problems = defineProblems({
  SLUG_FORMAT: {
    ru: 'Адрес страницы: латинские строчные буквы, цифры и дефисы, например night-bridges.',
    en: 'A page address has lower-case Latin letters, digits and hyphens, such as night-bridges.',
    zh: '页面地址只能包含小写拉丁字母、数字和连字符，例如 night-bridges。',
  },
  SLUG_TAKEN: {
    ru: 'Адрес «{slug}» уже занят: выберите другой.',
    en: 'The address “{slug}” is taken: please choose another.',
    zh: '地址“{slug}”已被占用，请另选一个。',
  },
  CODE_TAKEN: {
    ru: 'Код «{code}» уже есть: выберите другой.',
    en: 'The code “{code}” exists already: please choose another.',
    zh: '代码“{code}”已存在，请另选一个。',
  },
  CODE_FORMAT: {
    ru: 'Код: латинские строчные буквы, цифры и дефисы, например adult.',
    en: 'A code has lower-case Latin letters, digits and hyphens, such as adult.',
    zh: '代码只能包含小写拉丁字母、数字和连字符，例如 adult。',
  },
  UNKNOWN_TIMEZONE: {
    ru: 'Такого часового пояса нет: пишите, например, Europe/Moscow.',
    en: 'There is no such time zone: write it as Europe/Moscow, for example.',
    zh: '没有此时区，请按 Europe/Moscow 的形式填写。',
  },
  ACTIVITY_REQUIRED: {
    ru: 'Выберите экскурсию или событие.',
    en: 'Please choose an activity.',
    zh: '请选择活动。',
  },
  PLACE_REQUIRED: {
    ru: 'Выберите судно или площадку.',
    en: 'Please choose a vessel or a venue.',
    zh: '请选择船只或场地。',
  },
  PAYMENT_METHOD_KEY: {
    ru: 'Платёжная система пишется латиницей, например yookassa или yookassa:sbp.',
    en: 'A gateway is written as yookassa or yookassa:sbp, for example.',
    zh: '支付渠道请按 yookassa 或 yookassa:sbp 的形式填写。',
  },
  PAYMENT_METHOD_TAKEN: {
    ru: 'У этого продавца такой способ оплаты уже есть: измените его.',
    en: 'This seller has this way to pay already: change that one.',
    zh: '该商家已有此付款方式，请直接修改。',
  },
  AMOUNT_ORDER: {
    ru: 'Наибольшая сумма меньше наименьшей.',
    en: 'The largest amount is below the smallest.',
    zh: '最高金额小于最低金额。',
  },
  UNKNOWN_CHANNEL: {
    ru: 'Канала «{channel}» нет: бывают web, miniapp, bot, desk, phone, reseller.',
    en: 'There is no channel “{channel}”: there are web, miniapp, bot, desk, phone, reseller.',
    zh: '没有渠道“{channel}”：可用 web、miniapp、bot、desk、phone、reseller。',
  },
  SELLER_REQUIRED: {
    ru: 'Выберите продавца.',
    en: 'Please choose a seller.',
    zh: '请选择商家。',
  },
  END_BEFORE_START: {
    ru: 'Окончание должно быть позже начала.',
    en: 'The end must be after the start.',
    zh: '结束时间必须晚于开始时间。',
  },
  SALES_END_BEFORE_START: {
    ru: 'Продажа должна заканчиваться позже, чем начинается.',
    en: 'Sales must end after they start.',
    zh: '停售时间必须晚于开售时间。',
  },
  SALES_AFTER_END: {
    ru: 'Продажа не может начинаться после окончания рейса.',
    en: 'Sales cannot start after the departure has ended.',
    zh: '开售时间不能晚于班次结束时间。',
  },
  CAPACITY_OVER_VESSEL: {
    ru: 'Мест больше, чем вмещает судно: не больше {capacity}.',
    en: 'There are more places than the vessel holds: at most {capacity}.',
    zh: '座位数超过船只载客量，最多为 {capacity}。',
  },
  CAPACITY_OVER_PLAN: {
    ru: 'Мест больше, чем на схеме: не больше {capacity}.',
    en: 'There are more places than on the seating plan: at most {capacity}.',
    zh: '座位数超过座位图的座位数，最多为 {capacity}。',
  },
  PLAN_REQUIRED: {
    ru: 'Для мест с номерами выберите схему мест.',
    en: 'Numbered places need a seating plan.',
    zh: '对号入座需要选择座位图。',
  },
  STATE_FINAL: {
    ru: 'Состояние этого рейса больше не меняется.',
    en: 'The state of this departure no longer changes.',
    zh: '该班次的状态不能再更改。',
  },
  STATE_TOO_EARLY: {
    ru: 'До отправления больше часа: рейс ещё не ушёл. Вернуть это состояние назад было бы нельзя. Чтобы остановить продажу, поставьте «Продажа закрыта».',
    en: 'It leaves in more than an hour: the departure has not left yet, and there would be no way back from this state. To sell no more, set “Sales closed”.',
    zh: '距出发还有一个多小时，班次尚未开航，且该状态无法撤回。如需停止销售，请设为“已停售”。',
  },
  PRICE_SUBJECT_REQUIRED: {
    ru: 'Выберите экскурсию или отдельный рейс, к которым относится цена.',
    en: 'Please choose the activity or the single departure that the price is for.',
    zh: '请选择该价格适用的活动或班次。',
  },
  PRICE_OF_OTHER_ACTIVITY: {
    ru: 'Рейс относится к другой экскурсии: оставьте только рейс или только экскурсию.',
    en: 'The departure belongs to another activity: keep either the departure or the activity.',
    zh: '该班次属于其他活动：请只保留班次或活动之一。',
  },
  TICKET_TYPE_REQUIRED: {
    ru: 'Выберите тип билета.',
    en: 'Please choose a ticket type.',
    zh: '请选择票种。',
  },
  VALIDITY_ORDER: {
    ru: 'Срок действия должен заканчиваться позже, чем начинается.',
    en: 'The validity must end after it starts.',
    zh: '有效期的结束时间必须晚于开始时间。',
  },
  CURRENCY_OF_SELLER: {
    ru: 'Валюта должна быть как у продавца: {currency}.',
    en: 'The currency must be the seller’s: {currency}.',
    zh: '币种必须与商家一致：{currency}。',
  },
  AMOUNT_REQUIRED: {
    ru: 'Укажите сумму.',
    en: 'Please enter the amount.',
    zh: '请填写金额。',
  },
  PERCENT_REQUIRED: {
    ru: 'Укажите процент.',
    en: 'Please enter the percentage.',
    zh: '请填写百分比。',
  },
  AGE_ORDER: {
    ru: 'Наибольший возраст не может быть меньше наименьшего.',
    en: 'The highest age cannot be below the lowest.',
    zh: '最大年龄不能小于最小年龄。',
  },
  PROMOTION_CODE_FORMAT: {
    ru: 'Промокод: от 3 до 24 латинских букв и цифр без пробелов.',
    en: 'A promotion code has 3 to 24 Latin letters and digits without spaces.',
    zh: '优惠码由 3 至 24 个拉丁字母和数字组成，不含空格。',
  },
  PROMOTION_CODE_TAKEN: {
    ru: 'У этого продавца уже есть промокод {code}.',
    en: 'This seller already has the promotion code {code}.',
    zh: '该商家已有优惠码 {code}。',
  },
  PROMOTION_OF_OTHER_SELLER: {
    ru: 'Промокод действует только на экскурсии своего продавца.',
    en: 'A promotion holds only for activities of its own seller.',
    zh: '优惠码仅适用于同一商家的活动。',
  },
  SEASON_ORDER: {
    ru: 'Сезон не может закончиться раньше, чем начался.',
    en: 'The season cannot end before it starts.',
    zh: '季节结束日期不能早于开始日期。',
  },
  NO_WEEKDAYS: {
    ru: 'Отметьте хотя бы один день недели.',
    en: 'Please tick at least one day of the week.',
    zh: '请至少选择一周中的一天。',
  },
  TIMES_FORMAT: {
    ru: 'Время отправления пишите через запятую: 10:00, 12:30.',
    en: 'Write the times of departure separated by commas: 10:00, 12:30.',
    zh: '请用逗号分隔出发时间：10:00, 12:30。',
  },
  TIME_REPEATED: {
    ru: 'Одно и то же время указано дважды.',
    en: 'The same time is given twice.',
    zh: '同一时间填写了两次。',
  },
  INN_REQUIRED: {
    ru: 'Продавцу из России нужен ИНН.',
    en: 'A seller in Russia needs a tax number (INN).',
    zh: '俄罗斯商家必须填写纳税人识别号（INN）。',
  },
  INN_FORMAT: {
    ru: 'ИНН состоит из 10 цифр у организации или 12 у предпринимателя.',
    en: 'An INN has 10 digits for a company or 12 for an entrepreneur.',
    zh: 'INN 应为 10 位（公司）或 12 位（个体经营者）数字。',
  },
  INN_CHECKSUM: {
    ru: 'В ИНН опечатка: контрольная цифра не сходится.',
    en: 'The INN has a typing error: its check digit is wrong.',
    zh: 'INN 有误：校验位不符。',
  },
  KPP_REQUIRED: {
    ru: 'Организации из России нужен КПП.',
    en: 'A company in Russia needs a KPP.',
    zh: '俄罗斯公司必须填写 KPP。',
  },
  KPP_FORMAT: {
    ru: 'КПП состоит из 9 знаков.',
    en: 'A KPP has 9 characters.',
    zh: 'KPP 应为 9 位字符。',
  },
  OGRN_REQUIRED: {
    ru: 'Продавцу из России нужен ОГРН.',
    en: 'A seller in Russia needs a registration number (OGRN).',
    zh: '俄罗斯商家必须填写国家注册号（OGRN）。',
  },
  OGRN_FORMAT: {
    ru: 'ОГРН состоит из 13 цифр у организации или 15 у предпринимателя.',
    en: 'An OGRN has 13 digits for a company or 15 for an entrepreneur.',
    zh: 'OGRN 应为 13 位（公司）或 15 位（个体经营者）数字。',
  },
  OGRN_CHECKSUM: {
    ru: 'В ОГРН опечатка: контрольная цифра не сходится.',
    en: 'The OGRN has a typing error: its check digit is wrong.',
    zh: 'OGRN 有误：校验位不符。',
  },
  OGRN_OF_OTHER_FORM: {
    ru: 'ИНН и ОГРН относятся к разным формам: у организации 10 и 13 цифр, у предпринимателя 12 и 15.',
    en: 'INN and OGRN are of different forms: a company has 10 and 13 digits, an entrepreneur 12 and 15.',
    zh: 'INN 与 OGRN 类型不一致：公司为 10 位和 13 位，个体经营者为 12 位和 15 位。',
  },
  REGIME_OF_OTHER_COUNTRY: {
    ru: 'Налоговый режим не подходит стране продавца.',
    en: 'The tax regime does not fit the seller’s country.',
    zh: '税制与商家所在国家不符。',
  },
  COUNTRY_UNKNOWN: {
    ru: 'Ставки НДС этой страны неизвестны. Можно выбрать: {countries}.',
    en: 'The VAT rates of this country are not known. You can choose: {countries}.',
    zh: '该国的增值税税率未知。可选：{countries}。',
  },
  COUNTRY_IN_USE: {
    ru: 'Страну сменить нельзя, у продавца есть {uses}: их НДС посчитан по её ставкам.',
    en: 'The country cannot change, the seller has {uses}: their VAT follows its rates.',
    zh: '不能更改国家，该商家已有{uses}，其增值税按该国税率计算。',
  },
  VAT_RATE_UNKNOWN: {
    ru: 'Такой ставки НДС в стране продавца нет ({country}): выберите другую.',
    en: 'The seller’s country has no such VAT rate ({country}): please choose another.',
    zh: '商家所在国家（{country}）没有此增值税税率，请另选一个。',
  },
  CURRENCY_IN_USE: {
    ru: 'У продавца есть цены или сборы в {currency}: валюту сменить нельзя.',
    en: 'The seller has prices or fees in {currency}: the currency cannot change.',
    zh: '该商家已有以 {currency} 计价的价格或费用，不能更改币种。',
  },
  VESSEL_TOO_SMALL: {
    ru: 'На это судно уже назначены рейсы, где мест: {capacity}. Меньше указать нельзя.',
    en: 'There are departures on this vessel with this many places: {capacity}. It cannot hold fewer.',
    zh: '该船已有座位数为 {capacity} 的班次，载客量不能更少。',
  },
  LANGUAGES_FORMAT: {
    ru: 'Языки пишите кодами через запятую: ru,en.',
    en: 'Write the languages as codes separated by commas: ru,en.',
    zh: '请用逗号分隔语言代码：ru,en。',
  },
  COLOUR_FORMAT: {
    ru: 'Цвет пишите как #C8401B.',
    en: 'Write the colour as #C8401B.',
    zh: '请按 #C8401B 的形式填写颜色。',
  },
  ZONE_FORMAT: {
    ru: 'Зона: как на схеме мест, латинские строчные буквы, цифры и дефисы.',
    en: 'The zone as in the seating plan: lower-case Latin letters, digits and hyphens.',
    zh: '区域须与座位图一致：小写拉丁字母、数字和连字符。',
  },
  PUBLICATION_INCOMPLETE: {
    ru: 'Опубликовать нельзя, не хватает: {missing}.',
    en: 'This cannot be published yet. Missing: {missing}.',
    zh: '尚不能发布，缺少：{missing}。',
  },
  PUBLISHED_LANGUAGE: {
    ru: 'Запись опубликована на всех языках: сначала снимите её с публикации, потом удаляйте перевод.',
    en: 'This is published in every language: withdraw it before you delete a translation.',
    zh: '该内容已以所有语言发布：请先取消发布，再删除译文。',
  },
  RUSSIAN_IN_USE: {
    ru: 'Русский текст удалить нельзя, запись нужна другим: {uses}.',
    en: 'The Russian text cannot be deleted, others need this: {uses}.',
    zh: '不能删除俄文内容，其他记录正在使用：{uses}。',
  },
  SCHEDULE_IN_USE: {
    ru: 'Удалить нельзя, по расписанию сделаны {uses}. Чтобы новых рейсов не было, выключите расписание.',
    en: 'This cannot be deleted, it has made {uses}. To make no more departures, switch the schedule off.',
    zh: '无法删除，已生成{uses}。如不再生成新班次，请停用该班次规则。',
  },
  SOLD_SWITCH_OFF: {
    ru: 'Удалить нельзя, запись есть в продажах: {uses}. Если она больше не в ходу, снимите отметку «Действует».',
    en: 'This cannot be deleted, sales refer to it: {uses}. If it is out of use, switch it off.',
    zh: '无法删除，已有销售记录：{uses}。如不再使用，请将其停用。',
  },
  PAGE_IN_USE: {
    ru: 'Удалить или снять с публикации нельзя, страница нужна другим: {uses}. Сначала выберите у продавца другую страницу.',
    en: 'This cannot be deleted or withdrawn, others need the page: {uses}. First choose another page for the seller.',
    zh: '无法删除或取消发布，其他记录正在使用此页面：{uses}。请先为商家选择其他页面。',
  },
  ON_SALE: {
    ru: 'Снять с публикации нельзя, есть рейсы в продаже: {count}. Отметьте «В архиве» и опубликуйте: экскурсия уйдёт с сайта.',
    en: 'This cannot be withdrawn, departures are on sale: {count}. Tick “Archived” and publish: it leaves the site.',
    zh: '无法取消发布，有正在售票的班次：{count}。请勾选“已归档”并发布，该活动即从网站下架。',
  },
});
