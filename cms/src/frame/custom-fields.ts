import type { Core } from '@strapi/strapi';

/** Columns that the panel edits with inputs of its own; the inputs are in `src/admin/fields`. */
const customFields = [
  { name: 'localized-text', type: 'json' },
  { name: 'money', type: 'integer' },
  { name: 'choice', type: 'string' },
  { name: 'seating-geometry', type: 'json' },
] as const;

export const registerCustomFields = (strapi: Core.Strapi) =>
  strapi.customFields.register(customFields.map((field) => ({ ...field })));
