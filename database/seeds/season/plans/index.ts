import { admiraltyPlan } from './admiralty.ts';
import { andromedaPlan } from './andromeda.ts';
import { ingriaPlan } from './ingria.ts';
import { moikaPlan } from './moika.ts';
import type { PlanRecord } from './plan.ts';
import { swiftPlan } from './swift.ts';

export const plans: PlanRecord[] = [admiraltyPlan, moikaPlan, swiftPlan, ingriaPlan, andromedaPlan];
