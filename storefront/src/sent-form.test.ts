import { describe, expect, it } from '@jest/globals';
import { sentForm } from './sent-form.ts';

const sent = (body: string | undefined, type?: string) =>
  new Request('https://gangway.example/en/account/login', {
    ...{ method: 'POST', body },
    headers: type ? { 'content-type': type } : {},
  });

describe('what was sent', () => {
  it('is the form', async () => {
    const form = await sentForm(sent('email=a%40b.example', 'application/x-www-form-urlencoded'));
    expect(form.get('email')).toBe('a@b.example');
  });

  it.each([
    ['JSON', '{"email":"a@b.example"}', 'application/json'],
    ['half a form with files', '--x\r\nContent-Disposition: form', 'multipart/form-data; boundary=x'],
    ['a form with files without a boundary', 'x', 'multipart/form-data'],
    ['nothing', undefined, undefined],
  ])('is an empty form when it was %s', async (_, body, type) => {
    expect([...(await sentForm(sent(body, type))).keys()]).toEqual([]);
  });
});
