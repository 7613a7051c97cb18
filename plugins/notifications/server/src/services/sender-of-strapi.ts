import type { Core } from '@strapi/strapi';

type Template = { options?: { from?: { name?: string; email?: string } } };
type Templates = Record<string, Template>;

const strapisOwn = 'no-reply@strapi.io';

/** Mails to customers about their account come from the house: Strapi's stock templates name an address of its own. */
export async function nameOwnSender(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'email' });
  const templates = (await store.get({})) as Templates | null;
  const stock = Object.values(templates ?? {}).filter(({ options }) => options?.from?.email === strapisOwn);
  if (!templates || stock.length === 0) return;
  for (const { options } of stock) if (options) options.from = { name: '', email: '' };
  await store.set({ value: templates });
}
