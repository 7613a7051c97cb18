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
  PREVIEW_ENDED: {
    status: 401,
    message: {
      ru: 'Ссылка на черновик больше не действует. Откройте предпросмотр из панели ещё раз.',
      en: 'This link to a draft is no longer valid. Open the preview from the panel again.',
      zh: '该草稿链接已失效，请从后台重新打开预览。',
    },
    hint: 'Links of the panel live for 30 minutes; the token goes in the header Gangway-Preview.',
  },
});
