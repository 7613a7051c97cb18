import type { Core } from '@strapi/strapi';
import { bindRules } from '../../frame/editing/bind-rules.ts';
import { seatingPlanRules } from './editing/seating-plan.ts';

/** Binds the editing rules of seating plans to Strapi's document service; called in the room's `register`. */
export function bindSeatingRules(strapi: Core.Strapi): void {
  bindRules(strapi, { 'api::seating.seating-plan': seatingPlanRules(strapi) });
}
