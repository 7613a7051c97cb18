export { openMailbox } from './mailbox/mailbox.ts';
export type { Mailbox, MailboxSettings } from './mailbox/mailbox.ts';
export { mailboxSandbox } from './mailbox/service.ts';
export { startMailbox } from './mailbox/start.ts';
export type { StartedMailbox } from './mailbox/start.ts';
export type { Letter, LetterAttachment } from './mailbox/letters.ts';
