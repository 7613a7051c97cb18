import type { ReactNode } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Box, Button, EmptyStateLayout, Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useWords } from '../words/use-words.ts';
import { spanOf } from './filters.ts';
import type { Answer, Failure } from './use-answer.ts';
import type { Listed } from './use-list.ts';

type Props<Row, Meta> = {
  answer: Answer<Listed<Row, Meta>>;
  load: () => void;
  turnTo: (page: number) => void;
  /** Whether the list is narrowed: nothing found is not nothing there. */
  narrowed: boolean;
  empty?: string;
  children: (rows: Row[], stale: boolean) => ReactNode;
};

/** The rows of a list with its pages; what it says while it loads, when it is empty, and when it fails. */
export function ListBody<Row, Meta>({ answer, load, turnTo, narrowed, empty, children }: Props<Row, Meta>) {
  const { say } = useWords();
  if (answer.state === 'loading') return <Page.Loading />;
  if (answer.state === 'failed') return <Failed failure={answer.failure} again={load} />;
  const { data, meta } = answer.value;
  if (data.length === 0 && meta.page === 1)
    return <Nothing>{narrowed ? say('desk.nothingFound') : (empty ?? say('desk.nothing'))}</Nothing>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {children(data, answer.stale)}
      <Pages {...meta} turnTo={turnTo} />
    </Flex>
  );
}

export function Nothing({ children }: { children: string }) {
  return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={children} shadow="none" />;
}

export function Failed({ failure, again }: { failure: Failure; again: () => void }) {
  const { say } = useWords();
  if (failure.status === 403) return <Page.NoPermissions content={say('desk.noAccess')} />;
  if (failure.status === 404) return <Page.NoData content={say('desk.missing')} />;
  return (
    <Page.Error
      content={[say('desk.failed'), failure.message].filter(Boolean).join(' ')}
      action={
        <Button variant="secondary" onClick={again}>
          {say('desk.again')}
        </Button>
      }
    />
  );
}

type PagesProps = { page: number; pageSize: number; total: number; turnTo: (page: number) => void };

function Pages({ turnTo, ...meta }: PagesProps) {
  const { say } = useWords();
  const { last, ...span } = spanOf(meta);
  return (
    <Flex tag="nav" aria-label={say('desk.pages')} justifyContent="space-between" gap={4}>
      <Typography textColor="neutral600" variant="pi">
        {say('desk.page', span)}
      </Typography>
      {last > 1 && (
        <Flex gap={1}>
          <IconButton
            label={say('desk.previous')}
            disabled={meta.page <= 1}
            onClick={() => turnTo(meta.page - 1)}
          >
            <ChevronLeft />
          </IconButton>
          <Box paddingLeft={2} paddingRight={2}>
            <Typography>{`${meta.page} / ${last}`}</Typography>
          </Box>
          <IconButton
            label={say('desk.next')}
            disabled={meta.page >= last}
            onClick={() => turnTo(meta.page + 1)}
          >
            <ChevronRight />
          </IconButton>
        </Flex>
      )}
    </Flex>
  );
}
