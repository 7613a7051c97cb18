import { useField } from '@strapi/strapi/admin';
import { Field, Flex, Switch, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../../words/use-words.ts';
import type { CustomInputProps } from '../custom-input.ts';

/** The design system paints a switch that is off in the colour of danger; to a manager off is an ordinary answer. */
export const CalmSwitch = styled(Switch)`
  &[data-state='unchecked']:not([data-disabled]) {
    background-color: ${({ theme }) => theme.colors.neutral400};
  }
`;

type Props = Omit<CustomInputProps<boolean>, 'value' | 'onChange' | 'error'>;

/** Yes or no as one switch. */
export default function YesNoInput({ name, label, hint, required, disabled, labelAction }: Props) {
  const { say } = useWords();
  const { value, error, onChange } = useField<boolean | null | undefined>(name);
  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex gap={3} minHeight="4rem">
        <CalmSwitch
          checked={value === true}
          disabled={disabled}
          aria-label={label}
          onCheckedChange={(on) => onChange(name, on)}
        />
        <Typography textColor={value ? 'neutral800' : 'neutral600'} aria-hidden>
          {say(value ? 'yes' : 'no')}
        </Typography>
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
