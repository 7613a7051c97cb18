import type { ReactNode } from 'react';
import { panelWords } from '../words/panel-words.ts';
import { fieldWords } from '../words/type-words.ts';
import type { Word } from '../words/word.ts';
import {
  ChoiceCell,
  DayCell,
  LanguagesCell,
  MomentCell,
  MoneyCell,
  NumberCell,
  PictureCell,
  RecordLink,
  RelationCell,
  StateCell,
  TextCell,
  TitleCell,
  YesNoCell,
} from './cells/Cells.tsx';
import { NextDepartureCell } from './cells/NextDepartureCell.tsx';
import type { Kind } from './look-up.ts';
import { uidOf, type ListAttribute, type ListLayout } from './list-layout.ts';
import { zoneOf, type Row } from './row.ts';

type Label = string | { id: string; defaultMessage: string };

export type Column = {
  name: string;
  label: Label;
  attribute: ListAttribute;
  searchable?: boolean;
  sortable?: boolean;
  cellFormatter?: (row: Row) => ReactNode;
};

type Columns = { displayedHeaders: Column[]; layout: ListLayout };

/** Types that have a departure ahead of them, as the API calls them. */
const sailing: Record<string, Kind> = {
  'api::catalog.activity': 'activity',
  'api::catalog.vessel': 'vessel',
  'api::catalog.route': 'route',
  'api::catalog.berth': 'berth',
  'api::catalog.venue': 'venue',
};

/** Strapi's list hook: our cells in the columns that are shown, and the next departure after them. */
export function dressColumns({ displayedHeaders, layout }: Columns): Columns {
  const uid = uidOf(layout);
  if (!uid) return { displayedHeaders, layout };
  const dressed = linkFirst(displayedHeaders.map((column) => dress(column, uid)));
  const kind = sailing[uid];
  return { displayedHeaders: kind ? withDeparture(dressed, kind) : dressed, layout };
}

// The first column that is no picture carries the link to the record, so that the keyboard gets there.
function linkFirst(columns: Column[]): Column[] {
  const first = columns.findIndex(({ attribute }) => attribute.type !== 'media');
  return columns.map((column, index) => (index === first ? linked(column) : column));
}

function linked(column: Column): Column {
  const cell = column.cellFormatter;
  return cell
    ? { ...column, cellFormatter: (row) => <RecordLink row={row}>{cell(row)}</RecordLink> }
    : column;
}

// Strapi puts the languages last; the next departure reads better before them.
function withDeparture(columns: Column[], kind: Kind): Column[] {
  const languages = columns.filter(({ name }) => name === 'locales');
  return [...columns.filter(({ name }) => name !== 'locales'), nextDeparture(kind), ...languages];
}

const dress = (column: Column, uid: string): Column => {
  if (column.name === 'locales') return { ...column, cellFormatter: (row) => <LanguagesCell row={row} /> };
  const cell = column.cellFormatter ?? cellFor(column, fieldWords(uid, column.name)?.options ?? {});
  return cell ? { ...column, cellFormatter: cell } : column;
};

type Cell = (row: Row) => ReactNode;

function cellFor({ name, attribute }: Column, options: Record<string, Word>): Cell | undefined {
  if (name === 'label' || name === 'title') return (row) => <TitleCell row={row} />;
  if (attribute.customField) return customCell({ name, customField: attribute.customField, options });
  if (attribute.type === 'relation')
    return singleRelation(attribute) ? (row) => <RelationCell value={row[name]} /> : undefined;
  return typedCell(name, attribute.type);
}

function typedCell(name: string, type: string): Cell | undefined {
  const cells: Record<string, Cell> = {
    media: (row) => <PictureCell value={row[name]} />,
    datetime: (row) => <MomentCell value={row[name]} zone={zoneOf(row)} />,
    date: (row) => <DayCell value={row[name]} />,
    boolean: (row) => <YesNoCell value={row[name]} />,
    integer: (row) => <NumberCell value={row[name]} />,
    float: (row) => <NumberCell value={row[name]} />,
    string: (row) => <TextCell value={row[name]} />,
    text: (row) => <TextCell value={row[name]} />,
    email: (row) => <TextCell value={row[name]} />,
  };
  return cells[type];
}

function customCell({
  name,
  customField,
  options,
}: {
  name: string;
  customField: string;
  options: Record<string, Word>;
}) {
  if (customField === 'global::money')
    return (row: Row) => <MoneyCell value={row[name]} currency={row.currency} />;
  if (customField !== 'global::choice') return undefined;
  if (name === 'state') return (row: Row) => <StateCell value={row[name]} options={options} />;
  return (row: Row) => <ChoiceCell value={row[name]} options={options} />;
}

const singleRelation = ({ relation }: ListAttribute): boolean =>
  relation === 'manyToOne' || relation === 'oneToOne';

const nextDeparture = (kind: Kind): Column => ({
  name: 'nextDeparture',
  attribute: { type: 'custom' },
  label: { id: 'panel.list.nextDeparture', defaultMessage: panelWords['list.nextDeparture'].en },
  searchable: false,
  sortable: false,
  cellFormatter: (row) => <NextDepartureCell kind={kind} id={row.documentId} />,
});
