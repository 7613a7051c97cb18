import type { Localized } from './records.ts';

/** What happens to single departures, so that people see every state: `after` counts departures from now on. */
export interface IncidentRecord {
  activity: string;
  after: number;
  state?: 'cancelled' | 'closed' | 'draft';
  delayMinutes?: number;
  notice?: Localized;
}

const storm: Localized = {
  ru: 'Рейс отменён: на заливе ждут волну выше метра. Деньги вернём полностью, просить об этом не нужно.',
  en: 'Cancelled: waves above a metre are expected on the Gulf. Everything is refunded without your asking.',
  zh: '班次取消：海湾预计浪高超过一米。我们将全额退款，无需申请。',
};

const lock: Localized = {
  ru: 'Отходим на двадцать минут позже: пропускаем встречный караван под мостом.',
  en: 'We leave twenty minutes late: a convoy is coming through under the bridge.',
  zh: '晚点二十分钟开船：正在桥下等候对向船队通过。',
};

const wind: Localized = {
  ru: 'Из-за ветра мосты поднимут позже, отходим через полчаса после расписания.',
  en: 'The bridges will be raised later because of the wind; we leave half an hour after the timetable.',
  zh: '因风大，桥梁将推迟升起，我们比时刻表晚半小时开船。',
};

export const incidents: IncidentRecord[] = [
  { activity: 'canals-by-day', after: 2, delayMinutes: 20, notice: lock },
  { activity: 'night-bridges', after: 1, delayMinutes: 30, notice: wind },
  { activity: 'peterhof-by-fast-ship', after: 5, state: 'cancelled', notice: storm },
  { activity: 'forts-and-lighthouses-of-kronstadt', after: 1, state: 'cancelled', notice: storm },
  { activity: 'jazz-dinner-on-the-neva', after: 2, state: 'closed' },
  { activity: 'white-night-on-the-neva', after: 12, state: 'draft' },
  { activity: 'white-night-on-the-neva', after: 13, state: 'draft' },
];
