import { describe, expect, it } from '@jest/globals';
import { linesOf, markdown, questionsOf } from './markdown.ts';

describe('what managers write', () => {
  it('is never HTML', () => {
    expect(markdown('<img src=x onerror=alert(1)> **да**')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt; <strong>да</strong></p>\n',
    );
    expect(markdown('[сюда](javascript:alert(1))')).not.toContain('href');
  });

  it('asks nothing of another origin', () => {
    expect(markdown('![Нева](https://elsewhere.example/neva.jpg)')).toBe('<p>Нева</p>\n');
    expect(markdown('[карта](https://elsewhere.example)')).toContain('rel="noopener noreferrer nofollow"');
    expect(markdown('[оферта](/ru/pages/offer)')).not.toContain('rel=');
  });

  it('stands below the headings of the page', () => {
    expect(markdown('# Первое\n\n### Третье')).toBe('<h3>Первое</h3>\n<h4>Третье</h4>\n');
  });

  it('is a list line by line, with dashes or without', () => {
    expect(linesOf('- Плед\n\nЧай \n* Гид')).toEqual(['Плед', 'Чай', 'Гид']);
  });

  it('is questions, each with its answer', () => {
    expect(questionsOf('Введение\n\n### Можно с собакой?\n\nДа.\n\n### А с котом?\n\nТоже.')).toEqual([
      { question: 'Можно с собакой?', answer: '<p>Да.</p>\n' },
      { question: 'А с котом?', answer: '<p>Тоже.</p>\n' },
    ]);
    expect(questionsOf('Без вопросов.')).toEqual([]);
  });
});
