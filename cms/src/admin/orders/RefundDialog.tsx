import { useEffect, useRef, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { Box, Checkbox, Field, Flex, NumberInput, Radio, Typography } from '@strapi/design-system';
import { Ask } from '../desk/Ask.tsx';
import { Soft, useTexts, type Money } from '../desk/Texts.tsx';
import { spoken } from '../desk/spoken.ts';
import { failureOf } from '../desk/use-answer.ts';
import { useDeed } from '../desk/use-deed.ts';
import { ReasonField } from '../desk/Words.tsx';
import { useWords } from '../words/use-words.ts';
import type { Order } from './order.ts';
import type { OrderDialog } from './order-dialog.ts';
import { askedLines, linesLeft, withTable, type Choice, type LineLeft } from './refund-choice.ts';

type Quote = { amount: Money; tickets: number; reasonCode: string | null };
type Quoted =
  | { state: 'none' }
  | { state: 'counting' }
  | { state: 'failed'; message: string }
  | { state: 'ready'; quote: Quote };

/** Gives money back: all of it or some lines, by the rules or past them. What comes back is counted before the click. */
export function RefundDialog({ order, load, open, setOpen }: OrderDialog) {
  const { say } = useWords();
  const { money } = useTexts();
  const form = useForm(order);
  const { busy, run } = useDeed<{ status: string; amount: Money }>();
  const { quoted, lines, override, reason } = form;
  const quote = quoted.state === 'ready' ? quoted.quote : undefined;
  const refused = quote?.reasonCode !== undefined && quote.reasonCode !== null;
  const confirm = async () => {
    form.setTried(true);
    if (!quote || !reason.trim()) return;
    const body = { reason, override: refused && override, ...(lines ? { lines } : {}) };
    const done = ({ status, amount }: { status: string; amount: Money }) =>
      say(status === 'succeeded' ? 'orders.refundDone' : 'orders.refundBegun', { amount: money(amount) });
    if (!(await run({ path: `/api/admin/orders/${order.id}/refund`, body, done }))) return;
    setOpen(false);
    load();
  };
  const title = say('orders.refundTitle', { number: order.number });
  const verb = quote ? say('orders.refundDo', { amount: money(quote.amount) }) : say('orders.refund');
  return (
    <Ask
      {...{ title, open, setOpen, busy, confirm, verb }}
      danger
      disabled={!quote || (refused && !override)}
    >
      <Chooser form={form} order={order} />
      <QuoteText quoted={quoted} />
      {refused && <Override form={form} />}
      <ReasonField
        name="reason"
        label={say('desk.reason')}
        hint={say('desk.reasonHint')}
        value={reason}
        setValue={form.setReason}
        missing={form.tried}
      />
    </Ask>
  );
}

function useForm(order: Order) {
  const [some, setSome] = useState(false);
  const [choice, setChoice] = useState<Choice>({});
  const [override, setOverride] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const lines = some ? askedLines(choice) : undefined;
  const quoted = useQuote(order.id, lines);
  return {
    ...{ some, setSome, choice, setChoice, override, setOverride, reason, setReason, tried, setTried },
    ...{ lines, quoted },
  };
}

type Form = ReturnType<typeof useForm>;

/** The server counts, by the rules that will decide. */
function useQuote(orderId: string, lines: { lineId: string; quantity: number }[] | undefined): Quoted {
  const { post } = useFetchClient();
  const { locale } = useWords();
  const [quoted, setQuoted] = useState<Quoted>({ state: 'counting' });
  const asked = useRef(0);
  const wanted = lines === undefined ? '{}' : JSON.stringify({ lines });
  useEffect(() => {
    asked.current += 1;
    const own = asked.current;
    const show = (next: Quoted) => own === asked.current && setQuoted(next);
    if (wanted === '{"lines":[]}') return void show({ state: 'none' });
    show({ state: 'counting' });
    const path = spoken(`/api/admin/orders/${orderId}/refund-quote`, locale);
    post<{ data: Quote }>(path, JSON.parse(wanted)).then(
      ({ data }) => show({ state: 'ready', quote: data.data }),
      (error: unknown) => show({ state: 'failed', message: failureOf(error).message }),
    );
  }, [post, orderId, wanted, locale]);
  return quoted;
}

function Chooser({ form, order }: { form: Form; order: Order }) {
  const { say } = useWords();
  const left = linesLeft(order);
  return (
    <Field.Root name="what">
      <Field.Label>{say('orders.refundWhat')}</Field.Label>
      <Radio.Group
        value={form.some ? 'some' : 'all'}
        onValueChange={(value) => form.setSome(value === 'some')}
        aria-label={say('orders.refundWhat')}
      >
        <Radio.Item value="all">{say('orders.refundAll')}</Radio.Item>
        <Radio.Item value="some">{say('orders.refundSome')}</Radio.Item>
      </Radio.Group>
      {form.some && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2} paddingLeft={4}>
          {left.map((one) => (
            <LineChoice key={one.line.id} {...one} form={form} />
          ))}
        </Flex>
      )}
    </Field.Root>
  );
}

function LineChoice({ line, quantity, goesWith, form }: LineLeft & { form: Form }) {
  const { say } = useWords();
  const { money } = useTexts();
  const chosen = form.choice[line.id] ?? 0;
  const seat = line.seatCode && say('orders.seat', { seat: line.seatCode });
  const name = [line.name, seat, line.passenger?.fullName].filter(Boolean).join(' · ');
  const lineIds = [line.id, ...goesWith];
  const set = (next: number) => form.setChoice(withTable(form.choice, { lineIds, quantity: next }));
  return (
    <Flex tag="li" justifyContent="space-between" gap={4} wrap="wrap">
      <Checkbox checked={chosen > 0} onCheckedChange={(checked) => set(checked === true ? quantity : 0)}>
        {say('orders.refundLine', { name, amount: money(line.amount) })}
      </Checkbox>
      {quantity > 1 && chosen > 0 && (
        <Box width="10rem">
          <NumberInput
            aria-label={say('orders.refundHowMany', { name })}
            value={chosen}
            step={1}
            onValueChange={(value) => set(Math.min(quantity, Math.max(1, Math.trunc(value ?? 1))))}
          />
        </Box>
      )}
    </Flex>
  );
}

function QuoteText({ quoted }: { quoted: Quoted }) {
  const { say } = useWords();
  const { money, code } = useTexts();
  if (quoted.state === 'none') return <Soft>{say('orders.refundChoose')}</Soft>;
  if (quoted.state === 'counting') return <Soft>{say('orders.refundCounting')}</Soft>;
  if (quoted.state === 'failed') return <Typography textColor="danger600">{quoted.message}</Typography>;
  const { amount, tickets, reasonCode } = quoted.quote;
  const reason = code('orders.rule', reasonCode) ?? '—';
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} role="status">
      <Typography fontWeight="bold">
        {say('orders.refundComes', { amount: money(amount), tickets })}
      </Typography>
      <Typography textColor={reasonCode ? 'warning700' : 'success600'}>
        {reasonCode ? say('orders.refundRuleRefuses', { reason }) : say('orders.refundRuleAllows')}
      </Typography>
    </Flex>
  );
}

function Override({ form }: { form: Form }) {
  const { say } = useWords();
  return (
    <Box>
      <Checkbox checked={form.override} onCheckedChange={(checked) => form.setOverride(checked === true)}>
        {say('orders.override')}
      </Checkbox>
      <Soft>{say('orders.overrideHint')}</Soft>
    </Box>
  );
}
