import { defineSandboxService } from '@gangway/kit';
import type { SandboxService } from '@gangway/kit';
import { openMailbox } from './mailbox.ts';
import { mailboxWeb } from './web.ts';

/** The world's mail as a service of the sandbox: an SMTP server on `port`, and its inbox as pages. */
export function mailboxSandbox({ port, host }: { port: number; host?: string }): SandboxService {
  const closers: (() => Promise<void>)[] = [];
  return defineSandboxService({
    id: 'mailbox',
    title: { ru: 'Почта', en: 'Mail', zh: '邮箱' },
    summary: {
      ru: 'Все письма системы: билеты, возвраты, ссылки. Можно отказать адресату или задержать почту.',
      en: 'Every e-mail of the house: tickets, refunds, links. Recipients can be refused and mail delayed.',
      zh: '系统发出的全部邮件：电子票、退款、链接。可拒收或延迟邮件。',
    },
    async mount({ path, url, now, journal }) {
      const mailbox = await openMailbox({ port, ...(host === undefined ? {} : { host }), now, journal });
      closers.push(mailbox.close);
      return mailboxWeb({ mailbox, path, url });
    },
    close: async () => void (await Promise.all(closers.splice(0).map((close) => close()))),
  });
}
