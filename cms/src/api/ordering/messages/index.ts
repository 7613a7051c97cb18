import type { Core } from '@strapi/strapi';
import { defineOrderMessages } from './define-messages.ts';
import { tellOfCancellation } from './tell-of-cancellation.ts';

/** Called in the room's `register`: what buyers are told, and when nobody else says so. */
export function registerMessages(strapi: Core.Strapi): void {
  defineOrderMessages(strapi);
  tellOfCancellation(strapi);
}
