import type { ReactNode } from 'react';
import { useIsMobile } from '@strapi/strapi/admin';
import { Box, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';

/** `wide` columns are left out on a phone, where the first one is the title of a card. */
export type Column<Row> = {
  name: string;
  label: string;
  cell: (row: Row) => ReactNode;
  right?: boolean;
  wide?: boolean;
};

type Props<Row> = {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  idOf: (row: Row) => string;
  /** Where a row leads; the link stands in its first cell. */
  to?: (row: Row) => string | undefined;
  stale?: boolean;
};

/** A dense table, and on a phone a card for each row. */
export function Rows<Row>(props: Props<Row>) {
  const isMobile = useIsMobile();
  return (
    <Box style={{ opacity: props.stale ? 0.6 : 1 }} aria-busy={props.stale || undefined}>
      {isMobile ? <Cards {...props} /> : <WideTable {...props} />}
    </Box>
  );
}

const Framed = styled(Box)<{ $leads: boolean }>`
  overflow-x: auto;

  td {
    vertical-align: middle;
  }

  td[data-right],
  th[data-right] > * {
    text-align: right;
    justify-content: flex-end;
  }

  tbody tr {
    cursor: ${({ $leads }) => ($leads ? 'pointer' : 'default')};
  }
`;

export const RowLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.4rem;
  font-weight: 600;
  line-height: 1.43;
  text-decoration: none;
  white-space: nowrap;
  font-variant-numeric: tabular-nums;

  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;

function WideTable<Row>({ label, columns, rows, idOf, to }: Props<Row>) {
  const navigate = useNavigate();
  return (
    <Framed $leads={to !== undefined}>
      <Table colCount={columns.length} rowCount={rows.length + 1} aria-label={label}>
        <Thead>
          <Tr>
            {columns.map(({ name, label: title, right }) => (
              <Th key={name} data-right={right || undefined}>
                <Typography variant="sigma" textColor="neutral600">
                  {title}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr key={idOf(row)} onClick={(event) => follow({ event, to: to?.(row), navigate })}>
              {columns.map(({ name, cell, right }, index) => (
                <Td key={name} data-right={right || undefined}>
                  <Linked to={index === 0 ? to?.(row) : undefined}>{cell(row)}</Linked>
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Framed>
  );
}

type Following = { event: React.MouseEvent; to: string | undefined; navigate: (to: string) => void };

// Buttons and links in a row do what they say, and text may be marked.
function follow({ event, to, navigate }: Following): void {
  const at = event.target as HTMLElement;
  if (!to || at.closest('a, button, input, label') || window.getSelection()?.toString()) return;
  navigate(to);
}

function Linked({ to, children }: { to: string | undefined; children: ReactNode }) {
  return to ? <RowLink to={to}>{children}</RowLink> : children;
}

function Cards<Row>({ label, columns, rows, idOf, to }: Props<Row>) {
  const [first, ...rest] = columns.filter(({ wide }) => !wide);
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={label}>
      {rows.map((row) => (
        <Box
          key={idOf(row)}
          tag="li"
          background="neutral0"
          hasRadius
          shadow="tableShadow"
          padding={4}
          borderColor="neutral150"
        >
          <Flex direction="column" alignItems="stretch" gap={2}>
            {first && <Linked to={to?.(row)}>{first.cell(row)}</Linked>}
            {rest.map((column) => (
              <CardLine key={column.name} label={column.label}>
                {column.cell(row)}
              </CardLine>
            ))}
          </Flex>
        </Box>
      ))}
    </Flex>
  );
}

function CardLine({ label, children }: { label: string; children: ReactNode }) {
  if (children === null) return null;
  return (
    <Flex justifyContent="space-between" gap={4} alignItems="baseline">
      <Typography variant="pi" textColor="neutral600">
        {label}
      </Typography>
      <Box textAlign="right" minWidth={0}>
        {children}
      </Box>
    </Flex>
  );
}
