import { useRef, type ChangeEvent } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, VisuallyHidden } from '@strapi/design-system';
import { Download, Upload } from '@strapi/icons';
import { useWords } from '../../words/use-words.ts';
import { planText, readPlanValue } from './plan.ts';

type Props = { name: string; value: unknown; disabled?: boolean; onPlan: (value: unknown) => void };

/** The plan as a file: out for a drawing program, back in. */
export function PlanFiles({ name, value, disabled, onPlan }: Props) {
  const { say } = useWords();
  const { picker, take } = usePlanFile(onPlan);
  return (
    <Flex gap={2}>
      {Boolean(value) && (
        <Button
          type="button"
          size="S"
          variant="tertiary"
          startIcon={<Download />}
          onClick={() => savePlan(name, value)}
        >
          {say('seating.download')}
        </Button>
      )}
      <Button
        type="button"
        size="S"
        variant="tertiary"
        startIcon={<Upload />}
        disabled={disabled}
        onClick={() => picker.current?.click()}
      >
        {say('seating.upload')}
      </Button>
      <VisuallyHidden>
        <input
          ref={picker}
          type="file"
          accept="application/json,.json"
          tabIndex={-1}
          aria-label={say('seating.upload')}
          onChange={take}
        />
      </VisuallyHidden>
    </Flex>
  );
}

function usePlanFile(onPlan: (value: unknown) => void) {
  const { say } = useWords();
  const { toggleNotification } = useNotification();
  const picker = useRef<HTMLInputElement>(null);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    const plan = file ? readPlanValue(await file.text()) : undefined;
    if (plan === undefined) return;
    if (plan === null) return toggleNotification({ type: 'danger', message: say('seating.badFile') });
    onPlan(plan);
  };
  return { picker, take };
}

function savePlan(name: string, value: unknown): void {
  const url = URL.createObjectURL(new Blob([planText(value)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${name}.json` });
  link.click();
  URL.revokeObjectURL(url);
}
