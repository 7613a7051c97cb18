import { useEffect, useState } from 'react';
import { useField } from '@strapi/strapi/admin';
import { Field, TextInput, Typography } from '@strapi/design-system';
import { useWords } from '../../words/use-words.ts';
import { siblingPath, type CustomInputProps } from '../custom-input.ts';
import { currencySign, fractionDigits, majorText, parseMajor, type MoneyProblem } from './major-units.ts';

const defaultCurrency = 'RUB';

/** An amount in major units over a column of minor units; text that is no amount stays and blocks the save. */
export default function MoneyInput(props: CustomInputProps<number | string>) {
  const { name, label, hint, required, disabled, error, labelAction } = props;
  const { say, tag } = useWords();
  const currency = useCurrency(name);
  const { text, problem, type, settle } = useAmountText({ ...props, currency, tag });
  const sentence = problem && say(`money.${problem}`, { digits: fractionDigits(currency) });
  return (
    <Field.Root name={name} hint={hint} error={sentence ?? error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <TextInput
        value={text}
        disabled={disabled}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        endAction={<Typography textColor="neutral600">{currencySign(currency, tag)}</Typography>}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

function useCurrency(name: string): string {
  const { value } = useField<string | undefined>(siblingPath(name, 'currency'));
  return value || defaultCurrency;
}

type AmountText = CustomInputProps<number | string> & { currency: string; tag: string };

function useAmountText({ name, value, onChange, currency, tag }: AmountText) {
  const shown = typeof value === 'number' ? majorText({ minor: value, currency, tag }) : (value ?? '');
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? shown;
  const problem = problemOf({ text, currency, tag });
  useEffect(() => setDraft(null), [name]);
  const type = (next: string) => {
    setDraft(next);
    onChange(name, formValue({ text: next, currency, tag }));
  };
  return { text, problem, type, settle: () => setDraft(null) };
}

function problemOf({
  text,
  currency,
  tag,
}: {
  text: string;
  currency: string;
  tag: string;
}): MoneyProblem | undefined {
  if (text.trim() === '') return undefined;
  const parsed = parseMajor({ text, currency, tag });
  return 'problem' in parsed ? parsed.problem : undefined;
}

// Text that is no amount goes into the form as it is: the form's own number check then refuses to save.
function formValue({
  text,
  currency,
  tag,
}: {
  text: string;
  currency: string;
  tag: string;
}): number | string | null {
  if (text.trim() === '') return null;
  const parsed = parseMajor({ text, currency, tag });
  return 'minor' in parsed ? parsed.minor : text;
}
