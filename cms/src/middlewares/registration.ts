import type { Core } from '@strapi/strapi';
import { closeRegistration } from '../frame/people/administrator.ts';

export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => closeRegistration(strapi);
