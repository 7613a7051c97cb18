import { errors } from '@strapi/utils';
import createHttpError from 'http-errors';
import type { Locale } from '@gangway/kit';
import type { Problem } from './problem.ts';

/** Strapi's panel shows the message as a notice and each error beside the field that its path names. */
type Details = { code: string; errors: { path: string[]; message: string; name: string }[] };

/**
 * A write that breaks rules: 400, the sentences in the person's language.
 * `error.details.code` is the first problem's, `error.details.errors` has all of them.
 */
export function invalidWrite(problems: readonly Problem[], locale: Locale): Error {
  return new errors.ValidationError(sentence(problems, locale), details(problems, locale));
}

/** Something that must stay because other things need it: 409. */
export function forbiddenMove(problems: readonly Problem[], locale: Locale): Error {
  return createHttpError(409, sentence(problems, locale), { details: details(problems, locale) });
}

function sentence(problems: readonly Problem[], locale: Locale): string {
  return [...new Set(problems.map(({ message }) => message[locale]))].join(' ');
}

function details(problems: readonly Problem[], locale: Locale): Details {
  return {
    code: problems[0]?.code ?? 'INVALID_INPUT',
    errors: problems.map(({ code, path, message }) => ({ path, message: message[locale], name: code })),
  };
}
