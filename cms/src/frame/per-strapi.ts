import type { Core } from '@strapi/strapi';

/** One value for each Strapi of the process, made when it is first asked for. */
export function perStrapi<Value>(create: (strapi: Core.Strapi) => Value): (strapi: Core.Strapi) => Value {
  const values = new WeakMap<Core.Strapi, { value: Value }>();
  return (strapi) => {
    const known = values.get(strapi) ?? { value: create(strapi) };
    values.set(strapi, known);
    return known.value;
  };
}
