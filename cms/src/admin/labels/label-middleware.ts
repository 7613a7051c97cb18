import { adminApi } from '@strapi/strapi/admin';
import { currentLocale } from '../words/language.ts';
import { relabelConfiguration, type TypeConfiguration } from './relabel.ts';

type Action = { type: string; payload?: unknown; meta?: { arg?: { endpointName?: string } } };
type Store = { dispatch: (action: unknown) => unknown };

const answered = 'adminApi/executeQuery/fulfilled';
const languageChosen = 'admin/setLocale';

/** Redux middleware: what the Content Manager learns about a type arrives in the language of the panel. */
export const labelMiddleware =
  () => (store: Store) => (next: (action: Action) => unknown) => (action: Action) => {
    const result = next(isConfiguration(action) ? relabelled(action) : action);
    if (action.type === languageChosen) forgetConfigurations(store);
    return result;
  };

const isConfiguration = (action: Action): boolean =>
  action.type === answered && action.meta?.arg?.endpointName === 'getContentTypeConfiguration';

const relabelled = (action: Action): Action => ({
  ...action,
  payload: relabelConfiguration(action.payload as TypeConfiguration, currentLocale()),
});

function forgetConfigurations({ dispatch }: Store): void {
  const api = adminApi.enhanceEndpoints({ addTagTypes: ['ContentTypesConfiguration'] });
  dispatch(api.util.invalidateTags(['ContentTypesConfiguration']));
}
