import type { Locale } from '@gangway/kit';

/** What is unusual about a query. For Chinese, `form` is another script (traditional) or order of characters. */
export const queryClasses = ['plain', 'typo', 'form', 'translit', 'layout'] as const;
export type QueryClass = (typeof queryClasses)[number];

export type GoldenQuery = { q: string; locale: Locale; class: QueryClass; expected: string[] };

type Asked = [q: string, ...expected: string[]];

const bridges = 'night-bridges';
const canals = 'canals-by-day';
const peterhof = 'peterhof-by-fast-ship';
const whiteNight = 'white-night-on-the-neva';
const jazz = 'jazz-dinner-on-the-neva';
const forts = 'forts-and-lighthouses-of-kronstadt';
const oreshek = 'oreshek-and-ladoga';
const treasure = 'treasure-island-for-families';
const ingria = 'motor-yacht-ingria-charter';
const sunset = 'members-sunset-sail';
const regatta = 'club-regatta-weekend';
const listening = 'listening-session';

const russian: Record<QueryClass, Asked[]> = {
  plain: [
    ['белая ночь', whiteNight],
    ['в петергоф на крыльях', peterhof],
    ['джаз нева ужин', jazz],
  ],
  typo: [
    ['развотка мостов', bridges],
    ['питергоф', peterhof],
    ['кронштат форты', forts],
    ['остров сокровищь', treasure],
    ['ондромеда закат парус', sunset],
  ],
  form: [
    ['белыми ночами на неве', whiteNight],
    ['разводкой моста', bridges],
    ['маяков кронштадта', forts],
    ['ужины с джазом на неве', jazz],
  ],
  translit: [
    ['razvodka mostov', bridges],
    ['petergof', peterhof],
    ['yahta ingriya', ingria],
    ['ostrov sokrovish', treasure],
  ],
  layout: [
    ['gtnthuja', peterhof],
    ['hfpdjlrf vjcnjd', bridges],
    ['rhjyinfln', forts],
    ['l;fp yf ytdt', jazz],
  ],
};

const english: Record<QueryClass, Asked[]> = {
  plain: [
    ['white night neva', whiteNight],
    ['captain flint chart', treasure],
    ['listening session in the dark', listening],
  ],
  typo: [
    ['peterhoff fast ship', peterhof],
    ['jaz diner neva', jazz],
    ['kronstad forts', forts],
    ['lagoda fortress', oreshek],
    ['treassure iland', treasure],
  ],
  form: [
    ['raise bridges neva', bridges],
    ['race crews akrotiri', regatta],
    ['lighthouse of kronstadt', forts],
    ['canal and river fontanka', canals],
  ],
  translit: [
    ['петергоф', peterhof],
    ['орешек ладога', oreshek],
    ['reki i kanaly', canals],
    ['кронштадт', forts],
  ],
  layout: [
    ['фтвкщьувф ыгтыуе', sunset],
    ['зуеукрща', peterhof],
    ['нфсре штпкшф', ingria],
    ['кфшыштп ща еру икшвпуы', bridges],
  ],
};

const chinese: Record<QueryClass, Asked[]> = {
  plain: [
    ['静听之夜', listening],
    ['涅瓦河爵士晚宴', jazz],
    ['游艇 英格里亚', ingria],
  ],
  typo: [
    ['喀琅斯塔得', forts],
    ['彼德霍夫快船', peterhof],
    ['金岛亲子', treasure],
    ['奥列舍克要寨', oreshek],
    ['俱乐部帆船塞', regatta],
  ],
  form: [
    ['夜觀開橋', bridges],
    ['運河日間遊', canals],
    ['燈塔堡壘 喀琅施塔得', forts],
    ['會員日落帆航', sunset],
  ],
  translit: [
    ['jinyin dao', treasure],
    ['baiye niewahe', whiteNight],
    ['kaiqiao', bridges],
    ['bidehuofu', peterhof],
    ['jueshi wanyan', jazz],
  ],
  layout: [
    ['ифшну', whiteNight],
    ['лфшйшфщ', bridges],
    ['ишвургщаг', peterhof],
  ],
};

/** Sixty queries and the activities of the demo season that whoever typed them looks for. */
export const goldenQueries: GoldenQuery[] = [
  ...queriesOf('ru', russian),
  ...queriesOf('en', english),
  ...queriesOf('zh', chinese),
];

function queriesOf(locale: Locale, asked: Record<QueryClass, Asked[]>): GoldenQuery[] {
  return queryClasses.flatMap((name) =>
    asked[name].map(([q, ...expected]) => ({ q, locale, class: name, expected })),
  );
}
