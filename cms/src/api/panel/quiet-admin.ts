import type { Core } from '@strapi/strapi';

interface Answer {
  body: unknown;
}

type Controller = Record<string, unknown>;

/**
 * Features of Strapi's panel that this installation does not have. The panel asks for them on every page and takes
 * the 404 for an error in the console; we answer that there is nothing.
 */
export function quietAdmin(strapi: Core.Strapi): void {
  const controllers = strapi.get('controllers');
  const nothing = answerWith({ data: null });
  controllers.extend('admin::ai', (controller: Controller) => ({
    ...controller,
    getAiFeatureConfig: answerWith({
      data: { isAiI18nConfigured: false, isAiMediaLibraryConfigured: false },
    }),
  }));
  controllers.extend('plugin::i18n.ai-localization-jobs', (controller: Controller) => ({
    ...controller,
    getJobForSingleType: nothing,
    getJobForCollectionType: nothing,
  }));
}

const answerWith = (body: unknown) => (ctx: Answer) => {
  ctx.body = body;
};

/** Accounts of the website are customers, not content: the Content Manager does not list them. */
export function hideAccounts(strapi: Core.Strapi): void {
  const accounts = strapi.contentType('plugin::users-permissions.user');
  Object.assign(accounts, {
    pluginOptions: { ...accounts.pluginOptions, 'content-manager': { visible: false } },
  });
}
