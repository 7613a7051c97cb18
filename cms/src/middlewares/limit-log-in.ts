import type { Core } from '@strapi/strapi';
import { limitLogIn } from '../frame/limits/limit-log-in.ts';

export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => limitLogIn(strapi);
