import type { StrapiApp } from '@strapi/strapi/admin';
import { panelWords, type PanelWord } from '../words/panel-words.ts';

const label = (id: PanelWord) => ({ id: `panel.${id}`, defaultMessage: panelWords[id].en });

const permissions = ['view', 'act'].map((verb) => ({
  action: `api::sections.settings.${verb}`,
  subject: null,
}));

/** A section of the settings for what concerns the staff. */
export function registerAccess(app: StrapiApp): void {
  const access = {
    id: 'managers-access',
    to: 'managers-access',
    intlLabel: label('access.title'),
    permissions,
    Component: () => import('./AccessPage.tsx'),
  };
  app.addSettingsLink({ id: 'staff', intlLabel: label('settings.staff') }, [access] as never);
}
