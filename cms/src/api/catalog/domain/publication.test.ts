import { activityPublicationProblems, type ActivityParts } from './activity-publication.ts';
import { pagePublicationProblems } from './page-publication.ts';

const text = { title: 'T', summary: 'S', description: 'D', body: 'B' };
const languages = ['ru', 'en', 'zh'] as const;
const drafts = { ru: text, en: text, zh: text };
const parts: ActivityParts = {
  kind: 'excursion',
  slug: true,
  seller: true,
  image: true,
  ticketTypes: 2,
  prices: 1,
};

describe('the publication of an activity', () => {
  it('goes ahead when every language is complete', () => {
    expect(activityPublicationProblems({ drafts, parts, languages })).toEqual([]);
  });

  it('names each missing text with its language', () => {
    const incomplete = { ru: text, en: { ...text, summary: ' ' }, zh: null };
    const [problem] = activityPublicationProblems({ drafts: incomplete, parts, languages });
    expect(problem?.code).toBe('PUBLICATION_INCOMPLETE');
    expect(problem?.message).toEqual({
      ru: 'Опубликовать нельзя, не хватает: краткое описание (английский), весь перевод (китайский).',
      en: 'This cannot be published yet. Missing: summary (English), the whole translation (Chinese).',
      zh: '尚不能发布，缺少：简介（英文）、全部译文（中文）。',
    });
  });

  it.each([
    ['page address', { slug: false }],
    ['seller', { seller: false }],
    ['picture', { image: false }],
    ['ticket types', { ticketTypes: 0 }],
    ['at least one price', { prices: 0 }],
  ])('asks for the %s', (name, lack) => {
    const [problem] = activityPublicationProblems({ drafts, languages, parts: { ...parts, ...lack } });
    expect(problem?.message.en).toContain(name);
  });

  it('does without a language that is not in use', () => {
    const asked = { drafts: { ...drafts, zh: null }, parts };
    expect(activityPublicationProblems({ ...asked, languages: ['ru', 'en'] })).toEqual([]);
    expect(activityPublicationProblems({ ...asked, languages })).toHaveLength(1);
  });

  it('asks a rental for no tickets', () => {
    const rental = { ...parts, kind: 'rental', ticketTypes: 0, prices: 0 };
    expect(activityPublicationProblems({ drafts, parts: rental, languages })).toEqual([]);
  });
});

describe('the publication of a page', () => {
  it('needs title and text in every language', () => {
    expect(pagePublicationProblems({ drafts, slug: true, languages })).toEqual([]);
    const [problem] = pagePublicationProblems({
      drafts: { ...drafts, zh: { title: '标题' } },
      slug: true,
      languages,
    });
    expect(problem?.message.en).toContain('text (Chinese)');
  });
});
