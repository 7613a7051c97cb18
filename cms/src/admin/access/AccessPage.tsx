import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, Button, EmptyStateLayout, Flex, LinkButton, Typography } from '@strapi/design-system';
import { EmptyPermissions } from '@strapi/icons/symbols';
import { useBeforeUnload } from 'react-router-dom';
import { useWords } from '../words/use-words.ts';
import { AccessTable } from './AccessTable.tsx';
import { ConfirmSave } from './ConfirmSave.tsx';
import { allows, type Access } from './access-matrix.ts';
import { useAccess } from './use-access.ts';

/** Settings: which sections each role sees and changes. */
export default function AccessPage() {
  const { say } = useWords();
  return (
    <Page.Main>
      <Page.Title>{say('access.title')}</Page.Title>
      <AccessForm />
    </Page.Main>
  );
}

function AccessForm() {
  const { say } = useWords();
  const { access, load, draft, changes, turn, discard, saving, save } = useAccess();
  useBeforeUnload((event) => changes.length > 0 && event.preventDefault());
  if (access.state === 'loading') return <Page.Loading />;
  if (access.state === 'failed') return <LoadFailed again={load} />;
  const mayChange = allows(access.value.mine.settings ?? 'none', 'act');
  const saveButton = <ConfirmSave {...{ changes, saving, save, disabled: !mayChange }} />;
  return (
    <>
      <Layouts.Header
        title={say('access.title')}
        subtitle={mayChange ? say('access.subtitle') : say('access.readOnly')}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            {changes.length > 0 && (
              <Button variant="tertiary" onClick={discard} disabled={saving}>
                {say('access.discard')}
              </Button>
            )}
            {saveButton}
          </Flex>
        }
      />
      <Layouts.Content>
        <Matrix {...{ access: access.value, draft, turn, disabled: saving || !mayChange }} />
        <Unsaved count={changes.length} />
      </Layouts.Content>
    </>
  );
}

function Unsaved({ count }: { count: number }) {
  const { say } = useWords();
  return (
    <Box paddingTop={4} minHeight="4rem" role="status">
      {count > 0 && (
        <Typography textColor="warning700" fontWeight="semiBold">
          {say('access.unsaved', { count })}
        </Typography>
      )}
    </Box>
  );
}

type MatrixProps = Omit<Parameters<typeof AccessTable>[0], 'roles'> & { access: Access };

function Matrix({ access, ...rest }: MatrixProps) {
  const { say } = useWords();
  const managed = access.roles.filter(({ administrator }) => !administrator);
  if (managed.length === 0) return <NoRoles />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <AccessTable {...rest} access={access} roles={managed} />
      <Typography textColor="neutral600">{say('access.administratorNote')}</Typography>
    </Flex>
  );
}

function NoRoles() {
  const { say } = useWords();
  return (
    <EmptyStateLayout
      icon={<EmptyPermissions width="16rem" />}
      content={say('access.noRoles')}
      action={
        <LinkButton variant="secondary" href="/admin/settings/roles/new">
          {say('access.createRole')}
        </LinkButton>
      }
    />
  );
}

function LoadFailed({ again }: { again: () => void }) {
  const { say } = useWords();
  return (
    <Page.Error
      content={say('access.loadFailed')}
      action={
        <Button variant="secondary" onClick={again}>
          {say('access.again')}
        </Button>
      }
    />
  );
}
