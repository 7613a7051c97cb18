import type { Core, UID } from '@strapi/strapi';
import type { Attributes } from './attributes.ts';

type Model = {
  collectionName: string;
  attributes: Attributes;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
};

/** A content type as Strapi holds it, as much of it as editing looks at. */
function modelOf(strapi: Core.Strapi, uid: string): Model {
  return strapi.contentType(uid as UID.ContentType) as unknown as Model;
}

export function attributesOf(strapi: Core.Strapi, uid: string): Attributes {
  return modelOf(strapi, uid).attributes;
}

/** Whether the type has drafts and publications. */
export function isPublished(strapi: Core.Strapi, uid: string): boolean {
  return modelOf(strapi, uid).options?.draftAndPublish === true;
}

export function isLocalized(strapi: Core.Strapi, uid: string): boolean {
  return modelOf(strapi, uid).pluginOptions?.i18n?.localized === true;
}

export function tableOf(strapi: Core.Strapi, uid: string): string {
  return modelOf(strapi, uid).collectionName;
}

/** `ticket-type` of `api::catalog.ticket-type`. */
export function kindOf(uid: string): string {
  return uid.slice(uid.lastIndexOf('.') + 1);
}
