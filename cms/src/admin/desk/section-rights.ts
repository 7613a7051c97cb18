export type SectionVerb = 'view' | 'act';

/** The permissions any one of which opens a page: who may act may also look. */
export const opening = (section: string): { action: string; subject: null }[] =>
  ['view', 'act'].map((verb) => ({ action: `api::sections.${section}.${verb}`, subject: null }));

export function mayIn(
  permissions: readonly { action: string }[],
  section: string,
  verb: SectionVerb,
): boolean {
  const enough = verb === 'view' ? ['view', 'act'] : ['act'];
  return enough.some((one) => permissions.some(({ action }) => action === `api::sections.${section}.${one}`));
}
