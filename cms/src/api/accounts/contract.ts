import type { AnyRoute } from '@gangway/kit';
import { authRoutes } from './contract/auth.ts';
import { meRoutes } from './contract/me.ts';
import { myOrdersRoutes } from './contract/my-orders.ts';

export { authRoutes, forgotPassword, logIn, register, sendConfirmation } from './contract/auth.ts';

export const routes: AnyRoute[] = [...authRoutes, ...meRoutes, ...myOrdersRoutes];
