import { createRouteTable } from './route-table.ts';

const table = () => {
  const created = createRouteTable<string>();
  created.add({ method: 'GET', path: '/api/events/:id', entry: 'one' });
  created.add({ method: 'GET', path: '/api/events/calendar', entry: 'calendar' });
  created.add({ method: 'GET', path: '/api/events', entry: 'list' });
  created.add({ method: 'POST', path: '/api/events/:event/seats/lock', entry: 'lock' });
  return created;
};

describe('the table of routes', () => {
  it('finds fixed paths before parameters, whatever the order they came in', () => {
    expect(table().find('GET', '/api/events/calendar')?.entry).toBe('calendar');
    expect(table().find('GET', '/api/events/abc')).toEqual({ entry: 'one', params: { id: 'abc' } });
  });

  it('reads parameters from their percent encoding', () => {
    expect(table().find('GET', '/api/events/%D1%8F%2F1')?.params).toEqual({ id: 'я/1' });
    expect(table().find('GET', '/api/events/%E0%A4%A')).toBeUndefined();
  });

  it('takes a slash at the end for nothing', () => {
    expect(table().find('GET', '/api/events/')?.entry).toBe('list');
    expect(table().find('GET', '/api/events//')).toBeUndefined();
  });

  it.each(['/api', '/api/events/a/b', '/api/events/a/seats', '/', '', '/API/events'])(
    'knows nothing at %p',
    (path) => {
      expect(table().find('GET', path)).toBeUndefined();
      expect(table().methods(path)).toEqual([]);
    },
  );

  it('knows which verbs a path takes', () => {
    expect(table().methods('/api/events/calendar')).toEqual(['GET']);
    expect(table().methods('/api/events/a/seats/lock')).toEqual(['POST']);
    expect(table().find('GET', '/api/events/a/seats/lock')).toBeUndefined();
  });

  it('refuses to serve the same door twice', () => {
    expect(() => table().add({ method: 'GET', path: '/api/events', entry: 'again' })).toThrow(
      'GET /api/events is served twice',
    );
  });
});
