import { homeAccess } from './home-access.ts';

const section = { action: 'api::sections.orders.view', subject: null };
const read = (subject: string) => ({ action: 'plugin::content-manager.explorer.read', subject });

describe('the home page of a person', () => {
  it('shows the departures to whoever may read them', () => {
    expect(homeAccess([section, read('api::catalog.event')])).toBe('departures');
  });

  it('says that no section is open yet when none is', () => {
    expect(homeAccess([])).toBe('noSection');
    expect(homeAccess([{ action: 'plugin::upload.read', subject: null }])).toBe('noSection');
  });

  it('does not say so to whoever works in a section without departures', () => {
    expect(homeAccess([section, read('api::catalog.seller')])).toBe('elsewhere');
  });
});
