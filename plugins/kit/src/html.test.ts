import { html } from './html.ts';

describe('markup', () => {
  it('escapes what people and other systems wrote', () => {
    const name = `<script>alert("1" & '2')</script>`;
    expect(html`<p title="${name}">${name}</p>`.markup).not.toContain('<script>');
    expect(html`${name}`.markup).toBe('&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;');
  });

  it('keeps markup as it is, in lists too, and leaves out what is missing', () => {
    const items = ['a', 'b'].map((text) => html`<b>${text}</b>`);
    const { markup } = html`<p>${items}</p>
      ${undefined}${0}`;
    expect(markup.replace(/\s+/g, '')).toBe('<p><b>a</b><b>b</b></p>0');
  });
});
