import { useState } from 'react';
import { useField } from '@strapi/strapi/admin';
import { Box, DatePicker, Field, Flex, TimePicker } from '@strapi/design-system';
import { useWords } from '../../words/use-words.ts';
import { siblingPath, type CustomInputProps } from '../custom-input.ts';
import { businessZone, instantOf, isZone, wallTime, type WallTime } from './wall-time.ts';

type Props = Omit<CustomInputProps<string>, 'value' | 'onChange' | 'error'> & { 'aria-label'?: string };

const lastDay = new Date(Date.UTC(2099, 11, 31));

/** Date and time by the clock of the record's own `timezone`, wherever the manager's browser is. */
export default function ZonedTimeInput({ name, label, hint, required, disabled, ...props }: Props) {
  const { say, tag } = useWords();
  const zone = useZone(name);
  const { error, wall, pickDate, pickTime, clear } = useWallTime(name, zone);
  const spoken = label || props['aria-label'] || '';
  return (
    <Field.Root name={name} hint={hint ?? say('time.zone', { zone })} error={error} required={required}>
      {label && <Field.Label action={props.labelAction}>{label}</Field.Label>}
      <Flex gap={1} wrap="wrap">
        <Box flex="1 1 15rem">
          <DatePicker
            aria-label={say('time.date', { label: spoken })}
            locale={tag}
            placeholder={say('time.pattern')}
            disabled={disabled}
            value={wall.date ? new Date(`${wall.date}T00:00:00Z`) : undefined}
            maxDate={lastDay}
            onChange={(date) => pickDate(date?.toISOString().slice(0, 10))}
            onClear={clear}
            clearLabel={say('time.clear')}
          />
        </Box>
        <Box flex="1 1 11rem">
          <TimePicker
            aria-label={say('time.hours', { label: spoken })}
            disabled={disabled}
            step={5}
            value={wall.time || undefined}
            onChange={(time) => pickTime(time)}
          />
        </Box>
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

function useZone(name: string): string {
  const { value } = useField<string | undefined>(siblingPath(name, 'timezone'));
  return isZone(value) ? value : businessZone;
}

const noTime: WallTime = { date: '', time: '' };

// A date without a time is not an instant yet: it waits here until the other half is picked.
function useWallTime(name: string, zone: string) {
  const field = useField<string | null | undefined>(name);
  const [half, setHalf] = useState<WallTime>(noTime);
  const wall = field.value ? wallTime(field.value, zone) : half;
  const set = (next: WallTime) => {
    setHalf(next);
    field.onChange(name, next.date && next.time ? instantOf(next, zone) : null);
  };
  return {
    error: field.error,
    wall,
    pickDate: (date: string | undefined) => set(date ? { ...wall, date } : noTime),
    pickTime: (time: string | undefined) => set({ ...wall, time: (time ?? '').slice(0, 5) }),
    clear: () => set(noTime),
  };
}
