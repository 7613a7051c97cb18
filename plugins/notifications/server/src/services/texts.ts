import { createHash } from 'node:crypto';
import { locales } from '@gangway/kit';
import type { Locale, Transaction } from '@gangway/kit';
import type { MessageDefinition, MessageText, TextFault } from '../../../contract/notifications.ts';
import { textProblems } from '../domain/placeholders.ts';
import { layFirstText, readTexts } from '../store/texts.ts';

/** The texts of a message as they stand; where a manager's text is absent or cannot be filled in, the first one. */
export async function currentTexts(
  trx: Transaction,
  definition: MessageDefinition,
): Promise<Record<Locale, MessageText>> {
  const [stored] = await readTexts(trx, definition.name);
  return checkedOnce(definition, stored?.texts ?? {});
}

type Checked = { given: string; texts: Record<Locale, MessageText> };
const checked = new WeakMap<MessageDefinition, Checked>();

/** To check texts takes longer than to write a letter with them, and managers change them once a year. */
function checkedOnce(definition: MessageDefinition, texts: Partial<Record<Locale, MessageText>>) {
  const given = JSON.stringify(texts);
  const known = checked.get(definition);
  if (known?.given === given) return known.texts;
  const usable = usableTexts(definition, texts);
  checked.set(definition, { given, texts: usable });
  return usable;
}

export function usableTexts(
  definition: MessageDefinition,
  given: Partial<Record<Locale, MessageText>>,
): Record<Locale, MessageText> {
  const chosen = locales.map((locale) => {
    const text = given[locale];
    return [locale, text && isUsable(definition, locale, text) ? text : definition.texts[locale]] as const;
  });
  return Object.fromEntries(chosen) as Record<Locale, MessageText>;
}

function isUsable(definition: MessageDefinition, locale: Locale, text: MessageText): boolean {
  return textFaults(definition, { [locale]: text }).length === 0;
}

/** What is wrong with texts for a message, judged by its sample. */
export function textFaults(
  definition: MessageDefinition,
  texts: Partial<Record<Locale, Partial<MessageText>>>,
): TextFault[] {
  return locales.flatMap((language) => {
    const { data } = definition.sample(language);
    return (['subject', 'body'] as const).flatMap((part) =>
      textProblems(texts[language]?.[part] ?? '', data).map((problem) => ({ language, part, ...problem })),
    );
  });
}

/** The sentence for a definition whose own texts name what its sample lacks; undefined when there is none. */
export function definitionProblem(definition: MessageDefinition): string | undefined {
  const broken = locales.find((locale) => !isUsable(definition, locale, definition.texts[locale]));
  return broken && `Message "${definition.name}": its ${broken} text names what its sample lacks.`;
}

/** Gives managers every message to change, with its first texts. */
export async function layFirstTexts(
  trx: Transaction,
  { definitions, now }: { definitions: readonly MessageDefinition[]; now: Date },
): Promise<void> {
  for (const { name, title, texts } of [...definitions].sort((a, b) => a.name.localeCompare(b.name)))
    await layFirstText(trx, { text: { message: name, label: title.ru, texts, basis: basisOf(texts) }, now });
}

const basisOf = (texts: object): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
