import type { Core } from '@strapi/strapi';
import { locales, type Localized } from '@gangway/kit';
import { notificationsOf, type MessageText, type TextFault } from '@gangway/notifications/contract';
import { listedNames, type Problem } from '../../../frame/editing/problem.ts';
import { defineRules, type Row, type Rules } from '../../../frame/editing/rules.ts';
import { messageProblems } from '../problems.ts';

type EditedText = Row & { message: string; subject: Localized | null; body: Localized | null };

/** Texts name only what their message has; a text that people have changed is theirs from then on. */
export function messageTextRules(strapi: Core.Strapi): Rules {
  return defineRules<EditedText>({
    room: 'messages',
    prepare: ({ data, before }) => ({
      ...data,
      ...(before ? { label: before.label, message: before.message } : {}),
      basis: null,
    }),
    values: ({ values }) => textProblems(strapi, values),
    removal: async () => [messageProblems.MESSAGE_STAYS()],
  });
}

function textProblems(strapi: Core.Strapi, { message = '', subject, body }: Partial<EditedText>): Problem[] {
  const texts = Object.fromEntries(
    locales.map((locale): [string, Partial<MessageText>] => [
      locale,
      { subject: subject?.[locale] ?? '', body: body?.[locale] ?? '' },
    ]),
  );
  const faults = notificationsOf(strapi).problemsOf(message, texts);
  return faults ? faults.map(problemOf) : [messageProblems.UNKNOWN_MESSAGE('message')];
}

function problemOf({ kind, part, names }: TextFault): Problem {
  const values = { names: listedNames(names.map((name) => `{{${name}}}`)) };
  if (kind === 'unknown') return messageProblems.UNKNOWN_PLACEHOLDER(part, values);
  if (kind === 'refused') return messageProblems.REFUSED_PLACEHOLDER(part, values);
  return messageProblems.UNCLOSED_PLACEHOLDER(part);
}
