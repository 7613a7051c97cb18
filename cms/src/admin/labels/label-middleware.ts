import { adminApi } from '@strapi/strapi/admin';
import { currentLocale, type Locale } from '../words/language.ts';
import { nameRecord, relabelConfiguration, renamePermissions, renameTypes } from './relabel.ts';

type Action = { type: string; payload?: unknown; meta?: { arg?: { endpointName?: string } } };
type Store = { dispatch: (action: unknown) => unknown };
type Change = (payload: never, locale: Locale) => unknown;

const answered = 'adminApi/executeQuery/fulfilled';
const languageChosen = 'admin/setLocale';
const named = ['ContentTypesConfiguration', 'InitialData'];

/** Answers of Strapi that carry names of types and attributes, by the endpoint that gave them. */
const changes: Record<string, Change> = {
  getContentTypeConfiguration: relabelConfiguration as Change,
  getInitialData: renameTypes as Change,
  getDocument: nameRecord as Change,
  getRolePermissionLayout: renamePermissions as Change,
};

/** Redux middleware: what the panel learns about types arrives in the language of the panel. */
export const labelMiddleware =
  () => (store: Store) => (next: (action: Action) => unknown) => (action: Action) => {
    const result = next(inOurWords(action));
    if (action.type === languageChosen) forgetNames(store);
    return result;
  };

function inOurWords(action: Action): Action {
  const change = action.type === answered ? changes[action.meta?.arg?.endpointName ?? ''] : undefined;
  return change ? { ...action, payload: change(action.payload as never, currentLocale()) } : action;
}

function forgetNames({ dispatch }: Store): void {
  const api = adminApi.enhanceEndpoints({ addTagTypes: named });
  dispatch(api.util.invalidateTags(named as never));
}
