import { defineSandboxService } from '@gangway/kit';
import type { MountContext, SandboxService } from '@gangway/kit';
import { openYookassa } from './open.ts';
import type { Shop } from './world.ts';

/** YooKassa as a service of the sandbox, with one shop. */
export function yookassaSandbox(shop: Shop): SandboxService {
  const closers: (() => void)[] = [];
  return defineSandboxService({
    id: 'yookassa',
    title: { ru: 'ЮKassa', en: 'YooKassa', zh: 'YooKassa 支付' },
    summary: {
      ru: 'Платёжная страница с тестовыми картами, возвраты, чеки и сбои по заказу.',
      en: 'A payment page with test cards, refunds, receipts, and failures to order.',
      zh: '带测试卡的支付页面、退款、电子收据，以及按需模拟的故障。',
    },
    mount(context: MountContext) {
      const notifyUrl = `${context.cmsUrl}/api/payments/webhooks/yookassa`;
      const { handler, close } = openYookassa({ ...context, shop, notifyUrl });
      closers.push(close);
      return handler;
    },
    close: async () => closers.splice(0).forEach((close) => close()),
  });
}
