import { commonErrors } from '@gangway/kit';
import type { AnyRoute, ErrorCatalogue } from '@gangway/kit';
import { notificationsErrors, routes as notificationsRoutes } from '@gangway/notifications/contract';
import { paymentErrors, paymentRoutes } from '@gangway/payments/contract';
import { routes as accountRoutes } from '../../api/accounts/contract.ts';
import { accountErrors } from '../../api/accounts/errors.ts';
import { routes as catalogRoutes } from '../../api/catalog/contract.ts';
import { catalogErrors } from '../../api/catalog/errors.ts';
import { routes as orderingRoutes } from '../../api/ordering/contract.ts';
import { orderingErrors } from '../../api/ordering/errors.ts';
import { routes as oversightRoutes } from '../../api/oversight/contract.ts';
import { routes as panelRoutes } from '../../api/panel/contract.ts';
import { routes as seatingRoutes } from '../../api/seating/contract.ts';
import { seatingErrors } from '../../api/seating/errors.ts';
import { routes as staffRoutes } from '../../api/staff/contract.ts';
import { staffErrors } from '../../api/staff/errors.ts';
import { routes as ticketRoutes } from '../../api/tickets/contract.ts';
import { ticketErrors } from '../../api/tickets/errors.ts';
import { routes as clockRoutes } from '../clock/clock-contract.ts';
import { frameErrors } from '../request/errors.ts';
import { routes as healthRoutes } from '../process/health-contract.ts';
import { routes as openapiRoutes } from './openapi-contract.ts';

/** Every route of the API. A room adds the `routes` of its contract here. */
export const contracts: readonly AnyRoute[] = [
  ...healthRoutes,
  ...openapiRoutes,
  ...clockRoutes,
  ...accountRoutes,
  ...catalogRoutes,
  ...paymentRoutes(['orderId']),
  ...seatingRoutes,
  ...staffRoutes,
  ...panelRoutes,
  ...oversightRoutes,
  ...ticketRoutes,
  ...orderingRoutes,
  ...notificationsRoutes,
];

/** Every code that those routes may answer. A room adds its catalogue here. */
export const errorCatalogue: ErrorCatalogue = {
  ...commonErrors,
  ...frameErrors,
  ...catalogErrors,
  ...seatingErrors,
  ...staffErrors,
  ...ticketErrors,
  ...accountErrors,
  ...orderingErrors,
  ...notificationsErrors,
  ...paymentErrors,
};
