import type { AnyRoute, Locale, Person } from '@gangway/kit';
import { limits } from '../../../frame/limits/limits.ts';
import { type RouteHandler, strapiRoute } from '../../../frame/request/handle.ts';
import { bearerOf } from '../../ordering/order-access.ts';
import * as auth from '../contract/auth.ts';
import * as contract from '../contract/me.ts';
import { listMyOrders, listMyTickets } from '../contract/my-orders.ts';
import { askForPassword, changePassword, resetPassword } from '../deeds/change-password.ts';
import { confirmAddress } from '../deeds/confirm-address.ts';
import { deleteMe, exportMe } from '../deeds/leave.ts';
import { logIn, logOut } from '../deeds/log-in.ts';
import { accountIdOf, askForEmail, changeMe, changeNews, myConsents, readMe } from '../deeds/my-account.ts';
import { myOrders, myTickets } from '../deeds/my-orders.ts';
import { register, sendConfirmationAgain } from '../deeds/register.ts';

const accepted = { data: { accepted: true as const } };

const who = ({ person, locale, now }: { person: Person; locale: Locale; now: Date }) => ({
  ...{ accountId: accountIdOf(person), locale, now },
});

/** Trying out the password of an account that somebody else has left open. */
const countTry = ({ person, ip }: { person: Person; ip: string }): Promise<void> =>
  limits(strapi).take({ name: 'log-in', key: accountIdOf(person), ip });

/** Nobody on the way keeps what is one person's. */
const privately = <R extends AnyRoute>(route: R, answer: RouteHandler<R>) =>
  strapiRoute<R>(route, (request, ctx) => {
    ctx.set('Cache-Control', 'no-store');
    return answer(request, ctx);
  });

const authRoutes = [
  privately(auth.logIn, async ({ body, now }) => logIn(strapi, { ...body, now })),
  privately(auth.register, async ({ body: input, locale, now }, ctx) => {
    await register(strapi, { input, locale, now });
    ctx.status = 202;
    return accepted;
  }),
  privately(auth.confirmAddress, async ({ body: { confirmation: token, proof, password }, now }) => ({
    data: await confirmAddress(strapi, { token, proof, password, now }),
  })),
  privately(auth.sendConfirmation, async ({ body, locale, now }, ctx) => {
    await sendConfirmationAgain(strapi, { ...body, locale, now });
    ctx.status = 202;
    return accepted;
  }),
  privately(auth.forgotPassword, async ({ body, locale, now }) => {
    await askForPassword(strapi, { ...body, locale, now });
    return { ok: true as const };
  }),
  privately(auth.resetPassword, ({ body: { code, password, passwordConfirmation: again }, now }) =>
    resetPassword(strapi, { code, password, again, now }),
  ),
  privately(auth.changePassword, async (request) => {
    await countTry(request);
    const { currentPassword, password, passwordConfirmation: again } = request.body;
    return changePassword(strapi, { ...who(request), currentPassword, password, again });
  }),
  privately(auth.logOut, async ({ body: { everywhere }, person, headers }) => {
    const token = bearerOf(headers.authorization);
    await logOut(strapi, { token, accountId: person.customerId, everywhere });
    return { ok: true as const };
  }),
];

const meRoutes = [
  privately(contract.readMe, async (request) => ({ data: await readMe(strapi, who(request)) })),
  privately(contract.changeMe, async (request) => ({
    data: await changeMe(strapi, { ...who(request), changes: request.body }),
  })),
  privately(contract.changeEmail, async (request, ctx) => {
    await countTry(request);
    await askForEmail(strapi, { ...who(request), ...request.body });
    ctx.status = 202;
    return accepted;
  }),
  privately(contract.readConsents, async ({ person }) => ({
    data: await myConsents(strapi, accountIdOf(person)),
  })),
  privately(contract.changeConsents, async (request) => ({
    data: await changeNews(strapi, { ...who(request), ...request.body }),
  })),
  privately(contract.exportMe, async (request, ctx) => {
    await countTry(request);
    ctx.set('Content-Disposition', 'attachment; filename="gangway-account.json"');
    return { data: await exportMe(strapi, who(request)) };
  }),
  privately(contract.deleteMe, async (request) => {
    await countTry(request);
    await deleteMe(strapi, { ...who(request), ...request.body });
    return { data: { deleted: true as const } };
  }),
];

const ordersRoutes = [
  privately(listMyOrders, (request) => myOrders(strapi, { ...who(request), query: request.query })),
  privately(listMyTickets, async (request) => ({ data: await myTickets(strapi, who(request)) })),
];

export default { routes: [...authRoutes, ...meRoutes, ...ordersRoutes] };
