import { useState } from 'react';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useWords } from '../words/use-words.ts';
import type { Change } from './access-matrix.ts';

type Props = { changes: Change[]; saving: boolean; disabled: boolean; save: () => Promise<void> };

/** The save button; it asks first, with the list of what changes. */
export function ConfirmSave({ changes, saving, disabled, save }: Props) {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  const confirm = async () => {
    setAsking(false);
    await save();
  };
  return (
    <Dialog.Root open={asking} onOpenChange={setAsking}>
      <Dialog.Trigger>
        <Button startIcon={<Check />} loading={saving} disabled={disabled || changes.length === 0}>
          {say('access.save')}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{say('access.confirm')}</Dialog.Header>
        <Dialog.Body>
          <ChangeList changes={changes} />
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {say('access.cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button fullWidth onClick={confirm}>
              {say('access.save')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}

function ChangeList({ changes }: { changes: Change[] }) {
  const { say, locale } = useWords();
  const roles = [...new Set(changes.map(({ role }) => role))];
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Typography>{say('access.confirmLead')}</Typography>
      {roles.map((role) => (
        <Flex key={role.id} direction="column" alignItems="flex-start" gap={1}>
          <Typography fontWeight="bold">{role.name}</Typography>
          {changes
            .filter((change) => change.role === role)
            .map(({ section, before, after }) => (
              <Typography key={section.name}>
                {say('access.change', {
                  section: section.title[locale],
                  before: say(`access.level.${before}`),
                  after: say(`access.level.${after}`),
                })}
              </Typography>
            ))}
        </Flex>
      ))}
    </Flex>
  );
}
