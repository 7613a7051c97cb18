import { departureWords } from './pages/departure-words.ts';
import { deskWords } from './pages/desk-words.ts';
import { messageWords } from './pages/message-words.ts';
import { orderWords } from './pages/order-words.ts';
import { oversightWords } from './pages/oversight-words.ts';
import { paymentWords } from './pages/payment-words.ts';
import { word, type Word } from './word.ts';

/** What our own inputs, lists, pages and widgets say. Message ids are `panel.<key>`. */
export const panelWords = {
  'language.ru': word('Русский', 'Russian', '俄语'),
  'language.en': word('Английский', 'English', '英语'),
  'language.zh': word('Китайский', 'Chinese', '中文'),
  'localized.missing': word('Не заполнено: {languages}', 'Missing: {languages}', '未填写：{languages}'),
  'localized.complete': word('На трёх языках', 'In three languages', '三种语言齐全'),
  'localized.copy': word('Скопировать из: {language}', 'Copy from {language}', '从{language}复制'),
  'localized.group': word('{label}: {language}', '{label}: {language}', '{label}：{language}'),

  yes: word('Да', 'Yes', '是'),
  no: word('Нет', 'No', '否'),

  'money.notANumber': word(
    'Введите сумму, например 1 250,50.',
    'Enter an amount such as 1,250.50.',
    '请输入金额，例如 1,250.50。',
  ),
  'money.tooManyDigits': word(
    'После запятой не больше {digits} знаков.',
    'At most {digits} digits after the point.',
    '小数点后最多 {digits} 位。',
  ),
  'money.tooLarge': word('Слишком большая сумма.', 'The amount is too large.', '金额过大。'),
  'money.negative': word(
    'Сумма не может быть меньше нуля.',
    'An amount cannot be negative.',
    '金额不能为负数。',
  ),

  'choice.placeholder': word('Выберите', 'Choose', '请选择'),

  'time.zone': word('Время: {zone}', 'Time zone: {zone}', '时区：{zone}'),
  'time.date': word('{label}: дата', '{label}: date', '{label}：日期'),
  'time.hours': word('{label}: время', '{label}: time', '{label}：时间'),
  'time.pattern': word('дд.мм.гггг', 'mm/dd/yyyy', '年/月/日'),
  'time.clear': word('Очистить', 'Clear', '清除'),

  'seating.empty': word(
    'Схемы пока нет. Загрузите файл или откройте текст схемы.',
    'There is no plan yet. Upload a file or open the text of the plan.',
    '还没有座位图。请上传文件或打开文本编辑。',
  ),
  'seating.upload': word('Загрузить файл', 'Upload a file', '上传文件'),
  'seating.download': word('Скачать', 'Download', '下载'),
  'seating.text': word('Текст схемы', 'Text of the plan', '座位图文本'),
  'seating.textHint': word(
    'Для тех, кто чертит схемы. Изменения видны на рисунке сразу.',
    'For those who draw plans. The drawing follows at once.',
    '供绘图人员使用，修改会立即显示在图中。',
  ),
  'seating.badFile': word(
    'Это не файл схемы: его не удалось прочитать.',
    'This is not a plan: the file cannot be read.',
    '无法读取文件：这不是座位图。',
  ),
  'seating.badText': word(
    'Текст с ошибкой, рисунок показывает прежнюю схему.',
    'The text has a mistake, the drawing shows the plan as it was.',
    '文本有误，图中显示的是之前的座位图。',
  ),
  'seating.places': word(
    '{count, plural, one {# место} few {# места} many {# мест} other {# места}}',
    '{count, plural, one {# place} other {# places}}',
    '{count} 个座位',
  ),
  'seating.capacity': word('Всего: {places}', 'In all: {places}', '总计：{places}'),
  'seating.accessible': word(
    'доступных на коляске: {count}',
    'wheelchair places: {count}',
    '轮椅座位：{count}',
  ),
  'seating.fine': word('Схема в порядке', 'The plan is in order', '座位图无误'),
  'seating.problems': word(
    '{count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}',
    '{count, plural, one {# problem} other {# problems}}',
    '{count} 个问题',
  ),
  'seating.moreProblems': word('и ещё {count}', 'and {count} more', '另有 {count} 个'),

  'list.nextDeparture': word('Ближайший рейс', 'Next departure', '最近班次'),
  'list.noDeparture': word('Рейсов нет', 'No departures', '暂无班次'),
  'list.inThirtyDays': word(
    '{count, plural, one {# рейс за 30 дней} few {# рейса за 30 дней} many {# рейсов за 30 дней} other {# рейса за 30 дней}}',
    '{count, plural, one {# departure in 30 days} other {# departures in 30 days}}',
    '30天内 {count} 个班次',
  ),
  'list.when': word('Когда', 'When', '时间范围'),
  'list.today': word('Сегодня', 'Today', '今天'),
  'list.tomorrow': word('Завтра', 'Tomorrow', '明天'),
  'list.week': word('7 дней', '7 days', '7天'),
  'list.upcoming': word('Предстоящие', 'Upcoming', '未开航'),
  'list.all': word('Все', 'All', '全部'),
  'list.today.at': word('сегодня, {time}', 'today, {time}', '今天 {time}'),
  'list.tomorrow.at': word('завтра, {time}', 'tomorrow, {time}', '明天 {time}'),
  'list.noPicture': word('Нет изображения', 'No picture', '无图片'),

  'departures.create': word('Создать рейсы', 'Create departures', '生成班次'),
  'departures.question': word('Создать рейсы по расписанию?', 'Create the departures?', '按规则生成班次？'),
  'departures.counting': word('Считаем рейсы…', 'Counting the departures…', '正在统计班次…'),
  'departures.preview': word(
    'Расписание даёт {total, plural, one {# рейс} few {# рейса} many {# рейсов} other {# рейса}} с {from} по {to}. Те, что уже есть, останутся как были.',
    'The schedule makes {total, plural, one {# departure} other {# departures}} from {from} to {to}. Those that exist stay as they are.',
    '该规则在 {from} 至 {to} 期间共有 {total} 个班次。已有班次保持不变。',
  ),
  'departures.none': word(
    'Расписание не даёт ни одного рейса: проверьте сезон, дни и время.',
    'The schedule makes no departures: check the season, days and times.',
    '该规则没有可生成的班次：请检查季节、星期和时间。',
  ),
  'departures.unsaved': word(
    'Сначала сохраните изменения: рейсы создаются по сохранённому расписанию.',
    'Save the changes first: departures are made from the saved schedule.',
    '请先保存修改：班次按已保存的规则生成。',
  ),
  'departures.unclear': word(
    'Проверьте сезон, дни и время: по ним нельзя посчитать рейсы.',
    'Check the season, days and times: no departures can be counted from them.',
    '请检查季节、星期和时间：无法据此统计班次。',
  ),
  'departures.made': word(
    '{made, plural, =0 {Новых рейсов нет} one {Создан # рейс} few {Создано # рейса} many {Создано # рейсов} other {Создано # рейса}}.',
    '{made, plural, =0 {No new departures} one {# departure created} other {# departures created}}.',
    '新建 {made} 个班次。',
  ),
  'departures.collided': word(
    '{collided, plural, one {# рейс не создан} few {# рейса не созданы} many {# рейсов не созданы} other {# рейса не создано}}: судно в это время занято.',
    '{collided, plural, one {# departure was not created} other {# departures were not created}}: the vessel is taken at that time.',
    '有 {collided} 个班次未生成：该时段船只已被占用。',
  ),

  'settings.staff': word('Сотрудники', 'Staff', '员工'),
  'access.title': word('Доступ менеджеров', "Managers' access", '经理权限'),
  'access.subtitle': word(
    'Какие разделы видит и меняет каждая роль.',
    'Which sections each role sees and changes.',
    '各角色可查看和操作的栏目。',
  ),
  'access.section': word('Раздел', 'Section', '栏目'),
  'access.view': word('Видеть', 'See', '查看'),
  'access.act': word('Менять', 'Change', '操作'),
  'access.level.none': word('нет доступа', 'no access', '无权限'),
  'access.level.view': word('видит', 'sees', '可查看'),
  'access.level.act': word('видит и меняет', 'sees and changes', '可查看和操作'),
  'access.switch.view': word(
    '{role}: видеть раздел «{section}»',
    '{role}: see {section}',
    '{role}：查看“{section}”',
  ),
  'access.switch.act': word(
    '{role}: менять раздел «{section}»',
    '{role}: change {section}',
    '{role}：操作“{section}”',
  ),
  'access.people': word(
    '{count, plural, =0 {никого} one {# человек} few {# человека} many {# человек} other {# человека}}',
    '{count, plural, =0 {nobody} one {# person} other {# people}}',
    '{count} 人',
  ),
  'access.everything': word('Может всё', 'May do everything', '拥有全部权限'),
  'access.administratorNote': word(
    'Администраторы видят и меняют всё; их доступ здесь не убавить.',
    'Administrators see and change everything; their access cannot be cut here.',
    '管理员可查看和操作全部内容，此处不可限制。',
  ),
  'access.manager': word('Менеджер', 'Manager', '经理'),
  'access.administrator': word('Администратор', 'Administrator', '管理员'),
  'access.save': word('Сохранить', 'Save', '保存'),
  'access.discard': word('Отменить изменения', 'Discard changes', '放弃修改'),
  'access.unsaved': word(
    '{count, plural, one {# изменение не сохранено} few {# изменения не сохранены} many {# изменений не сохранено} other {# изменения не сохранены}}',
    '{count, plural, one {# change not saved} other {# changes not saved}}',
    '{count} 项修改未保存',
  ),
  'access.confirm': word('Сохранить доступ?', 'Save the access?', '保存权限？'),
  'access.confirmLead': word('Изменится:', 'This will change:', '将会修改：'),
  'access.change': word(
    '{section}: {before} → {after}',
    '{section}: {before} → {after}',
    '{section}：{before} → {after}',
  ),
  'access.saved': word('Доступ сохранён.', 'The access is saved.', '权限已保存。'),
  'access.failed': word(
    'Не удалось сохранить доступ роли «{role}»: {reason}',
    'The access of “{role}” could not be saved: {reason}',
    '无法保存“{role}”的权限：{reason}',
  ),
  'access.loadFailed': word(
    'Не удалось загрузить разделы и роли.',
    'Sections and roles could not be loaded.',
    '无法加载栏目和角色。',
  ),
  'access.again': word('Повторить', 'Try again', '重试'),
  'access.noRoles': word(
    'Ролей для менеджеров пока нет. Создайте роль, и она появится здесь.',
    'There are no roles for managers yet. Create one and it appears here.',
    '还没有经理角色。创建后会显示在这里。',
  ),
  'access.createRole': word('Создать роль', 'Create a role', '创建角色'),
  'access.cancel': word('Отмена', 'Cancel', '取消'),
  'access.readOnly': word(
    'Вы можете смотреть, но не менять доступ.',
    'You can look at the access but not change it.',
    '您只能查看权限，无法修改。',
  ),

  'home.today': word('Рейсы сегодня', "Today's departures", '今日班次'),
  'home.late': word('отходит в {time}', 'leaves at {time}', '{time} 出发'),
  'home.noneToday': word('Сегодня рейсов нет.', 'No departures today.', '今天没有班次。'),
  'home.noSection': word(
    'Вам пока не открыт ни один раздел. Попросите администратора дать доступ.',
    'No section is open to you yet. Ask an administrator for access.',
    '尚未向您开放任何栏目。请联系管理员授予权限。',
  ),
  'home.allDepartures': word('Все рейсы', 'All departures', '全部班次'),
  'home.week': word('Ближайшие семь дней', 'The next seven days', '未来七天'),
  'home.departures': word(
    '{count, plural, =0 {нет рейсов} one {# рейс} few {# рейса} many {# рейсов} other {# рейса}}',
    '{count, plural, =0 {no departures} one {# departure} other {# departures}}',
    '{count} 个班次',
  ),
  'home.places': word(
    '{count, plural, one {# место} few {# места} many {# мест} other {# места}}',
    '{count, plural, one {# place} other {# places}}',
    '{count} 个座位',
  ),
  'home.more': word('и ещё {count}', 'and {count} more', '另有 {count} 个'),
  'home.failed': word('Не удалось загрузить рейсы.', 'The departures could not be loaded.', '无法加载班次。'),
  'home.time': word('Время', 'Time', '时间'),
  'home.what': word('Экскурсия или событие', 'Activity', '活动'),
  'home.where': word('Причал', 'Berth', '码头'),
  'home.state': word('Состояние', 'State', '状态'),

  'field.localizedText': word('Текст на трёх языках', 'Text in three languages', '三语文本'),
  'field.money': word('Сумма', 'Amount of money', '金额'),
  'field.choice': word('Выбор из списка', 'Choice from a list', '单选'),
  'field.seatingGeometry': word('Схема мест', 'Seating plan', '座位图'),

  ...deskWords,
  ...departureWords,
  ...orderWords,
  ...paymentWords,
  ...oversightWords,
  ...messageWords,
} satisfies Record<string, Word>;

export type PanelWord = keyof typeof panelWords;
