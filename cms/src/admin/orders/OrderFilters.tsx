import { useState } from 'react';
import { codesOf } from '../desk/code-word.ts';
import { ChoiceFilter, DayFilter, FilterBar, SearchFilter, TextFilter } from '../desk/FilterBar.tsx';
import type { Filters } from '../desk/filters.ts';
import { useTexts } from '../desk/Texts.tsx';
import { useAnswer } from '../desk/use-answer.ts';
import { wallTime } from '../fields/zoned-time/wall-time.ts';
import { useWords } from '../words/use-words.ts';
import type { Departure } from './order.ts';

export const orderFilters = [
  ...['q', 'status', 'eventId', 'email', 'phone', 'number', 'dateFrom', 'dateTo', 'channel', 'needsReview'],
];

type Change = (change: Record<string, string | undefined>) => void;
type Props = { filters: Filters; change: Change; reset: () => void };

export function OrderFilters({ filters, change, reset }: Props) {
  const { say } = useWords();
  const { code } = useTexts();
  const own = { filters, change };
  const options = (group: string) =>
    codesOf(group).map((value) => ({ value, label: code(group, value) ?? value }));
  const search = { label: say('desk.search'), placeholder: say('orders.searchHint') };
  return (
    <FilterBar filters={filters} reset={reset} lead={<SearchFilter name="q" {...search} {...own} />}>
      <ChoiceFilter name="status" label={say('orders.status')} options={options('orders.state')} {...own} />
      <DepartureFilter {...own} />
      <DayFilter name="dateFrom" label={say('desk.from')} {...own} />
      <DayFilter name="dateTo" label={say('desk.to')} {...own} />
      <ChoiceFilter
        name="channel"
        label={say('orders.channel')}
        options={options('orders.channel')}
        {...own}
      />
      <TextFilter name="number" label={say('orders.number')} width="12rem" {...own} />
      <TextFilter name="email" label={say('orders.email')} {...own} />
      <TextFilter name="phone" label={say('orders.phone')} width="13rem" {...own} />
      <ChoiceFilter
        name="needsReview"
        label={say('orders.review')}
        options={[
          { value: 'true', label: say('yes') },
          { value: 'false', label: say('no') },
        ]}
        width="12rem"
        {...own}
      />
    </FilterBar>
  );
}

/** A day first, then a departure of that day. */
function DepartureFilter({ filters, change }: Omit<Props, 'reset'>) {
  const { say, locale } = useWords();
  const [picked, setPicked] = useState<string>();
  const { eventId } = filters;
  const known = useAnswer<{ data: Departure[] }>(eventId && `/api/admin/departures?id=${eventId}`).answer;
  const [chosen] = eventId && known.state === 'ready' ? known.value.data : [];
  const day = picked ?? (chosen && wallTime(chosen.startAt, chosen.timezone).date);
  const { answer } = useAnswer<{ data: Departure[] }>(day && `/api/admin/departures?day=${day}`);
  const departures = day && answer.state === 'ready' ? answer.value.data : [];
  const options = departures.map(({ id, startAt, timezone, activity }) => ({
    value: id,
    label: `${wallTime(startAt, timezone).time} · ${activity?.[locale] ?? '—'}`,
  }));
  const pickDay = (next: Record<string, string | undefined>) => {
    setPicked(next['day']);
    change({ eventId: undefined });
  };
  const nothing = day ? say('orders.noDepartures') : say('orders.chooseDay');
  return (
    <>
      <DayFilter
        name="day"
        label={say('orders.departureDay')}
        filters={day ? { day } : {}}
        change={pickDay}
      />
      <ChoiceFilter
        name="eventId"
        label={say('orders.departure')}
        placeholder={options.length === 0 ? nothing : say('desk.any')}
        disabled={options.length === 0}
        {...{ filters, change, options }}
        width="24rem"
      />
    </>
  );
}
