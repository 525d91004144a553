import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, problemsIn, reasonIn } from './problems';

const json = (value: unknown) => ({ kind: 'json', value }) as const;

describe('the problems in a refusal', () => {
  test.each([
    [
      'lists of texts by field',
      { error: { data: { list_uuid: ['The list is required.'], 'lead.linkedin_id': ['Unknown.', 'Too long.'] } } },
      [
        { field: 'list_uuid', message: 'The list is required.' },
        { field: 'lead.linkedin_id', message: 'Unknown.' },
        { field: 'lead.linkedin_id', message: 'Too long.' },
      ],
    ],
    ['a text by field', { error: { data: { name: 'Taken.' } } }, [{ field: 'name', message: 'Taken.' }]],
    [
      'fields within fields',
      { error: { data: { leads: [{ email: ['No e-mail address.'] }] } } },
      [{ field: 'leads.email', message: 'No e-mail address.' }],
    ],
    [
      'Laravel without an envelope',
      { message: 'No.', errors: { name: ['Taken.'] } },
      [{ field: 'name', message: 'Taken.' }],
    ],
    ['an empty map and a message', { error: { data: [], message: 'Not now.' } }, [{ field: '', message: 'Not now.' }]],
    ['an error that is a text', { error: 'Not now.' }, [{ field: '', message: 'Not now.' }]],
    ['a message alone', { message: 'Not now.' }, [{ field: '', message: 'Not now.' }]],
    ['a bare text', 'Not now.', [{ field: '', message: 'Not now.' }]],
    [
      'HTML within',
      { error: { data: { name: '<b>Taken</b> by <i>Tom &amp; Co</i>' } } },
      [{ field: 'name', message: 'Taken by Tom & Co' }],
    ],
    ['nothing', {}, []],
    ['numbers', { error: { data: { name: 7 }, message: 8 } }, []],
    ['errors within the envelope', { error: { errors: { name: 'Taken.' } } }, [{ field: 'name', message: 'Taken.' }]],
    ['null beside a text', { error: { data: { name: null, list: 'No.' } } }, [{ field: 'list', message: 'No.' }]],
    [
      'a text after many empty ones',
      { error: { data: { name: [...Array.from({ length: 20 }, () => ' '), 'Taken.'] } } },
      [{ field: 'name', message: 'Taken.' }],
    ],
    [
      'the next message after an empty one',
      { error: { message: ' ' }, message: 'No.' },
      [{ field: '', message: 'No.' }],
    ],
    ['a message without words', { message: '<p></p>' }, []],
  ])('are read from %s', (_shape, body, problems) => {
    expect(problemsIn(json(body))).toEqual(problems);
  });

  test('are read from a page of HTML', () => {
    const text = '<html><head><style>p{}</style><script>alert(1)</script></head><body><h1>413</h1><p>Too large</body>';
    expect(problemsIn({ kind: 'html', text })).toEqual([{ field: '', message: '413 Too large' }]);
  });

  test.each(['empty', 'unreadable'] as const)('are none in a body that is %s', (kind) => {
    expect(problemsIn({ kind })).toEqual([]);
  });

  test('are limited to ten in all places together', () => {
    const eight = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`field_${n}`, 'No.']));
    expect(problemsIn(json({ error: { data: eight, errors: eight }, errors: eight }))).toHaveLength(10);
  });

  test('are limited to ten problems of 300 characters', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`field_${n}`, ['x'.repeat(9_000)]]));
    const problems = problemsIn(json({ error: { data: many } }));
    expect(problems).toHaveLength(10);
    expect(problems[0]?.message).toHaveLength(300);
    expect(problemsIn(json({ error: { data: { ['f'.repeat(9_000)]: 'No.' } } }))[0]?.field).toHaveLength(100);
  });

  test('are never empty texts, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        for (const { message } of problemsIn(json(value))) expect(message).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    [json({ error: { reason: 'bad_request' } }), 'bad_request'],
    [json({ error: {} }), ''],
    [json({ error: 'No.' }), ''],
    [json({ error: null }), null],
    [json({ error: 7 }), null],
    [json({ message: 'The route leads/x could not be found.' }), null],
    [{ kind: 'empty' } as const, null],
    [{ kind: 'html', text: '<p>' } as const, null],
  ])('the reason in %j is %j', (body, reason) => {
    expect(reasonIn(body)).toBe(reason);
  });
});

describe('plain text', () => {
  test.each([
    ['<img src=x onerror=alert(1)>Hi', 'Hi'],
    ['Hi<script>steal()</script> there', 'Hi there'],
    ['Hi <scr<script>x</script>ipt>', 'Hi'],
    ['cut <img src="x', 'cut'],
    ['<!-- note -->Hi', 'Hi'],
    ['Hi <!-- cut note', 'Hi'],
    ['Hi <script>cut()', 'Hi'],
    ['Hi<style>p{}</style>there', 'Hi there'],
    ['Hi <bx<i>there', 'Hi there'],
    ['&apos;a&nbsp;b&apos;', "'a b'"],
    ['a&#0;b&#x110000;c&#x10ffff;', 'a b c\u{10ffff}'],
    ['3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
    ['&lt;b&gt; &#65;&#x42; &nbsp;&quot;', '<b> AB "'],
    ['&unknown; &#99999999;', '&unknown; &#99999999;'],
    ['a\u202Eb\u0000c\n\n d', 'a b c d'],
  ])('of %j is %j', (source, words) => {
    expect(plainText(source, 100)).toBe(words);
  });

  test.each([
    ['abcd efgh', 9, 'abcd efgh'],
    ['abcd efgh', 8, 'abcd ef…'],
    ['abcd efgh', 6, 'abcd…'],
  ])('of %j in %i characters is %j', (source, length, words) => {
    expect(plainText(source, length)).toBe(words);
  });

  test('ends after 20,000 characters of a page', () => {
    expect(plainText(`${' '.repeat(19_998)}Hi there`, 100)).toBe('Hi');
  });

  test('of a megabyte of brackets is fast', () => {
    expect(plainText('<'.repeat(1_000_000), 300)).toHaveLength(300);
    expect(plainText('<a '.repeat(300_000), 300)).toBe('');
  });
});
