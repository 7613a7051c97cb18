import type { Bank } from './cell.ts';
import type { Ask } from './shop-door.ts';

/** The strings of the fake bank that the model pulls. */
export interface BankBooks {
  pay(externalId: string): void;
  decline(externalId: string, reason: string): void;
  notice(about: 'payment', externalId: string): { body: string; headers: Record<string, string> };
}

/** The fake gateway of a Strapi in this process; what it has to tell goes over HTTP as from any gateway. */
export const fakeBank =
  (books: () => BankBooks) =>
  (ask: Ask): Bank => {
    const tell = async (externalId: string) => {
      const { body, headers } = books().notice('payment', externalId);
      const told = await ask({
        path: '/api/payments/webhooks/fake',
        body: JSON.parse(body) as object,
        headers,
      });
      if (told.status !== 200) throw new Error(`The notification was refused: ${told.bytes}`);
    };
    return {
      method: 'fake',
      pay: async (paymentId) => {
        books().pay(`fake-${paymentId}`);
        await tell(`fake-${paymentId}`);
      },
      decline: async (paymentId) => {
        books().decline(`fake-${paymentId}`, 'insufficient_funds');
        await tell(`fake-${paymentId}`);
      },
    };
  };
