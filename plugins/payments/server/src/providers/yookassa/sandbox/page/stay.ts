import type { Locale } from '@gangway/kit';
import type { Control } from '../control.ts';
import type { Visit } from '../http.ts';
import type { Payment } from '../records.ts';
import type { World } from '../world.ts';
import { sendPage } from './respond.ts';
import { sentencePage } from './result-pages.ts';
import { texts } from './texts.ts';

export type Place = { world: World; control: Control; path: string };

/** Somebody on one of the pages. */
export type Stay = Place & Visit & { locale: Locale; payment?: Payment };

/** The same with a payment that the address names. */
export type Paying = Stay & { payment: Payment };

export const isPaying = (stay: Stay): stay is Paying => stay.payment !== undefined;

export function lost({ response, locale, path }: Stay): void {
  const { notFound: title, notFoundLead: lead } = texts[locale];
  sendPage(response, sentencePage({ locale, path, title, lead }), 404);
}
