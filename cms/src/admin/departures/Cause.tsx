import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useWords } from '../words/use-words.ts';
import { causes } from './departure.ts';

type Props = { value: string; setValue: (cause: string) => void };

/** Why, in words that buyers read. */
export function CauseField({ value, setValue }: Props) {
  const { say } = useWords();
  return (
    <Field.Root name="cause" required>
      <Field.Label>{say('sailing.cause')}</Field.Label>
      <SingleSelect value={value} onChange={(cause: string | number) => setValue(String(cause))}>
        {causes.map((cause) => (
          <SingleSelectOption key={cause} value={cause}>
            {say(`sailing.cause.${cause}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
