import { Fragment } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { CalmSwitch } from '../fields/boolean/YesNoInput.tsx';
import { useWords } from '../words/use-words.ts';
import {
  allows,
  levelOf,
  switched,
  type Access,
  type Draft,
  type Level,
  type Role,
  type Section,
  type Verb,
} from './access-matrix.ts';

type Props = {
  access: Access;
  roles: Role[];
  draft: Draft;
  disabled: boolean;
  turn: (role: Role, section: string, level: Level) => void;
};

const verbs: Verb[] = ['view', 'act'];

const Scroll = styled(Box)`
  overflow-x: auto;

  table {
    width: 100%;
    border-collapse: collapse;
  }

  & tr > :is(th, td) {
    padding: 1rem 1.2rem;
    font-weight: inherit;
    text-align: center;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  thead tr:first-child th {
    padding-top: 1.6rem;
    border-top: 0;
  }

  thead tr:last-child th {
    border-top: 0;
  }

  th[data-side] {
    position: sticky;
    left: 0;
    min-width: 15rem;
    padding-right: 2rem;
    text-align: left;
    background: ${({ theme }) => theme.colors.neutral0};
  }

  [data-first] {
    border-left: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** Sections down, roles across, a switch to see and a switch to change where they meet. */
export function AccessTable({ access, roles, ...rest }: Props) {
  return (
    <Scroll background="neutral0" shadow="tableShadow" hasRadius>
      <table>
        <Head roles={roles} />
        <tbody>
          {access.sections.map((section) => (
            <tr key={section.name}>
              <SectionName section={section} />
              {roles.map((role) => (
                <Switches key={role.id} {...{ role, section, ...rest }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Head({ roles }: { roles: Role[] }) {
  const { say } = useWords();
  return (
    <thead>
      <tr>
        <th data-side rowSpan={2} scope="col">
          <Typography variant="sigma" textColor="neutral600">
            {say('access.section')}
          </Typography>
        </th>
        {roles.map((role) => (
          <th key={role.id} data-first colSpan={2} scope="colgroup">
            <Typography variant="delta" tag="p">
              {role.name}
            </Typography>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {say('access.people', { count: role.people })}
            </Typography>
          </th>
        ))}
      </tr>
      <tr>
        {roles.map((role) => (
          <Fragment key={role.id}>
            {verbs.map((verb) => (
              <th key={verb} scope="col" data-first={verb === 'view' ? true : undefined}>
                <Typography variant="sigma" textColor="neutral600">
                  {say(`access.${verb}`)}
                </Typography>
              </th>
            ))}
          </Fragment>
        ))}
      </tr>
    </thead>
  );
}

function SectionName({ section }: { section: Section }) {
  const { locale } = useWords();
  return (
    <th data-side scope="row">
      <Typography fontWeight="semiBold" tag="p" textColor="neutral800">
        {section.title[locale]}
      </Typography>
      <Typography variant="pi" fontWeight="regular" textColor="neutral600" tag="p">
        {section.note[locale]}
      </Typography>
    </th>
  );
}

type CellProps = Omit<Props, 'access' | 'roles'> & { role: Role; section: Section };

function Switches({ role, section, draft, disabled, turn }: CellProps) {
  const { say, locale } = useWords();
  const level = levelOf(role, section.name, draft);
  return verbs.map((verb) => (
    <td key={verb} data-first={verb === 'view' ? true : undefined}>
      <CalmSwitch
        checked={allows(level, verb)}
        disabled={disabled}
        aria-label={say(`access.switch.${verb}`, { role: role.name, section: section.title[locale] })}
        onCheckedChange={(on) => turn(role, section.name, switched(verb, on))}
      />
    </td>
  ));
}
