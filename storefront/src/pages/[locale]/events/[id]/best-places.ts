import type { APIRoute } from 'astro';
import { asked } from '../../../../api/asked.ts';
import { idempotencyKey } from '../../../../basket/idempotency-key.ts';
import { sessionFrom } from '../../../../basket/new-session.ts';
import { eventIdOf } from '../../../../links.ts';
import { type BestForm, readBestForm } from '../../../../seats/best-form.ts';
import { sentForm } from '../../../../sent-form.ts';

const seeOther = 303;

/** Whoever reloads or shares the address is led to the seats. */
export const GET: APIRoute = ({ locals: { locale }, params, redirect }) =>
  redirect(`/${locale}/events/${eventIdOf(params.id)}/seatmap`, 302);

/** Takes the best free seats for a browser without scripts, and leads to the checkout or back with the reason. */
export const POST: APIRoute = async ({ locals, params, request, redirect }) => {
  const { locale, visitor, api, keep } = locals;
  const id = eventIdOf(params.id);
  const page = `/${locale}/events/${id}/seatmap`;
  const form = readBestForm(await sentForm(request));
  if (!form) return redirect(`${page}?refused=OTHER`, seeOther);
  const isNew = visitor.session === undefined;
  visitor.session ??= sessionFrom(form.key);
  const { error } = await asked(api.POST('/api/events/{id}/best-available', requestOf(id, form)));
  if (error) return redirect(`${page}?refused=${encodeURIComponent(error.code)}`, seeOther);
  if (isNew) keep({ name: 'session', value: visitor.session });
  return redirect(`/${locale}/checkout`, seeOther);
};

/** Two presses of the button are one wish; another wish from the same page is another. */
const requestOf = (id: string, { wish, key: nonce }: BestForm) => ({
  params: { path: { id }, header: { 'Idempotency-Key': idempotencyKey({ nonce, wish }) } },
  body: wish,
});
