import { defineProblems } from '../../../frame/editing/problem.ts';

/** What forbids an edit of a seating plan, beside what is wrong with its drawing. */
export const planProblems = defineProblems({
  PLAN_TOO_SMALL: {
    ru: 'На эту схему уже назначены рейсы, где мест: {capacity}. Меньше оставить нельзя: сделайте копию схемы.',
    en: 'There are departures on this plan with this many places: {capacity}. It cannot have fewer: make a copy of the plan.',
    zh: '该座位图已有座位数为 {capacity} 的班次，座位不能更少：请复制一份座位图。',
  },
});
