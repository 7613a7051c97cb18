import Mustache from 'mustache';
import type { Locale } from '@gangway/kit';
import type { MessageContent, MessageData, MessageText } from '../../../contract/notifications.ts';
import { letter, plainLetter } from './layout.ts';
import { htmlTemplate, plainTemplate } from './markup.ts';
import { clean, escapeHtml, withSafeLinks } from './safe-text.ts';

export type RenderedMessage = { subject: string; html: string; text: string };

const longestSubject = 200;
const longestPreview = 140;

/** A message as it goes out. Values are never templates themselves, never HTML, and never more than one line. */
export function renderMessage({
  text,
  content,
  locale,
}: {
  text: MessageText;
  content: MessageContent;
  locale: Locale;
}): RenderedMessage {
  const { data, sender } = content;
  const subject = filled(text.subject, data, clean).trim().slice(0, longestSubject);
  const plain = filled(plainTemplate(text.body), data, clean);
  const body = withSafeLinks(filled(htmlTemplate(text.body), data, (value) => escapeHtml(clean(value))));
  return {
    subject,
    html: letter({ locale, subject, preview: previewOf(plain), body, sender }),
    text: plainLetter({ text: plain, sender }),
  };
}

function filled(template: string, data: MessageData, escape: (value: string) => string): string {
  return Mustache.render(template, data, {}, { escape: (value) => escape(String(value ?? '')) });
}

/** The first sentence below the title. */
function previewOf(plain: string): string {
  const lines = plain
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (lines[1] ?? lines[0] ?? '').slice(0, longestPreview);
}
