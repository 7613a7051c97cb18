import { useField } from '@strapi/strapi/admin';
import { Field, NumberInput, TextInput } from '@strapi/design-system';
import type { CustomInputProps } from '../custom-input.ts';

type Props = Omit<CustomInputProps<number>, 'value' | 'onChange' | 'error'>;

const isYear = (name: string): boolean => name.endsWith('Year');

/** A whole number; a year is written without a gap between thousands. */
export default function WholeNumberInput({ name, label, hint, required, disabled, labelAction }: Props) {
  const { value, error, onChange } = useField<number | null | undefined>(name);
  const type = (text: string) => onChange(name, /^\d+$/.test(text) ? Number(text) : null);
  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      {isYear(name) ? (
        <TextInput
          value={value ?? ''}
          disabled={disabled}
          inputMode="numeric"
          maxLength={4}
          onChange={(event) => type(event.target.value)}
        />
      ) : (
        <NumberInput
          value={value ?? undefined}
          disabled={disabled}
          onValueChange={(next) => onChange(name, next ?? null)}
        />
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
