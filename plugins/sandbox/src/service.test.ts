import { defineSandboxService } from '@gangway/kit';
import { serviceTable } from './service.ts';

const service = (id: string) => ({
  id,
  title: { ru: 'Касса', en: 'Till', zh: '收银台' },
  summary: { ru: 'Платит.', en: 'Pays.', zh: '付款。' },
  mount: () => () => {},
});

describe('services of the sandbox', () => {
  it('have an address of their own', () => {
    expect(defineSandboxService(service('till-2')).id).toBe('till-2');
    expect(() => defineSandboxService(service('Till'))).toThrow('give an id such as');
    expect(() => defineSandboxService(service('../clock'))).toThrow('give an id such as');
    expect(() => defineSandboxService(service('clock'))).toThrow('the sandbox uses that address');
  });

  it('do not share one', () => {
    expect(() => serviceTable([service('till'), service('till')])).toThrow(
      'Two sandbox services are called "till"',
    );
    expect([...serviceTable([service('till'), service('post')]).keys()]).toEqual(['till', 'post']);
  });
});
