import { describe, expect, it } from 'vitest';
import { linkParts } from './link-parts';

const links = (text: string) => linkParts(text).flatMap(({ kind, value }) => (kind === 'link' ? [value] : []));

describe('addresses in a message', () => {
  it.each([
    ['See https://a.example/x?y=1#z.', ['https://a.example/x?y=1#z']],
    ['(https://a.example)', ['https://a.example']],
    ['https://a.example, https://b.example!', ['https://a.example', 'https://b.example']],
    ['HTTPS://A.example/x', ['HTTPS://A.example/x']],
    ['“https://пример.example/путь”', ['https://пример.example/путь']],
  ])('are found in %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>',
    'http://plain.example',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'https://user:secret@evil.example/',
    'https://',
    'https://[broken',
    'ftp://a.example',
  ])('cannot be opened when they are %s', (text) => {
    expect(links(text)).toEqual([]);
  });

  it.each([
    '',
    'plain',
    'a https://a.example b https://b@c.example d',
    '<b>https://a.example</b>',
    'https://a.example…\n\n',
  ])('keep every character of “%s”', (text) => {
    expect(
      linkParts(text)
        .map(({ value }) => value)
        .join(''),
    ).toBe(text);
  });
});
