import { useState } from 'react';
import {
  Box,
  Button,
  DatePicker,
  Field,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TimePicker,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Ask } from '../desk/Ask.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { ReasonField } from '../desk/Words.tsx';
import { useWords } from '../words/use-words.ts';
import { CauseField } from './Cause.tsx';
import { asItIs, causes, changedFields, type Changes, isHalf, isWhole, languages } from './departure.ts';
import type { DepartureDialog, OfDeparture } from './departure-dialog.ts';

/** Another time, berth or delay, with the letter that tells of it. */
export function ChangeDeparture({ departure, load, open, setOpen }: DepartureDialog) {
  const { say } = useWords();
  const form = useForm(departure);
  const { busy, run } = useDeed<{ told: number }>();
  const { cause, reason, fields } = form;
  const confirm = async () => {
    form.setTried(true);
    if (!reason.trim() || isHalf(form.changes.notice)) return;
    const path = `/api/admin/events/${departure.event.id}/change`;
    const done = ({ told }: { told: number }) => say('sailing.changed', { told });
    if (!(await run({ path, body: { ...fields, cause, reason }, done }))) return;
    setOpen(false);
    load();
  };
  const disabled = Object.keys(fields).length === 0 && !isHalf(form.changes.notice);
  const words = { title: say('sailing.changeTitle'), verb: say('sailing.change') };
  return (
    <Ask {...{ ...words, open, setOpen, busy, confirm, disabled }}>
      <Lead departure={departure} />
      <Start form={form} />
      <Where form={form} departure={departure} />
      <CauseField value={cause} setValue={form.setCause} />
      <NoticeFields form={form} />
      <ReasonField
        name="reason"
        label={say('sailing.reason')}
        hint={say('sailing.reasonHint')}
        value={reason}
        setValue={form.setReason}
        missing={form.tried}
      />
    </Ask>
  );
}

function useForm(departure: OfDeparture['departure']) {
  const [changes, setChanges] = useState<Changes>(() => asItIs(departure));
  const [cause, setCause] = useState<string>(causes[1]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const put = (some: Partial<Changes>) => setChanges((before) => ({ ...before, ...some }));
  const fields = changedFields(departure, changes);
  return { changes, put, cause, setCause, reason, setReason, tried, setTried, fields };
}

type OfForm = { form: ReturnType<typeof useForm> };

function Lead({ departure }: Pick<OfDeparture, 'departure'>) {
  const { say } = useWords();
  const { totals, delayTolerance: minutes } = departure;
  const orders = say('sailing.orders', { count: totals.orders - totals.unpaid });
  return <Typography>{say('sailing.changeLead', { orders, minutes })}</Typography>;
}

function Start({ form }: OfForm) {
  const { say, tag } = useWords();
  const { start } = form.changes;
  const label = say('sailing.newStart');
  const put = (some: Partial<typeof start>) => form.put({ start: { ...start, ...some } });
  return (
    <Field.Root name="startAt">
      <Field.Label>{label}</Field.Label>
      <Flex gap={1} wrap="wrap">
        <Box flex="1 1 15rem">
          <DatePicker
            aria-label={say('time.date', { label })}
            locale={tag}
            value={new Date(`${start.date}T00:00:00Z`)}
            onChange={(date) => date && put({ date: date.toISOString().slice(0, 10) })}
          />
        </Box>
        <Box flex="1 1 11rem">
          <TimePicker
            aria-label={say('time.hours', { label })}
            step={5}
            value={start.time}
            onChange={(time) => time && put({ time: time.slice(0, 5) })}
          />
        </Box>
      </Flex>
    </Field.Root>
  );
}

function Where({ form, departure }: OfForm & Pick<OfDeparture, 'departure'>) {
  const { say } = useWords();
  const { berth, delay } = form.changes;
  return (
    <>
      <Field.Root name="berth">
        <Field.Label>{say('sailing.berth')}</Field.Label>
        <SingleSelect value={berth} onChange={(id: string | number) => form.put({ berth: String(id) })}>
          {departure.berths.map(({ id, name }) => (
            <SingleSelectOption key={id} value={id}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="delayMinutes" hint={say('sailing.delayHint')}>
        <Field.Label>{say('sailing.delay')}</Field.Label>
        <NumberInput
          value={delay}
          step={5}
          onValueChange={(minutes: number | undefined) => form.put({ delay: Math.max(0, minutes ?? 0) })}
        />
        <Field.Hint />
      </Field.Root>
    </>
  );
}

function NoticeFields({ form }: OfForm) {
  const { say } = useWords();
  const { notice } = form.changes;
  const [isOpen, setIsOpen] = useState(isWhole(notice));
  const isMissing = form.tried && isHalf(notice);
  if (!isOpen)
    return (
      <Box>
        <Button variant="tertiary" type="button" startIcon={<Plus />} onClick={() => setIsOpen(true)}>
          {say('sailing.noticeAsk')}
        </Button>
      </Box>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="pi" textColor={isMissing ? 'danger600' : 'neutral600'}>
        {say('sailing.noticeHint')}
      </Typography>
      {languages.map((language) => (
        <Field.Root key={language} name={`notice.${language}`}>
          <Field.Label>{say('sailing.notice', { language: say(`language.${language}`) })}</Field.Label>
          <Textarea
            rows={2}
            maxLength={500}
            value={notice[language]}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
              form.put({ notice: { ...notice, [language]: event.target.value } })
            }
          />
        </Field.Root>
      ))}
    </Flex>
  );
}
