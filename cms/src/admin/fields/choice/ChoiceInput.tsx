import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { optionText, optionWords } from '../../words/option-words.ts';
import { useWords } from '../../words/use-words.ts';
import type { CustomInputProps } from '../custom-input.ts';
import { choiceValues } from './choice-values.ts';

/** One value out of `options.values`, read in the language of the panel. */
export default function ChoiceInput(props: CustomInputProps<string>) {
  const { name, label, hint, required, disabled, error, labelAction, value, onChange } = props;
  const { say, locale } = useWords();
  const values = choiceValues(props.attribute.options);
  const words = optionWords({ name, values });
  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <SingleSelect
        value={value ?? ''}
        disabled={disabled}
        placeholder={say('choice.placeholder')}
        onChange={(next) => onChange(name, next === '' ? null : next)}
        onClear={required ? undefined : () => onChange(name, null)}
      >
        {values.map((one) => (
          <SingleSelectOption key={one} value={one}>
            {optionText(words, one, locale)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
