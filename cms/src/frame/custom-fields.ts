import type { Core } from '@strapi/strapi';

/**
 * Columns that the panel edits with inputs of its own; the inputs are in `src/admin/fields`. Strapi gives a JSON
 * column the whole row unless told otherwise.
 */
const customFields = [
  { name: 'localized-text', type: 'json', inputSize: { default: 12, isResizable: true } },
  { name: 'money', type: 'integer' },
  { name: 'choice', type: 'string' },
  { name: 'seating-geometry', type: 'json' },
] as const;

export const registerCustomFields = (strapi: Core.Strapi) =>
  strapi.customFields.register(customFields.map((field) => ({ ...field })));
