import type { Localized } from './locale.ts';

export type ErrorDetails = Record<string, unknown>;

/** One row of a room's catalogue: `message` for the person, `hint` for the operator. */
export type ErrorSpec = { status: number; message: Localized; hint: string };

/** Told apart by `gangway: true`, never by instanceof: packages and realms may each have their own Error. */
export type AppError = Error & {
  readonly gangway: true;
  readonly code: string;
  readonly status: number;
  readonly messages: Localized;
  readonly hint: string;
  readonly details: ErrorDetails | undefined;
};

export type ErrorCatalogue<Code extends string = string> = Record<Code, (details?: ErrorDetails) => AppError>;

/** Makes a catalogue of errors: `throw errors.SOLD_OUT({ eventId })`. */
export function defineErrors<const Specs extends Record<string, ErrorSpec>>(
  specs: Specs,
): ErrorCatalogue<Extract<keyof Specs, string>> {
  const entries = Object.entries(specs).map(([code, spec]) => [
    code,
    (details?: ErrorDetails) => appError({ code, spec, details }),
  ]);
  return Object.freeze(Object.fromEntries(entries));
}

export function isAppError(value: unknown): value is AppError {
  return typeof value === 'object' && value !== null && 'gangway' in value && value.gangway === true;
}

type Occurrence = { code: string; spec: ErrorSpec; details: ErrorDetails | undefined };

function appError({ code, spec, details }: Occurrence): AppError {
  const { status, message: messages, hint } = spec;
  const error = new Error(messages.en);
  error.name = code;
  return Object.assign(error, { gangway: true as const, code, status, messages, hint, details });
}
