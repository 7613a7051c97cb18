import { useMemo, useState } from 'react';
import { Accordion, Box, Field, Flex, JSONInput, Typography } from '@strapi/design-system';
import { useWords } from '../../words/use-words.ts';
import type { CustomInputProps } from '../custom-input.ts';
import { planText, readPlan, readPlanValue } from './plan.ts';
import { PlanFiles } from './PlanFiles.tsx';
import { PlanView } from './PlanView.tsx';

/** A seating plan as its picture; the text it is drawn from lies folded underneath. */
export default function SeatingGeometryInput(props: CustomInputProps<unknown>) {
  const { name, label, hint, required, disabled, error, onChange } = props;
  const { locale } = useWords();
  const value = useMemo(() => readPlanValue(props.value), [props.value]);
  const plan = useMemo(() => readPlan(value, locale), [value, locale]);
  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Flex justifyContent="space-between" alignItems="center" gap={2} wrap="wrap" tag="div">
        <Field.Label>{label}</Field.Label>
        <PlanFiles {...{ name, value, disabled }} onPlan={(next) => onChange(name, next)} />
      </Flex>
      <PlanView plan={plan} value={value} />
      <PlanText {...{ value, disabled }} onPlan={(next) => onChange(name, next)} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

type PlanTextProps = { value: unknown; disabled?: boolean; onPlan: (value: unknown) => void };

function PlanText({ value, disabled, onPlan }: PlanTextProps) {
  const { say } = useWords();
  const { text, broken, type } = usePlanText({ value, onPlan });
  return (
    <Accordion.Root size="S">
      <Accordion.Item value="text">
        <Accordion.Header>
          <Accordion.Trigger description={say('seating.textHint')}>{say('seating.text')}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Box padding={2}>
            <JSONInput value={text} disabled={disabled} minHeight="24rem" maxHeight="48rem" onChange={type} />
            {broken && (
              <Typography variant="pi" textColor="danger600" tag="p" role="alert">
                {say('seating.badText')}
              </Typography>
            )}
          </Box>
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
}

// Text under work is often no JSON for a moment: the form keeps the last plan that could be read.
function usePlanText({ value, onPlan }: Omit<PlanTextProps, 'disabled'>) {
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? value : readPlanValue(draft);
  const type = (next: string) => {
    const read = readPlanValue(next);
    setDraft(read === null ? next : null);
    if (read !== null) onPlan(read);
  };
  return { text: draft ?? planText(value), broken: draft !== null && parsed === null, type };
}
