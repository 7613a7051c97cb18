import type { ReactNode } from 'react';
import { Flex, Status, Typography, type StatusVariant } from '@strapi/design-system';
import { moneyText } from '../fields/money/major-units.ts';
import { businessZone } from '../fields/zoned-time/wall-time.ts';
import { businessNow } from '../home/business-clock.ts';
import { Figures } from '../lists/cells/Cells.tsx';
import { whenText } from '../lists/when-text.ts';
import { useWords } from '../words/use-words.ts';
import { codeWord } from './code-word.ts';

export type Money = { amount: number; currency: string };

/** Amounts and moments as text, for sentences. */
export function useTexts() {
  const { say, tag } = useWords();
  return {
    money: ({ amount, currency }: Money) => moneyText({ minor: amount, currency, tag }),
    when: (instant: string, zone = businessZone) => whenText({ instant, zone, tag, now: businessNow(), say }),
    code: (group: string, code: string | null | undefined) => {
      const id = codeWord(group, code);
      return id ? say(id) : undefined;
    },
  };
}

export function MoneyText({ value, strong = false }: { value: Money; strong?: boolean }) {
  const { money } = useTexts();
  return (
    <Typography
      textColor="neutral800"
      fontWeight={strong ? 'bold' : 'regular'}
      style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
    >
      {money(value)}
    </Typography>
  );
}

export function Moment({ at, zone }: { at: string | null; zone?: string }) {
  const { when } = useTexts();
  return <Figures>{at ? when(at, zone) : '—'}</Figures>;
}

/** A state as a word with a colour beside it. */
export function StateWord({
  group,
  code,
  colours,
}: {
  group: string;
  code: string;
  colours: Record<string, StatusVariant>;
}) {
  const { code: wordOf } = useTexts();
  return (
    <Flex inline>
      <Status variant={colours[code] ?? 'neutral'} size="XS">
        <Typography tag="span" fontWeight="semiBold" style={{ whiteSpace: 'nowrap' }}>
          {wordOf(group, code) ?? code}
        </Typography>
      </Status>
    </Flex>
  );
}

export function Soft({ children }: { children: ReactNode }) {
  return (
    <Typography variant="pi" textColor="neutral600" tag="p">
      {children}
    </Typography>
  );
}
