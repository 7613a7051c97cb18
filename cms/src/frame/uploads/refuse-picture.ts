import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Locale } from '@gangway/kit';
import { currentEditor } from '../editing/editor.ts';
import type { Problem } from '../editing/problem.ts';
import { invalidWrite } from '../editing/refusal.ts';
import { pictureProblems } from './picture-problems.ts';
import { largestPicture } from './picture-types.ts';

/** 400 with one sentence in the language of the person's panel. */
export function refusedPicture(strapi: Core.Strapi, problem: Problem): Error {
  return invalidWrite([problem], currentEditor(strapi).locale);
}

/** 413; the body ends before anybody knows who sends it, so the language is the browser's. */
export function tooBig(locale: Locale): Error {
  const { code, message } = pictureProblems.PICTURE_TOO_BIG(undefined, {
    megabytes: largestPicture / 1024 ** 2,
  });
  return new errors.PayloadTooLargeError(message[locale], { code });
}
