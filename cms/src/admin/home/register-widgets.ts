import type { StrapiApp } from '@strapi/strapi/admin';
import { Calendar, Clock } from '@strapi/icons';
import { panelWords } from '../words/panel-words.ts';

const title = (id: 'home.today' | 'home.week' | 'home.allDepartures') => ({
  id: `panel.${id}`,
  defaultMessage: panelWords[id].en,
});

/** What a manager wants to know first comes before what Strapi has to show. */
export function registerWidgets(app: StrapiApp): void {
  const ours = [
    {
      id: 'today',
      icon: Clock,
      title: title('home.today'),
      link: {
        label: title('home.allDepartures'),
        href: '/content-manager/collection-types/api::catalog.event',
      },
      component: async () => (await import('./TodayWidget.tsx')).default,
    },
    {
      id: 'week',
      icon: Calendar,
      title: title('home.week'),
      component: async () => (await import('./WeekWidget.tsx')).default,
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'api::catalog.event' }],
    },
  ];
  app.widgets.register((widgets) => [...ours, ...widgets] as never);
}
