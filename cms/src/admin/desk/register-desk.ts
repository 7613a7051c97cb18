import type { StrapiApp } from '@strapi/strapi/admin';
import { PriceTag, Mail, ShoppingCart } from '@strapi/icons';
import { panelWords, type PanelWord } from '../words/panel-words.ts';
import { opening } from './section-rights.ts';

const label = (id: PanelWord) => ({ id: `panel.${id}`, defaultMessage: panelWords[id].en });

/** The pages of those who sell all day; each is in the menu of whoever has its section. */
export function registerDesk(app: StrapiApp): void {
  const pages = [
    {
      ...{ to: 'orders', icon: ShoppingCart, intlLabel: label('orders.title') },
      ...{ permissions: opening('orders'), Component: () => import('../orders/OrdersApp.tsx') },
    },
    {
      ...{ to: 'payments', icon: PriceTag, intlLabel: label('payments.title') },
      ...{ permissions: opening('payments'), Component: () => import('../payments/PaymentsApp.tsx') },
    },
    {
      ...{ to: 'messages', icon: Mail, intlLabel: label('messages.title') },
      ...{ permissions: opening('settings'), Component: () => import('../messages/MessagesApp.tsx') },
    },
  ];
  pages.forEach((page, index) => app.addMenuLink({ ...page, position: 2 + index / 10 } as never));
  // Nobody looks for a departure in the menu: its form leads there.
  app.router.addRoute({
    path: 'departures/*',
    lazy: async () => ({ Component: (await import('../departures/DeparturesApp.tsx')).default }),
  });
}
