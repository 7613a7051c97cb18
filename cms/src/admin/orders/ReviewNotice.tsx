import { Alert, Button } from '@strapi/design-system';
import { useDeed } from '../desk/use-deed.ts';
import { useMay } from '../desk/use-may.ts';
import { useWords } from '../words/use-words.ts';
import type { Order } from './order.ts';

/** Says that people have to look at the order; whoever has done so takes the mark off. */
export function ReviewNotice({ order, load }: { order: Order; load: () => void }) {
  const { say } = useWords();
  const may = useMay();
  const { busy, run } = useDeed();
  const looked = async () => {
    const done = () => say('orders.reviewedDone');
    if (await run({ path: `/api/admin/orders/${order.id}/reviewed`, done })) load();
  };
  const action = may('orders', 'act') && (
    <Button variant="secondary" loading={busy} onClick={looked}>
      {say('orders.reviewed')}
    </Button>
  );
  return (
    <Alert
      variant="warning"
      title={say('orders.needsReview')}
      closeLabel={say('desk.close')}
      action={action || undefined}
    >
      {say('orders.needsReviewLead')}
    </Alert>
  );
}
