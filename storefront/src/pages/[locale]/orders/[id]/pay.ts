import type { APIRoute } from 'astro';
import { startPayment } from '../../../../checkout/start-payment.ts';
import { sentForm } from '../../../../sent-form.ts';

/** The button “pay” of an order: to the gateway, or back with the reason why not. */
export const POST: APIRoute = async ({ request, locals, params: { id = '' }, redirect }) => {
  const form = await sentForm(request);
  const said = (name: string) => String(form.get(name) ?? '').slice(0, 100);
  const paying = { orderId: id, method: said('method'), nonce: said('nonce') };
  const { url, error } = await startPayment(locals, paying);
  return redirect(url ?? `/${locals.locale}/orders/${id}?problem=${error?.code ?? ''}`, 303);
};

export const GET: APIRoute = ({ locals, params: { id = '' }, redirect }) =>
  redirect(`/${locals.locale}/orders/${id}`, 302);
