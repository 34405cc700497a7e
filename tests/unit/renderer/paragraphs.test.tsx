import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import ReactMarkdown from 'react-markdown';
import { expect, it } from 'vitest';
import { paragraphsOf } from '../../../renderer/ui/Markdown/paragraphs';

/** What the parser makes of it, which is what the quick way has to equal. */
const parsed = (text: string): string => renderToStaticMarkup(createElement(ReactMarkdown, null, text));

function drawn(paragraphs: string[]): string {
  return paragraphs.map((text) => renderToStaticMarkup(createElement('p', null, text))).join('\n');
}

it.each([
  'Met at the fair.',
  'Two lines\nof one paragraph',
  'One.\n\nTwo.\n \n\nThree. ',
  '\n\n after empty lines\n   and spaces',
  'Dates: 12 May, 50 % off! (really) ~ fine | also fine “quoted” — émigré 你好 🙂',
  'mail me at ana@example.com or https://example.com',
  '',
])('reads %j as the parser does', (text) => {
  const paragraphs = paragraphsOf(text);
  expect(paragraphs).not.toBeNull();
  expect(drawn(paragraphs ?? [])).toBe(parsed(text));
});

it.each([
  '# Heading',
  'Title\n===',
  'Title\n---',
  '- item',
  '1. item',
  '+ item',
  '    code',
  '\tcode',
  'a\r\nb',
  'a  \nb',
  '*emphasis*',
  'snake_case_name',
  '[Ana](rapport://person/0197)',
  '<b>bold</b>',
  'fish &amp; chips',
  '`code`',
  '~~~\ncode',
  '> quote',
])('leaves %j to the parser', (text) => expect(paragraphsOf(text)).toBeNull());

it('never differs from the parser in what it reads itself', () => {
  const piece = fc.constantFrom(
    ...'ab1 \n\n.)-+=#*_~|!:@\t\u00a0\u2028'.split(''),
    'word ',
    '12. ',
    '---',
    '\r\n',
  );
  const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const differing = fc.sample(texts, { numRuns: 2_000 }).filter((text) => {
    const paragraphs = paragraphsOf(text);
    return paragraphs !== null && drawn(paragraphs) !== parsed(text);
  });
  expect(differing).toEqual([]);
});
