import type { APIContext, APIRoute } from 'astro';
import { sessionFrom } from '../../../../basket/new-session.ts';
import { unlock } from '../../../../basket/unlock.ts';
import { heldHere } from '../../../../event/held-here.ts';
import { loadEvent } from '../../../../event/load-event.ts';
import { companyProblem, isNone, readPlacesForm, type PlacesForm } from '../../../../event/places-form.ts';
import { refusalQuery, type Refusal } from '../../../../event/refusal.ts';
import { takePlaces } from '../../../../event/take-places.ts';
import { eventIdOf, eventPath } from '../../../../links.ts';
import { sentForm } from '../../../../sent-form.ts';

type Loaded = Extract<Awaited<ReturnType<typeof loadEvent>>, { event: unknown }>;

const seeOther = 303;

/** Nobody comes here but with a form; somebody who reloads or shares the address is led to the departure. */
export const GET: APIRoute = ({ locals, params, redirect }) =>
  redirect(eventPath({ locale: locals.locale, id: eventIdOf(params.id) }), 302);

/** Takes places without numbers and leads to the checkout, or back with the reason why not. */
export const POST: APIRoute = async (context) => {
  const { locals, params, request } = context;
  const data = await sentForm(request);
  const id = eventIdOf(params.id);
  const isNew = locals.visitor.session === undefined;
  const loaded = await loadEvent({ api: locals.api, id, session: locals.visitor.session });
  if (loaded.missing !== undefined) return new Response(null, { status: loaded.missing });
  if (data.has('release')) return letGo(context, loaded);
  const form = readPlacesForm(data);
  const problem = problemOf(form, loaded);
  if (problem) return back(context, { loaded, form, refusal: problem });
  if (isNone(form.quantities)) return letGo(context, loaded);
  const refusal = await take(context, id, form);
  if (refusal) return back(context, { loaded, form, refusal });
  if (isNew) locals.keep({ name: 'session', value: locals.visitor.session });
  return context.redirect(`/${locals.locale}/checkout`, seeOther);
};

/** What is wrong with the form before anybody is asked. */
function problemOf({ isWrong, quantities }: PlacesForm, { event, held }: Loaded): Refusal | undefined {
  if (isWrong) return { code: 'NOT_A_NUMBER' };
  if (isNone(quantities) && (!held || isNone(held.quantities))) return { code: 'NOTHING_CHOSEN' };
  const problem = companyProblem(quantities, event.ticketTypes);
  return problem && { code: problem };
}

async function take({ locals }: APIContext, eventId: string, form: PlacesForm) {
  const session = (locals.visitor.session ??= sessionFrom(form.key));
  const { api } = locals;
  return takePlaces({ api, eventId, form, holdings: () => heldHere({ api, session, eventId }) });
}

async function letGo({ locals, redirect }: APIContext, { event }: Loaded): Promise<Response> {
  if (locals.visitor.session) await unlock(locals.api, { eventId: event.id });
  return redirect(pathOf(locals, event), seeOther);
}

interface Back {
  loaded: Loaded;
  form: PlacesForm;
  refusal: Refusal;
}

function back({ locals, redirect }: APIContext, { loaded, form, refusal }: Back): Response {
  const query = refusalQuery({ ...refusal, quantities: form.quantities, zone: form.zone });
  return redirect(`${pathOf(locals, loaded.event)}?${query}#places`, seeOther);
}

const pathOf = ({ locale }: App.Locals, { id, activity }: Loaded['event']): string =>
  eventPath({ locale, slug: activity.slug, id });
