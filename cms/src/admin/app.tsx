import type { StrapiApp } from '@strapi/strapi/admin';
import { registerAccess } from './access/register-access.ts';
import mark from './brand/mark.svg';
import { tightenTables } from './brand/density.ts';
import { brandTitle } from './brand/document-title.ts';
import { quieten } from './brand/quiet.ts';
import { theme } from './brand/theme.ts';
import { OpenDeparture } from './departures/open-departure.tsx';
import { registerDesk } from './desk/register-desk.ts';
import { registerFields } from './fields/register-fields.ts';
import { registerWidgets } from './home/register-widgets.ts';
import { labelMiddleware } from './labels/label-middleware.ts';
import { registerLists } from './lists/register-lists.ts';
import { CreateDepartures } from './schedule/create-departures.tsx';
import { rememberFirstLanguage } from './words/language.ts';
import { translations } from './words/messages.ts';

export default {
  config: {
    locales: ['ru', 'zh-Hans'],
    auth: { logo: mark },
    menu: { logo: mark },
    theme,
    notifications: { releases: false },
    tutorials: false,
    translations,
  },

  register(app: StrapiApp) {
    rememberFirstLanguage();
    brandTitle();
    tightenTables();
    quieten(app);
    registerFields(app);
    registerWidgets(app);
    registerDesk(app);
    app.addMiddlewares([labelMiddleware as never]);
  },

  bootstrap(app: StrapiApp) {
    registerLists(app);
    contentManager(app).addDocumentAction([CreateDepartures, OpenDeparture]);
    registerAccess(app);
  },
};

type ContentManager = { addDocumentAction: (actions: unknown[]) => void };

const contentManager = (app: StrapiApp) => app.getPlugin('content-manager').apis as unknown as ContentManager;
