import type { ReactNode } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import { useWords } from '../words/use-words.ts';

type Props = {
  title: string;
  open: boolean;
  setOpen: (open: boolean) => void;
  busy: boolean;
  /** What the button does, in a word or two. */
  verb: string;
  danger?: boolean;
  disabled?: boolean;
  confirm: () => void;
  children: ReactNode;
};

/** Asks before something that cannot be undone. Enter in a field of it confirms, Escape leaves. */
export function Ask({ title, open, setOpen, busy, verb, danger, disabled, confirm, children }: Props) {
  const { say } = useWords();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!busy && !disabled) confirm();
  };
  return (
    <Modal.Root open={open} onOpenChange={(next) => !busy && setOpen(next)}>
      <Modal.Content aria-describedby={undefined}>
        <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
          <Modal.Header closeLabel={say('desk.close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              {children}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" type="button" disabled={busy} onClick={() => setOpen(false)}>
              {say('desk.cancel')}
            </Button>
            <Button variant={danger ? 'danger' : 'default'} type="submit" loading={busy} disabled={disabled}>
              {verb}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
