import { defineErrors } from '@gangway/kit';

export const catalogErrors = defineErrors({
  VESSEL_OCCUPIED: {
    status: 409,
    message: {
      ru: 'Судно в это время занято другим рейсом или арендой.',
      en: 'The vessel is taken by another departure or rental at that time.',
      zh: '该船在此时段已被其他班次或租赁占用。',
    },
    hint: 'details.by names the departure or rental, details.from and details.to its time with the turnaround.',
  },
});
