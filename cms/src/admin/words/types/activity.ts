import { archivedWith, slug, vatKind, vatMode } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const activity: TypeWords = {
  displayName: 'Activity',
  position: 2,
  name: word('Экскурсии и события', 'Activities', '活动'),
  fields: {
    title: field('Название', 'Title', '标题'),
    summary: field('Коротко', 'In short', '简介', {
      hint: word(
        'Одна-две фразы для карточки в каталоге.',
        'One or two sentences for the card in the catalogue.',
        '目录卡片上的一两句话。',
      ),
    }),
    description: field('Описание', 'Description', '详细介绍'),
    included: field('Что входит', 'What is included', '费用包含'),
    notIncluded: field('Что не входит', 'What is not included', '费用不含'),
    meetingPoint: field('Где встречаемся', 'Where to meet', '集合地点'),
    questions: field('Вопросы и ответы', 'Questions and answers', '常见问题'),
    slug,
    kind: field('Вид', 'Kind', '类型', {
      options: {
        excursion: word('Экскурсия', 'Excursion', '游览'),
        event: word('Событие', 'Special event', '专场活动'),
        rental: word('Аренда судна', 'Vessel rental', '船只租赁'),
      },
    }),
    audience: field('Для кого', 'For whom', '面向人群', {
      options: {
        public: word('Для всех', 'Everybody', '所有人'),
        members: word('Для участников клуба', 'Club members', '俱乐部会员'),
        vip: word('Для VIP-участников', 'VIP members', '贵宾会员'),
      },
    }),
    image: field('Обложка', 'Cover', '封面'),
    images: field('Другие снимки', 'More pictures', '更多图片'),
    durationMinutes: field('Длительность, мин', 'Duration, min', '时长（分钟）'),
    minAge: field('Возраст от', 'Age from', '最低年龄', {
      hint: word(
        'Полных лет; 0 — без ограничения.',
        'In full years; 0 means no limit.',
        '周岁；0 表示不限。',
      ),
    }),
    tourLanguages: field('Языки экскурсии', 'Languages of the tour', '讲解语言', {
      hint: word(
        'Коды через запятую: ru,en,zh.',
        'Codes separated by commas: ru,en,zh.',
        '语言代码，用逗号分隔：ru,en,zh。',
      ),
    }),
    vatMode,
    vatKind,
    refundPolicy: field('Правило возврата', 'Refund rule', '退款规则', {
      options: {
        until24h: word(
          'Полный возврат до 24 часов',
          'In full until 24 hours before',
          '开航前24小时可全额退款',
        ),
        flexible: word('Полный возврат до отправления', 'In full until departure', '开航前均可全额退款'),
        nonRefundable: word('Без возврата', 'Not refundable', '不可退款'),
      },
    }),
    passengerData: field('Данные пассажиров', 'Passenger data', '乘客信息', {
      options: {
        none: word('Не спрашивать', 'Not asked', '不需要'),
        names: word('Имя и фамилия', 'Names', '姓名'),
        documents: word('Имя, дата рождения, документ', 'Name, birth date, document', '姓名、出生日期、证件'),
      },
    }),
    salesCutoffMinutes: field('Продажа закрывается за, мин', 'Sales close before, min', '提前停售（分钟）', {
      hint: word(
        'До отправления; 0 — до самого начала.',
        'Before the start; 0 means until it.',
        '距开始的分钟数；0 表示售至开始。',
      ),
    }),
    seller: field('Продавец', 'Seller', '商家'),
    route: field('Маршрут', 'Route', '航线'),
    categories: field('Рубрики', 'Categories', '分类'),
    ticketTypes: field('Типы билетов', 'Ticket types', '票种'),
    popularity: field('Популярность', 'Popularity', '热度', {
      hint: word(
        'От 0 до 100: чем больше, тем выше в подборках.',
        'From 0 to 100: larger comes first on the shelves.',
        '0 到 100，数值越大在推荐中越靠前。',
      ),
    }),
    archived: archivedWith(
      word(
        'После публикации уходит с сайта вместе со своими рейсами, новые по расписанию не создаются.',
        'Once published, it leaves the site with its departures, and schedules make no more of them.',
        '发布后，该活动及其班次从网站下架，不再按规则生成新班次。',
      ),
    ),
  },
};
