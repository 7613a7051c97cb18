import fc from 'fast-check';
import type { MessageContent } from '../../../contract/notifications.ts';
import { renderMessage } from './render.ts';
import { placeholdersOf, textProblems } from './placeholders.ts';

const body = `# Order {{order.number}}

Hello **{{guest}}**, see [the page]({{order.url}}).

[[Open]]({{order.url}})

{{#trips}}
| **{{title}}** | |
| Departure | {{time}} |
{{#vessel}}
| Vessel | {{vessel}} |
{{/vessel}}
{{/trips}}
- one
- two`;

const data = {
  guest: 'Anna',
  order: { number: 'K7M-4Q2', url: 'https://example.org/o/1?a=1&b=2' },
  trips: [
    { title: 'Bridges', time: '21:30', vessel: 'Neva' },
    { title: 'Fountains', time: '12:00', vessel: null },
  ],
};
const text = { subject: 'Order {{order.number}}, {{guest}}', body };
const render = (content: MessageContent = { data }) => renderMessage({ text, content, locale: 'en' });

describe('a message', () => {
  it('is the same in HTML and plain text', () => {
    const { html, text: plain, subject } = render();
    expect(subject).toBe('Order K7M-4Q2, Anna');
    expect(html).toContain('<strong>Anna</strong>');
    expect(html).toContain('href="https://example.org/o/1?a=1&amp;b=2"');
    expect(html.match(/Departure/g)).toHaveLength(2);
    expect(html.match(/>Vessel</g)).toHaveLength(1);
    expect(plain.split('\n')).toEqual(
      expect.arrayContaining(['Bridges', 'Departure: 21:30', 'Vessel: Neva', 'Fountains', '– one', '– two']),
    );
    expect(plain).toContain('Open:\nhttps://example.org/o/1?a=1&b=2');
    expect(`${html}${plain}`).not.toContain('{{');
  });

  it('leads nowhere when an address is a script', () => {
    const { html } = render({ data: { ...data, order: { number: '1', url: 'javascript:alert(1)' } } });
    expect(html).not.toMatch(/href="javascript/);
    expect(html).toContain('href="#"');
  });

  it('shows HTML of whoever writes the text as it was typed', () => {
    const { html } = renderMessage({
      text: { subject: 's', body: '<script>x</script>' },
      content: { data },
      locale: 'en',
    });
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script>');
  });

  it('keeps whatever people typed a text: no markup, no header, no line', () => {
    const tags = (html: string) => html.replace(/>[^<]*</g, '><');
    const plain = tags(render().html);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (guest) => {
        const { html, subject, text: lines } = render({ data: { ...data, guest } });
        expect(tags(html)).toBe(plain);
        expect(subject).not.toMatch(/[\u0000-\u001f\u007f]/);
        expect(lines.split('\n')).toHaveLength(render().text.split('\n').length);
      }),
      {
        examples: [
          ['<img src=x>'],
          ['a\r\nBcc: b@example.org'],
          ['{{order.number}}'],
          ["'; drop table x; --"],
          ['**b**'],
        ],
      },
    );
  });
});

describe('a text', () => {
  it('may name what the message has, inside lists and outside', () => {
    expect(textProblems(body, data)).toEqual([]);
    expect(textProblems('{{#trips}}{{guest}} {{title}}{{/trips}}', data)).toEqual([]);
  });

  it.each([
    ['{{order.numbr}} {{name}} {{name}}', [{ kind: 'unknown', names: ['order.numbr', 'name'] }]],
    ['{{title}}', [{ kind: 'unknown', names: ['title'] }]],
    ['{{#trips}}{{price}}{{/trips}}', [{ kind: 'unknown', names: ['price'] }]],
    ['{{guest.name}}', [{ kind: 'unknown', names: ['guest.name'] }]],
    ['{{constructor}}', [{ kind: 'unknown', names: ['constructor'] }]],
    ['{{#trips}}', [{ kind: 'unclosed', names: [] }]],
    ['{{guest', [{ kind: 'unclosed', names: [] }]],
    ['{{{guest}}}', [{ kind: 'refused', names: ['guest'] }]],
    ['{{&guest}} {{> other}}', [{ kind: 'refused', names: ['guest', 'other'] }]],
  ])('%s is refused', (wrong, problems) => {
    expect(textProblems(wrong, data)).toEqual(problems);
  });

  it('has its placeholders listed, those of lists under their list', () => {
    expect(placeholdersOf(data).map(({ name, inside }) => [name, inside])).toEqual([
      ['guest', undefined],
      ['order.number', undefined],
      ['order.url', undefined],
      ['trips', undefined],
      ['title', 'trips'],
      ['time', 'trips'],
      ['vessel', 'trips'],
    ]);
  });
});
