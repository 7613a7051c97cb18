import { locales } from '@gangway/kit';
import { allowsSection, sectionNames, sectionNotes, sectionTitles } from './sections.ts';

describe('sections', () => {
  it('have a title and a note in every language', () => {
    for (const name of sectionNames) {
      for (const locale of locales) {
        expect(sectionTitles[name][locale]).toBeTruthy();
        expect(sectionNotes[name][locale]).toBeTruthy();
      }
    }
  });

  it('are thirteen', () => {
    expect(new Set(sectionNames).size).toBe(13);
  });

  it('let those view who may act, and not the other way round', () => {
    const acting = ['api::sections.orders.act'];
    const viewing = ['api::sections.orders.view'];
    expect(allowsSection({ granted: acting, name: 'orders', verb: 'view' })).toBe(true);
    expect(allowsSection({ granted: viewing, name: 'orders', verb: 'act' })).toBe(false);
    expect(allowsSection({ granted: viewing, name: 'refunds', verb: 'view' })).toBe(false);
  });
});
