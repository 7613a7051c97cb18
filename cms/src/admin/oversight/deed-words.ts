import { codeWord } from '../desk/code-word.ts';
import { fieldWords, typeWords } from '../words/type-words.ts';
import type { Locale } from '../words/language.ts';
import type { Say } from '../words/use-words.ts';
import type { TypeWords } from '../words/word.ts';

type Words = { say: Say; locale: Locale };

/** `catalog.price.updated` as people say it: «Цена: изменено». */
export function deedText(action: string, { say, locale }: Words): string {
  const known = codeWord('audit.do', action);
  if (known) return say(known);
  const [room = '', ...rest] = action.split('.');
  const verb = say(codeWord('audit.verb', rest.at(-1)) ?? 'audit.verb.other');
  const type = typeOf(room, rest.slice(0, -1).join('.'));
  return `${type ? type.name[locale] : roomText(room, say)}: ${verb}`;
}

export const roomText = (room: string, say: Say): string =>
  say(codeWord('audit.room', room) ?? 'audit.room.other');

/** What it was done to: its number where it has one, else what it is. */
export function subjectText(
  { action, subject }: { action: string; subject: { kind: string; name: string | null } },
  { say, locale }: Words,
): string {
  const id = codeWord('audit.subjectKind', subject.kind);
  const type = typeOf(action.split('.')[0] ?? '', subject.kind);
  const kind = id ? say(id) : type?.name[locale];
  return [kind, subject.name].filter(Boolean).join(' ') || '—';
}

type Recorded = { action: string; subject: { kind: string; id: string } };

/** Where the record of an edit is open to be looked at; deleted ones are nowhere. */
export function recordPath({ action, subject }: Recorded): string | undefined {
  const uid = `api::${action.split('.')[0]}.${subject.kind}`;
  if (!typeWords[uid] || action.endsWith('.deleted')) return undefined;
  return `/content-manager/collection-types/${uid}/${subject.id}`;
}

const typeOf = (room: string, kind: string): TypeWords | undefined =>
  typeWords[`api::${room}.${kind}`] ?? typeWords[`plugin::notifications.${kind}`];

/** The fields that an edit changed, as the form calls them. */
export function changedFields(action: string, details: Record<string, unknown>, locale: Locale): string {
  const { changes } = details;
  if (typeof changes !== 'object' || changes === null) return '';
  const [room = '', kind = ''] = action.split('.');
  const uid = `api::${room}.${kind}`;
  return Object.keys(changes)
    .map((name) => fieldWords(uid, name)?.label[locale] ?? name)
    .join(', ');
}
