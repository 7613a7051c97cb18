import { Field, Textarea, TextInput } from '@strapi/design-system';
import { useWords } from '../words/use-words.ts';

type Props = {
  name: string;
  label: string;
  hint?: string;
  value: string;
  setValue: (value: string) => void;
  missing: boolean;
};

/** Words that somebody must give; `missing` says so after a try without them. */
export function ReasonField({ name, label, hint, value, setValue, missing }: Props) {
  const { say } = useWords();
  return (
    <Field.Root
      name={name}
      required
      hint={hint}
      error={missing && !value.trim() ? say('desk.required') : undefined}
    >
      <Field.Label>{label}</Field.Label>
      <Textarea
        rows={3}
        maxLength={500}
        value={value}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setValue(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

export function LineField({ name, label, hint, value, setValue, missing }: Props) {
  const { say } = useWords();
  return (
    <Field.Root
      name={name}
      required
      hint={hint}
      error={missing && !value.trim() ? say('desk.required') : undefined}
    >
      <Field.Label>{label}</Field.Label>
      <TextInput
        maxLength={100}
        value={value}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setValue(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
