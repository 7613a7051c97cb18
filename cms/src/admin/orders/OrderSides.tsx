import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { messageColours, ticketColours } from '../desk/colours.ts';
import { Fact, Facts, Panel } from '../desk/Panel.tsx';
import { spoken } from '../desk/spoken.ts';
import { Soft, StateWord, useTexts } from '../desk/Texts.tsx';
import { useWords } from '../words/use-words.ts';
import { sentenceOf } from './history-sentence.ts';
import type { Happened, Letter, Order, Ticket } from './order.ts';
import { methodName } from '../payments/payment-texts.ts';

export function BuyerPanel({ order }: { order: Order }) {
  const { say } = useWords();
  const { code } = useTexts();
  const { buyer, seller, locale } = order;
  return (
    <Panel title={say('orders.buyer')}>
      <Typography tag="p" fontWeight="bold" style={{ overflowWrap: 'anywhere', paddingBottom: '1.6rem' }}>
        {buyer.fullName}
      </Typography>
      <Facts>
        {buyer.email && (
          <Fact name={say('orders.email')}>
            <Typography tag="a" href={`mailto:${buyer.email}`} textColor="primary600">
              {buyer.email}
            </Typography>
          </Fact>
        )}
        {buyer.phone && (
          <Fact name={say('orders.phone')}>
            <Typography tag="a" href={`tel:${buyer.phone}`} textColor="primary600">
              {buyer.phone}
            </Typography>
          </Fact>
        )}
        <Fact name={say('orders.language')}>{code('language', locale) ?? locale}</Fact>
        <Fact name={say('orders.seller')}>{seller.name}</Fact>
      </Facts>
    </Panel>
  );
}

/** Opens a file of the API, which wants the token of the panel, in a tab of its own. */
function useFile() {
  const { get } = useFetchClient();
  const { say, locale } = useWords();
  const { toggleNotification } = useNotification();
  const [opening, setOpening] = useState<string>();
  const open = async (path: string) => {
    const tab = window.open('', '_blank');
    setOpening(path);
    try {
      const { data } = await get<Blob>(spoken(path, locale), { responseType: 'blob' });
      const url = URL.createObjectURL(data);
      if (tab) tab.location.href = url;
      else window.location.href = url;
    } catch {
      tab?.close();
      toggleNotification({ type: 'danger', message: say('desk.notOpened') });
    } finally {
      setOpening(undefined);
    }
  };
  return { opening, open };
}

export function TicketsPanel({ order }: { order: Order }) {
  const { say } = useWords();
  const { opening, open } = useFile();
  const all = `/api/admin/orders/${order.id}/tickets.pdf`;
  const action = order.tickets.length > 0 && (
    <Button variant="secondary" startIcon={<Download />} loading={opening === all} onClick={() => open(all)}>
      {say('orders.ticketsPdf')}
    </Button>
  );
  return (
    <Panel title={say('orders.tickets')} action={action}>
      {order.tickets.length === 0 && <Soft>{say('orders.noTicketsYet')}</Soft>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {order.tickets.map((ticket) => (
          <TicketItem key={ticket.id} {...{ ticket, order, opening, open }} />
        ))}
      </Flex>
    </Panel>
  );
}

type TicketProps = {
  ticket: Ticket;
  order: Order;
  opening: string | undefined;
  open: (path: string) => void;
};

function TicketItem({ ticket, order, opening, open }: TicketProps) {
  const { say } = useWords();
  const line = order.lines.find(({ id }) => id === ticket.lineId);
  const path = `/api/admin/orders/${order.id}/tickets/${ticket.id}.pdf`;
  const seat = ticket.seatCode && say('orders.seat', { seat: ticket.seatCode });
  const serial = String(ticket.serial).padStart(6, '0');
  return (
    <Flex tag="li" justifyContent="space-between" gap={4}>
      <Flex direction="column" alignItems="flex-start" gap={1} minWidth={0}>
        <Typography style={{ overflowWrap: 'anywhere' }}>
          {[line?.name, seat, ticket.holderName].filter(Boolean).join(' · ')}
        </Typography>
        <Flex gap={3} wrap="wrap">
          <StateWord group="orders.ticket" code={ticket.status} colours={ticketColours} />
          <Soft>{say('orders.serial', { serial })}</Soft>
        </Flex>
      </Flex>
      <IconButton
        label={say('orders.ticketPdf', { serial })}
        disabled={opening === path}
        onClick={() => open(path)}
      >
        <Download />
      </IconButton>
    </Flex>
  );
}

export function LettersPanel({ order }: { order: Order }) {
  const { say } = useWords();
  return (
    <Panel title={say('orders.messages')}>
      {order.messages.length === 0 && <Soft>{say('orders.noMessages')}</Soft>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {order.messages.map((letter) => (
          <LetterItem key={letter.id} letter={letter} />
        ))}
      </Flex>
    </Panel>
  );
}

function LetterItem({ letter }: { letter: Letter }) {
  const { say } = useWords();
  const { code, when } = useTexts();
  const { message, status, sentAt, queuedAt, to, attempts, problem } = letter;
  const notes = [
    when(sentAt ?? queuedAt),
    to,
    attempts > 1 && say('messages.tries', { count: attempts }),
    status === 'failed' && problem,
  ];
  return (
    <li>
      <Flex gap={3} wrap="wrap">
        <Typography fontWeight="semiBold">
          {code('messages.name', message) ?? say('messages.name.other')}
        </Typography>
        <StateWord group="messages.state" code={status} colours={messageColours} />
      </Flex>
      <Soft>{notes.filter(Boolean).join(' · ')}</Soft>
    </li>
  );
}

/** What happened, the latest first. */
export function HistoryPanel({ order }: { order: Order }) {
  const { say } = useWords();
  return (
    <Panel title={say('orders.history')}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
        {order.history.toReversed().map((entry, index) => (
          <HistoryItem key={order.history.length - index} {...{ entry, currency: order.total.currency }} />
        ))}
      </Flex>
    </Panel>
  );
}

function HistoryItem({ entry, currency }: { entry: Happened; currency: string }) {
  const { say } = useWords();
  const { when, money } = useTexts();
  const { id, amount, reason, method, moved } = sentenceOf(entry, currency);
  const sentence = say(id, {
    amount: amount ? money(amount) : '',
    reason: reason ? say(reason) : '—',
    method: method ? methodName(say, method) : '—',
  });
  return (
    <li>
      <Typography tag="p">{sentence}</Typography>
      {moved && <Typography tag="p">{say('orders.did.moved', { moved })}</Typography>}
      <Soft>{[when(entry.at), whoDid(entry, say)].filter(Boolean).join(' · ')}</Soft>
    </li>
  );
}

function whoDid({ actor }: Happened, say: ReturnType<typeof useWords>['say']): string {
  if (actor.kind === 'staff') return actor.name ?? say('desk.colleague');
  return say(actor.kind === 'customer' ? 'desk.buyer' : 'desk.system');
}
