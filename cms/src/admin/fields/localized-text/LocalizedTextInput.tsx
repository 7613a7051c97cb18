import { Box, Field, Flex, IconButton, Textarea, TextInput, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { locales, type Locale } from '../../words/language.ts';
import { useWords, type Say } from '../../words/use-words.ts';
import type { CustomInputProps } from '../custom-input.ts';
import {
  localeErrors,
  missingLocales,
  readLocalized,
  writeLocalized,
  type LocalizedValue,
} from './localized-value.ts';

const tags: Record<Locale, string> = { ru: 'RU', en: 'EN', zh: '中文' };

/** Three texts, one per language, as one value. `options.multiline` gives each several lines. */
export default function LocalizedTextInput(props: CustomInputProps<unknown>) {
  const { name, label, hint, required, disabled, error, value, onChange } = props;
  const { say } = useWords();
  const texts = readLocalized(value);
  const errors = localeErrors(props.rawError);
  const multiline = props.attribute.options?.multiline === true;
  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Flex justifyContent="space-between" gap={2} tag="div">
        <Field.Label>{label}</Field.Label>
        <Completeness missing={missingLocales(value)} say={say} />
      </Flex>
      <Flex role="group" aria-label={label} direction="column" alignItems="stretch" gap={1}>
        {locales.map((locale) => (
          <LanguageRow
            key={locale}
            {...{ name, label, locale, texts, disabled, multiline, say }}
            error={errors[locale]}
            onText={(text) => onChange(name, writeLocalized(value, locale, text))}
          />
        ))}
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

function Completeness({ missing, say }: { missing: Locale[]; say: Say }) {
  if (missing.length === 0) return null;
  const languages = missing.map((locale) => tags[locale]).join(', ');
  return (
    <Typography variant="pi" textColor="warning700" fontWeight="semiBold">
      {say('localized.missing', { languages })}
    </Typography>
  );
}

type RowProps = {
  name: string;
  label: string;
  locale: Locale;
  texts: LocalizedValue;
  disabled?: boolean;
  multiline: boolean;
  error?: string;
  say: Say;
  onText: (text: string) => void;
};

function LanguageRow({ name, label, locale, texts, disabled, multiline, error, say, onText }: RowProps) {
  const language = say(`language.${locale}`);
  const source = texts[locale] ? undefined : locales.find((other) => texts[other].trim() !== '');
  const input = {
    value: texts[locale],
    disabled,
    lang: locale,
    'aria-label': say('localized.group', { label, language }),
    onChange: (event: { target: { value: string } }) => onText(event.target.value),
  };
  return (
    <Field.Root name={`${name}.${locale}`} error={error}>
      <Flex gap={2} alignItems={multiline ? 'flex-start' : 'center'}>
        <LanguageTag locale={locale} />
        <Box flex="1" minWidth={0}>
          {multiline ? <Textarea {...input} /> : <TextInput {...input} />}
        </Box>
        {source && !disabled && <CopyButton {...{ source, say }} onCopy={() => onText(texts[source])} />}
      </Flex>
      <Field.Error />
    </Field.Root>
  );
}

function LanguageTag({ locale }: { locale: Locale }) {
  return (
    <Flex width="3.6rem" minHeight="4rem" alignItems="center" shrink={0} aria-hidden>
      <Typography variant="pi" fontWeight="semiBold" textColor="neutral600">
        {tags[locale]}
      </Typography>
    </Flex>
  );
}

function CopyButton({ source, say, onCopy }: { source: Locale; say: Say; onCopy: () => void }) {
  return (
    <IconButton
      variant="ghost"
      label={say('localized.copy', { language: say(`language.${source}`) })}
      onClick={onCopy}
    >
      <Duplicate />
    </IconButton>
  );
}
