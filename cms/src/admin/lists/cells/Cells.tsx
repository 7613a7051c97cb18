import type { ReactNode } from 'react';
import { Box, Flex, Status, Typography } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import { Link, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import { moneyText } from '../../fields/money/major-units.ts';
import { strapiLocales } from '../../words/language.ts';
import { optionText } from '../../words/option-words.ts';
import { businessNow } from '../../home/business-clock.ts';
import { useWords } from '../../words/use-words.ts';
import type { Word } from '../../words/word.ts';
import { lookUpTitles, useLookUp } from '../look-up.ts';
import { pictureOf, recordName, rowTitle, writtenIn, type Row } from '../row.ts';
import { whenText } from '../when-text.ts';

const nothing = '—';

export function Plain({ children }: { children: ReactNode }) {
  return (
    <Typography
      textColor="neutral800"
      maxWidth="18rem"
      ellipsis
      title={typeof children === 'string' ? children : undefined}
    >
      {children || nothing}
    </Typography>
  );
}

const Thumbnail = styled.img`
  width: 5.4rem;
  height: 3.6rem;
  object-fit: cover;
  display: block;
  border-radius: ${({ theme }) => theme.borderRadius};
`;

export function PictureCell({ value }: { value: unknown }) {
  const { say } = useWords();
  const picture = pictureOf(value);
  if (picture)
    return <Thumbnail src={picture.formats?.thumbnail?.url ?? picture.url} alt="" loading="lazy" />;
  return (
    <Flex
      width="5.4rem"
      height="3.6rem"
      background="neutral150"
      hasRadius
      justifyContent="center"
      title={say('list.noPicture')}
    >
      <Image width="1.6rem" height="1.6rem" fill="neutral500" aria-label={say('list.noPicture')} />
    </Flex>
  );
}

/** What a row is called, as the link to its record: it opens in a tab of its own too. */
export function RecordLink({ row, children }: { row: Row; children: ReactNode }) {
  const { pathname } = useLocation();
  const language = row.locale ? `?plugins[i18n][locale]=${row.locale}` : '';
  return (
    <NameLink
      to={`${pathname.replace(/\/$/, '')}/${row.documentId}${language}`}
      onClick={(event) => event.stopPropagation()}
    >
      {children}
    </NameLink>
  );
}

const NameLink = styled(Link)`
  color: inherit;
  font-weight: 600;
  text-decoration: none;

  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;

export function TitleCell({ row }: { row: Row }) {
  const { locale } = useWords();
  return (
    <Typography textColor="neutral800" maxWidth="21rem" ellipsis>
      {rowTitle(row, locale) || nothing}
    </Typography>
  );
}

/** The record on the other side; an activity is linked in one language and read in the panel's. */
export function RelationCell({ value }: { value: unknown }) {
  const { locale } = useWords();
  const wanted = strapiLocales[locale];
  const written = writtenIn(value);
  const foreign = written !== undefined && written.locale !== wanted;
  const title = useLookUp(lookUpTitles, foreign ? wanted : undefined, written?.documentId ?? '');
  const translated = title.state === 'found' ? title.value : undefined;
  return <Plain>{translated ?? recordName(value, locale)}</Plain>;
}

export function MomentCell({ value, zone }: { value: unknown; zone: string }) {
  const { say, tag } = useWords();
  if (typeof value !== 'string') return <Plain>{nothing}</Plain>;
  return <Figures>{whenText({ instant: value, zone, tag, now: businessNow(), say })}</Figures>;
}

export const TextCell = ({ value }: { value: unknown }) => (
  <Plain>{typeof value === 'string' ? value : ''}</Plain>
);

export function YesNoCell({ value }: { value: unknown }) {
  const { say } = useWords();
  return <Plain>{say(value === true ? 'yes' : 'no')}</Plain>;
}

/** A day of the calendar, which is the same in every zone. */
export function DayCell({ value }: { value: unknown }) {
  const { tag } = useWords();
  if (typeof value !== 'string') return <Plain>{nothing}</Plain>;
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return <Figures>{format.format(new Date(`${value}T00:00:00Z`))}</Figures>;
}

/** Text whose digits stand under each other. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <Typography textColor="neutral800" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {children}
    </Typography>
  );
}

export function MoneyCell({ value, currency }: { value: unknown; currency: unknown }) {
  const { tag } = useWords();
  const known = typeof currency === 'string' ? currency : 'RUB';
  return (
    <Box width="11rem" textAlign="right">
      <Figures>
        {typeof value === 'number' ? moneyText({ minor: value, currency: known, tag }) : nothing}
      </Figures>
    </Box>
  );
}

export function NumberCell({ value }: { value: unknown }) {
  const { tag } = useWords();
  return (
    <Box width="4.5rem" textAlign="right">
      <Figures>{typeof value === 'number' ? new Intl.NumberFormat(tag).format(value) : nothing}</Figures>
    </Box>
  );
}

export function ChoiceCell({ value, options }: { value: unknown; options: Record<string, Word> }) {
  const { locale } = useWords();
  return <Plain>{typeof value === 'string' ? optionText(options, value, locale) : nothing}</Plain>;
}

const stateColours = {
  draft: 'secondary',
  on_sale: 'success',
  closed: 'neutral',
  boarding: 'primary',
  departed: 'primary',
  completed: 'neutral',
  cancelled: 'danger',
} as const;

const isState = (value: unknown): value is keyof typeof stateColours =>
  typeof value === 'string' && value in stateColours;

/** The state of a departure: a word, and a colour beside it. */
export function StateCell({ value, options }: { value: unknown; options: Record<string, Word> }) {
  const { locale } = useWords();
  if (!isState(value)) return <Plain>{nothing}</Plain>;
  return (
    <Flex>
      <Status variant={stateColours[value]} size="XS">
        <Typography tag="span" fontWeight="semiBold">
          {optionText(options, value, locale)}
        </Typography>
      </Status>
    </Flex>
  );
}

const tags: [string, string][] = [
  ['ru', 'RU'],
  ['en', 'EN'],
  ['zh-Hans', '中文'],
];

/** The languages a record is written in; the ones it lacks stay visible, pale and struck through. */
export function LanguagesCell({ row }: { row: Row }) {
  const { say } = useWords();
  const others = Array.isArray(row.localizations) ? row.localizations : [];
  const written = new Set([row.locale, ...others.map((one: { locale?: string }) => one.locale)]);
  const missing = tags.filter(([code]) => !written.has(code)).map(([, tag]) => tag);
  const spoken =
    missing.length > 0
      ? say('localized.missing', { languages: missing.join(', ') })
      : say('localized.complete');
  return (
    <Flex gap={2} role="img" aria-label={spoken} title={spoken}>
      {tags.map(([code, tag]) => (
        <Typography
          key={code}
          variant="pi"
          fontWeight="semiBold"
          textColor={written.has(code) ? 'neutral800' : 'neutral500'}
          style={{ textDecoration: written.has(code) ? 'none' : 'line-through' }}
        >
          {tag}
        </Typography>
      ))}
    </Flex>
  );
}
