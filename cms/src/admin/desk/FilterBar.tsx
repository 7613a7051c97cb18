import { useEffect, useState, type ReactNode } from 'react';
import { useIsMobile } from '@strapi/strapi/admin';
import {
  Box,
  Button,
  DatePicker,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { Filter, Search } from '@strapi/icons';
import { useWords } from '../words/use-words.ts';
import type { Filters } from './filters.ts';

type Change = (change: Record<string, string | undefined>) => void;
type Props = { filters: Filters; reset: () => void; lead?: ReactNode; children: ReactNode };

/** The filters above a list; on a phone all but the search fold up behind a button. */
export function FilterBar({ filters, reset, lead, children }: Props) {
  const { say } = useWords();
  const isMobile = useIsMobile();
  const [open, setOpen] = useState(false);
  const count = Object.keys(filters).length;
  return (
    <Flex role="search" direction="column" alignItems="stretch" gap={3} paddingBottom={4}>
      {lead}
      {isMobile && (
        <Button variant="tertiary" startIcon={<Filter />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {count > 0 ? say('desk.filtersOn', { count }) : say('desk.filters')}
        </Button>
      )}
      {(!isMobile || open) && (
        <Flex gap={3} wrap="wrap" alignItems="flex-end">
          {children}
          {count > 0 && (
            <Button variant="ghost" size="L" onClick={reset}>
              {say('desk.reset')}
            </Button>
          )}
        </Flex>
      )}
    </Flex>
  );
}

type FieldProps = { name: string; label: string; filters: Filters; change: Change };

/** Takes effect with Enter, or when one goes on to the next field. */
export function TextFilter({
  name,
  label,
  filters,
  change,
  width = '15rem',
}: FieldProps & { width?: string }) {
  const { draft, setDraft, keep } = useDraft({
    kept: filters[name] ?? '',
    keep: (value) => change({ [name]: value }),
  });
  return (
    <Box width={width} flex={`1 1 ${width}`} maxWidth="26rem">
      <Field.Root name={name}>
        <Field.Label>{label}</Field.Label>
        <TextInput
          value={draft}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setDraft(event.target.value)}
          onKeyDown={(event: React.KeyboardEvent) => event.key === 'Enter' && keep()}
          onBlur={keep}
        />
      </Field.Root>
    </Box>
  );
}

/** The search above all filters. */
export function SearchFilter({
  name,
  label,
  filters,
  change,
  placeholder,
}: FieldProps & { placeholder: string }) {
  const { draft, setDraft, keep } = useDraft({
    kept: filters[name] ?? '',
    keep: (value) => change({ [name]: value }),
  });
  return (
    <Field.Root name={name}>
      <TextInput
        aria-label={label}
        type="search"
        startAction={<Search aria-hidden />}
        placeholder={placeholder}
        value={draft}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setDraft(event.target.value)}
        onKeyDown={(event: React.KeyboardEvent) => event.key === 'Enter' && keep()}
        onBlur={keep}
      />
    </Field.Root>
  );
}

function useDraft({ kept, keep }: { kept: string; keep: (value: string) => void }) {
  const [draft, setDraft] = useState(kept);
  useEffect(() => setDraft(kept), [kept]);
  return { draft, setDraft, keep: () => draft.trim() !== kept && keep(draft.trim()) };
}

type Option = { value: string; label: string };

export function ChoiceFilter({
  name,
  label,
  filters,
  change,
  options,
  disabled = false,
  width = '17rem',
  placeholder,
}: FieldProps & { options: Option[]; disabled?: boolean; width?: string; placeholder?: string }) {
  const { say } = useWords();
  const value = filters[name] ?? '';
  return (
    <Box flex={`1 1 ${width}`} maxWidth="30rem">
      <Field.Root name={name}>
        <Field.Label>{label}</Field.Label>
        <SingleSelect
          value={value}
          disabled={disabled}
          placeholder={placeholder ?? say('desk.any')}
          onChange={(chosen) => change({ [name]: String(chosen ?? '') })}
          onClear={() => change({ [name]: undefined })}
          clearLabel={say('time.clear')}
        >
          {options.map((option) => (
            <SingleSelectOption key={option.value} value={option.value}>
              {option.label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Box>
  );
}

/** A day of the calendar. */
export function DayFilter({ name, label, filters, change }: FieldProps) {
  const { say, tag } = useWords();
  const day = filters[name];
  return (
    <Box flex="1 1 15rem" maxWidth="19rem">
      <Field.Root name={name}>
        <Field.Label>{label}</Field.Label>
        <DatePicker
          locale={tag}
          placeholder={say('time.pattern')}
          value={day ? new Date(`${day}T00:00:00Z`) : undefined}
          maxDate={lastDay}
          onChange={(date) => change({ [name]: date?.toISOString().slice(0, 10) })}
          onClear={() => change({ [name]: undefined })}
          clearLabel={say('time.clear')}
        />
      </Field.Root>
    </Box>
  );
}

const lastDay = new Date(Date.UTC(2099, 11, 31));
