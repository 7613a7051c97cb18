import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useMay } from '../desk/use-may.ts';
import { useWords } from '../words/use-words.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { canBePaid, holdsMoney, isUnpaid, type Order } from './order.ts';
import { PayDialog } from './PayDialog.tsx';
import { RefundDialog } from './RefundDialog.tsx';
import { ResendDialog } from './ResendDialog.tsx';

type Doing = 'cancel' | 'refund' | 'resend' | 'pay';

/** What can be done with the order now, by somebody with these sections. */
export function OrderActions({ order, load }: { order: Order; load: () => void }) {
  const { say } = useWords();
  const may = useMay();
  const [doing, setDoing] = useState<Doing>();
  const own = { order, load, open: true, setOpen: () => setDoing(undefined) };
  return (
    <Flex gap={2} wrap="wrap">
      {may('refunds', 'act') && (isUnpaid(order) || holdsMoney(order)) && (
        <Button variant="danger-light" onClick={() => setDoing('cancel')}>
          {say('orders.cancel')}
        </Button>
      )}
      {may('orders', 'act') && holdsMoney(order) && order.buyer.email && (
        <Button variant="tertiary" onClick={() => setDoing('resend')}>
          {say('orders.resend')}
        </Button>
      )}
      {may('refunds', 'act') && holdsMoney(order) && (
        <Button variant="secondary" onClick={() => setDoing('refund')}>
          {say('orders.refund')}
        </Button>
      )}
      {may('payments', 'act') && canBePaid(order) && (
        <Button onClick={() => setDoing('pay')}>{say('orders.pay')}</Button>
      )}
      {doing === 'cancel' && <CancelDialog {...own} />}
      {doing === 'resend' && <ResendDialog {...own} />}
      {doing === 'refund' && <RefundDialog {...own} />}
      {doing === 'pay' && <PayDialog {...own} />}
    </Flex>
  );
}
