import type { Letter } from './letters.ts';

/** A mail for programs; `url`s are paths of this server. */
export function letterJson(letter: Letter, path: string) {
  const { attachments, receivedAt, ...rest } = letter;
  return {
    ...rest,
    receivedAt: receivedAt.toISOString(),
    attachments: attachments.map(({ name, type, bytes, contentId }, index) => ({
      ...{ name, type, size: bytes.length, contentId: contentId ?? null },
      url: `${path}/letters/${letter.id}/attachments/${index}`,
    })),
  };
}
