import { makeActivity, makeDeparture, makeVessel, words } from '../../../../tests/support/catalogue.ts';
import { asStaff, staffMember, type StaffAnswer } from '../../../../tests/support/staff.ts';

const vessels = '/content-manager/collection-types/api::catalog.vessel';
const activities = '/content-manager/collection-types/api::catalog.activity';

const sentences = {
  ru: 'Здесь нельзя использовать HTML-теги: напишите обычный текст.',
  en: 'HTML tags are not allowed here: please write plain text.',
  zh: '此处不能使用 HTML 标签，请填写纯文本。',
};

const manager = (language: 'ru' | 'en' | 'zh') => staffMember({ sections: { catalog: 'act' }, language });

describe('a refusal in the panel', () => {
  it.each(['ru', 'en', 'zh'] as const)('is a sentence in %s beside its field', async (language) => {
    const body = { name: { ...words(), en: '<b>Meteor</b>' }, capacity: 10 };
    const { status, error } = await asStaff(await manager(language), { method: 'POST', path: vessels, body });
    expect([status, error?.message]).toEqual([400, sentences[language]]);
    expect(error?.details).toEqual({
      code: 'HTML_NOT_ALLOWED',
      errors: [{ path: ['name'], message: sentences[language], name: 'HTML_NOT_ALLOWED' }],
    });
  });

  it('names what is missing before a publication, also when it is saved and published in one go', async () => {
    const activity = await makeActivity({ locales: ['ru'] });
    const path = `${activities}/${activity.documentId}/actions/publish?locale=ru`;
    const body = { title: 'Новое название', summary: activity.summary, description: activity.description };
    const answer = await asStaff(await manager('en'), { method: 'POST', path, body });
    expect(answer.status).toBe(400);
    expect(answer.error?.message).toContain(
      'the whole translation (English), the whole translation (Chinese)',
    );
    const draft = await strapi.db.query('api::catalog.activity').findOne({ where: { id: activity.id } });
    expect(draft?.title).toBe(activity.title);
  });

  it('to delete is a 409 with what to do instead', async () => {
    const vessel = await makeVessel();
    await makeDeparture({ vessel: vessel.documentId });
    const path = `${vessels}/${vessel.documentId}`;
    const { status, error } = await asStaff(await manager('zh'), { method: 'DELETE', path });
    expect([status, error?.details.code]).toEqual([409, 'IN_USE']);
    expect(error?.message).toContain('班次（1）');
  });

  it('to delete holds for many at once, and then none of them goes', async () => {
    const [free, needed] = [await makeVessel(), await makeVessel()];
    await makeDeparture({ vessel: needed.documentId });
    const body = { documentIds: [free.documentId, needed.documentId] };
    const path = `${vessels}/actions/bulkDelete`;
    const answer: StaffAnswer = await asStaff(await manager('ru'), { method: 'POST', path, body });
    expect([answer.status, answer.error?.details.code]).toEqual([409, 'IN_USE']);
    const where = { documentId: { $in: body.documentIds } };
    expect(await strapi.db.query('api::catalog.vessel').count({ where })).toBe(2);
  });
});
