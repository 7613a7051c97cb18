import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, Typography } from '@strapi/design-system';
import { codesOf } from '../desk/code-word.ts';
import { ChoiceFilter, DayFilter, FilterBar } from '../desk/FilterBar.tsx';
import type { Filters } from '../desk/filters.ts';
import { ListBody } from '../desk/ListBody.tsx';
import { RowLink, Rows, type Column } from '../desk/Rows.tsx';
import { Moment, Soft, useTexts } from '../desk/Texts.tsx';
import { opening } from '../desk/section-rights.ts';
import { useAnswer } from '../desk/use-answer.ts';
import { useList } from '../desk/use-list.ts';
import { useWords } from '../words/use-words.ts';
import { changedFields, deedText, recordPath, roomText, subjectText } from './deed-words.ts';

type Entry = {
  id: string;
  at: string;
  actor: { kind: string; id: string | null; name: string | null };
  action: string;
  subject: { kind: string; id: string; name: string | null };
  details: Record<string, unknown>;
};

const known = ['actor', 'actorKind', 'action', 'subjectKind', 'subject', 'dateFrom', 'dateTo'];

/** Settings: who did what, and when. */
export default function AuditPage() {
  const { say } = useWords();
  return (
    <Page.Protect permissions={opening('settings')}>
      <Page.Main>
        <Page.Title>{say('audit.title')}</Page.Title>
        <Layouts.Header title={say('audit.title')} subtitle={say('audit.subtitle')} />
        <Layouts.Content>
          <Trail />
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}

function Trail() {
  const { say } = useWords();
  const list = useList<Entry>({ path: '/api/admin/audit', known });
  const { answer, filters, load, turnTo, change, reset } = list;
  const columns = useColumns();
  return (
    <>
      <TrailFilters {...{ filters, change, reset }} />
      <ListBody {...{ answer, load, turnTo }} narrowed={Object.keys(filters).length > 0}>
        {(rows, stale) => (
          <Rows
            label={say('audit.title')}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            stale={stale}
          />
        )}
      </ListBody>
    </>
  );
}

function useColumns(): Column<Entry>[] {
  const { say, locale } = useWords();
  return [
    {
      name: 'what',
      label: say('audit.what'),
      cell: ({ action, details }) => (
        <Box maxWidth="36rem">
          <Typography fontWeight="semiBold">{deedText(action, { say, locale })}</Typography>
          <ChangedFields action={action} details={details} />
        </Box>
      ),
    },
    { name: 'subject', label: say('audit.subject'), cell: (entry) => <SubjectCell entry={entry} /> },
    {
      name: 'who',
      label: say('audit.who'),
      cell: ({ actor }) => <Typography>{actorText(actor, say)}</Typography>,
    },
    { name: 'when', label: say('audit.when'), cell: ({ at }) => <Moment at={at} /> },
  ];
}

function ChangedFields({ action, details }: Pick<Entry, 'action' | 'details'>) {
  const { say, locale } = useWords();
  const fields = changedFields(action, details, locale);
  return fields ? <Soft>{say('audit.changed', { fields })}</Soft> : null;
}

function actorText({ kind, name }: Entry['actor'], say: ReturnType<typeof useWords>['say']): string {
  if (kind === 'staff') return name ?? say('desk.colleague');
  return say(kind === 'customer' ? 'desk.buyer' : 'desk.system');
}

function SubjectCell({ entry }: { entry: Entry }) {
  const words = useWords();
  const text = subjectText(entry, words);
  const { kind, id, name } = entry.subject;
  const to = { order: `/orders/${id}`, payment: `/payments/${id}` }[kind] ?? recordPath(entry);
  const leads = to && (name || kind !== 'order');
  return leads ? <RowLink to={to}>{text}</RowLink> : <Typography>{text}</Typography>;
}

type Choices = { actors: { id: string; name: string }[]; actions: string[] };
type FilterProps = {
  filters: Filters;
  change: (change: Record<string, string | undefined>) => void;
  reset: () => void;
};

function TrailFilters({ filters, change, reset }: FilterProps) {
  const { say, locale } = useWords();
  const { code } = useTexts();
  const { answer } = useAnswer<{ data: Choices }>('/api/admin/audit/choices');
  const { actors, actions } = answer.state === 'ready' ? answer.value.data : { actors: [], actions: [] };
  const rooms = [...new Set(actions.map((action) => action.split('.')[0] ?? ''))];
  const own = { filters, change };
  const deeds = [
    ...rooms.map((room) => ({ value: `${room}.`, label: say('audit.allOf', { room: roomText(room, say) }) })),
    ...actions.map((action) => ({ value: action, label: deedText(action, { say, locale }) })),
  ];
  const kinds = codesOf('audit.subjectKind').map((value) => ({
    value,
    label: code('audit.subjectKind', value) ?? value,
  }));
  const people = actors.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterBar filters={filters} reset={reset}>
      <ChoiceFilter name="actor" label={say('audit.who')} options={people} {...own} />
      <ChoiceFilter name="action" label={say('audit.what')} options={deeds} width="26rem" {...own} />
      <ChoiceFilter name="subjectKind" label={say('audit.subject')} options={kinds} {...own} />
      <DayFilter name="dateFrom" label={say('desk.from')} {...own} />
      <DayFilter name="dateTo" label={say('desk.to')} {...own} />
    </FilterBar>
  );
}
