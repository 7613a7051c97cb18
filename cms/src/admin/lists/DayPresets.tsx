import { useEffect } from 'react';
import { useQueryParams } from '@strapi/strapi/admin';
import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { businessZone } from '../fields/zoned-time/wall-time.ts';
import { businessNow } from '../home/business-clock.ts';
import { useHome } from '../home/home-data.ts';
import { useWords } from '../words/use-words.ts';
import { dayPresets, isStale, presetOf, withPreset, type Condition, type DayPreset } from './day-presets.ts';

const openedKey = 'gangway-departures-opened';

/** Today, tomorrow, a week: the times a manager looks at most, beside the filters of the list of departures. */
export function DayPresets() {
  const { slug } = useParams<{ slug: string }>();
  return slug === 'api::catalog.event' ? <PresetSelect /> : null;
}

function PresetSelect() {
  const { say } = useWords();
  const { preset, choose } = usePreset();
  return (
    <SingleSelect
      size="S"
      aria-label={say('list.when')}
      value={preset ?? ''}
      placeholder={say('list.when')}
      onChange={choose}
    >
      {dayPresets.map((one) => (
        <SingleSelectOption key={one} value={one}>
          {say(`list.${one}`)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

type Query = { filters?: { $and?: Condition[] } };

function usePreset() {
  const home = useHome();
  const [{ query }, setQuery] = useQueryParams<Query>();
  const conditions = query.filters?.$and ?? [];
  const moment = { now: businessNow(), zone: businessZone };
  const choose = (value: string | number) => {
    const filters = { $and: withPreset(conditions, value as DayPreset, moment) };
    setQuery({ filters, page: 1 } as never, 'push', true);
  };
  useEffect(() => {
    if (home.state === 'loading') return;
    if (isFirstVisit(conditions) || isStale(conditions, moment)) choose('upcoming');
    window.sessionStorage.setItem(openedKey, 'yes');
    // Once the server has said what day it is: afterwards the manager decides.
  }, [home.state]);
  return { preset: presetOf(conditions, moment), choose };
}

const isFirstVisit = (conditions: Condition[]): boolean =>
  conditions.length === 0 && window.sessionStorage.getItem(openedKey) === null;
