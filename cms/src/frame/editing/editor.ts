import type { Core } from '@strapi/strapi';
import { isLocale, localeOf, type Locale } from '@gangway/kit';

/** Who edits: a signed-in member of the staff, or the system when no request is being answered. */
export type Editor = { actor: { kind: 'staff' | 'system'; id?: string }; locale: Locale; traceId?: string };

type RequestState = {
  user?: { documentId: string; preferedLanguage?: string | null };
  auth?: { strategy?: { name?: string } };
  person?: { staffId?: string };
  requestId?: string;
};

const fallback: Locale = 'ru';

/** The editor of the request being answered; their panel language decides the language of refusals. */
export function currentEditor(strapi: Core.Strapi): Editor {
  const state: RequestState | undefined = strapi.requestContext.get()?.state;
  const user = state?.auth?.strategy?.name === 'admin' ? state.user : undefined;
  const id = user?.documentId ?? state?.person?.staffId;
  return {
    actor: id === undefined ? { kind: 'system' } : { kind: 'staff', id },
    locale: panelLocale(user?.preferedLanguage),
    ...(state?.requestId ? { traceId: state.requestId } : {}),
  };
}

function panelLocale(language: string | null | undefined): Locale {
  if (!language) return fallback;
  return localeOf(language) ?? (isLocale(language) ? language : fallback);
}
