import type { StrapiApp } from '@strapi/strapi/admin';
import { panelWords, type PanelWord } from '../words/panel-words.ts';

const label = (id: PanelWord) => ({ id: `panel.${id}`, defaultMessage: panelWords[id].en });

const permissions = ['view', 'act'].map((verb) => ({
  action: `api::sections.settings.${verb}`,
  subject: null,
}));

/** Sections of the settings for what concerns the staff, and for what the system could not do. */
export function registerAccess(app: StrapiApp): void {
  const access = {
    id: 'managers-access',
    to: 'managers-access',
    intlLabel: label('access.title'),
    permissions,
    Component: () => import('./AccessPage.tsx'),
  };
  const audit = {
    id: 'audit-trail',
    to: 'audit-trail',
    intlLabel: label('audit.title'),
    permissions,
    Component: () => import('../oversight/AuditPage.tsx'),
  };
  const jobs = {
    id: 'failed-jobs',
    to: 'failed-jobs',
    intlLabel: label('jobs.title'),
    permissions,
    Component: () => import('../oversight/JobsPage.tsx'),
  };
  app.addSettingsLink({ id: 'staff', intlLabel: label('settings.staff') }, [access, audit] as never);
  app.addSettingsLink({ id: 'work', intlLabel: label('settings.work') }, [jobs] as never);
}
