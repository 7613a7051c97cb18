export { openMailbox } from './mailbox/mailbox.ts';
export type { Mailbox, MailboxSettings } from './mailbox/mailbox.ts';
export type { Letter, LetterAttachment } from './mailbox/letters.ts';
