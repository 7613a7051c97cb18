import { articleOf, topicsOf } from './article.ts';

describe('an article', () => {
  it('lists its parts, and each can be linked to', () => {
    const { html, contents } = articleOf('# One\ntext\n## Two «parts»\n### Three\n## Two «parts»');
    expect(contents).toEqual([
      { id: 'one', title: 'One' },
      { id: 'two-parts', title: 'Two «parts»' },
      { id: 'two-parts-3', title: 'Two «parts»' },
    ]);
    expect(html).toContain('<h2 id="one">One</h2>');
    expect(html).toContain('<h3 id="three">Three</h3>');
    expect(html).not.toContain('<h1');
  });

  it.each([
    ['Возврат билетов', 'возврат-билетов'],
    ['退票', '退票'],
    ['«…»', 'part'],
  ])('calls “%s” %s', (title, id) => {
    expect(articleOf(`## ${title}`).contents).toEqual([{ id, title }]);
  });

  it('runs nothing and fetches nothing that was written into it', () => {
    const { html } = articleOf(
      '<script>alert(1)</script> ![a <b>](https://evil.example/x.png) [x](javascript:alert(1)) <img src=x onerror=y>',
    );
    expect(html).not.toMatch(/<(script|img|b)\b|href="javascript/);
    expect(html).toContain('a &lt;b&gt;');
  });

  it('tells foreign pages nothing about ours, and leaves our own links alone', () => {
    const { html } = articleOf('[out](https://example.org) [in](/ru/events) [down](#two)');
    expect(html).toContain('<a href="https://example.org" rel="noopener noreferrer nofollow">');
    expect(html).toContain('<a href="/ru/events">');
    expect(html).toContain('<a href="#two">');
  });

  it('lets a wide table move by itself', () => {
    const { html } = articleOf('| a | b |\n|---|---|\n| 1 | 2 |');
    expect(html).toMatch(/<div class="table" tabindex="0"><table>[^]*<\/table><\/div>/);
  });
});

describe('questions', () => {
  it('stand under their topics', () => {
    const topics = topicsOf('Hello\n## Tickets\nAbout *them*\n### Print?\nNo.\n### Late?\nCall.\n## Weather');
    expect(topics.map(({ id, questions }) => [id, questions.map(({ question }) => question)])).toEqual([
      ['part', []],
      ['tickets', ['Print?', 'Late?']],
      ['weather', []],
    ]);
    expect(topics[1]).toMatchObject({ intro: '<p>About <em>them</em></p>\n' });
    expect(topics[1]?.questions[0]?.answer).toBe('<p>No.</p>\n');
  });

  it('need no topic', () => {
    expect(topicsOf('### Print?\nNo.')).toMatchObject([{ title: '', questions: [{ question: 'Print?' }] }]);
  });
});
