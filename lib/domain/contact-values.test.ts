import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostIn, isEmail, isHttpsUrl, isPhone, tagsIn, tagsProblem } from './contact-values';

describe('a domain', () => {
  it.each([
    ['somecoolcompany.com', 'somecoolcompany.com'],
    ['https://somecoolcompany.com/about', 'somecoolcompany.com'],
    ['http://www.somecoolcompany.com:8080/?a=b#c', 'somecoolcompany.com'],
    ['WWW.SomeCoolCompany.COM', 'somecoolcompany.com'],
    [' shop.example.co.uk ', 'shop.example.co.uk'],
    ['example.com.', 'example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['www.com', 'www.com'],
    ['example.com/in/mira?x=1', 'example.com'],
    ['example.com/?next=https://other.example', 'example.com'],
    ['shop.www.example.com', 'shop.www.example.com'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['a.co', 'a.co'],
  ])('%s is %s', (typed, host) => {
    expect(hostIn(typed)).toBe(host);
  });

  it.each([
    '',
    'localhost',
    'Some Cool Company',
    'somecoolcompany',
    'john@somecoolcompany.com',
    'mailto:john@somecoolcompany.com',
    'https://user:secret@somecoolcompany.com',
    'ftp://somecoolcompany.com',
    'javascript:alert(1)',
    '192.168.0.1',
    'https://[::1]/',
    'a..b.com',
    '-a.com',
    'some\ncompany.com',
    'https://:secret@somecoolcompany.com',
    'web2.app://somecoolcompany.com',
    'a-.com',
    'a.b2',
    `${'a'.repeat(64)}.com`,
    `${`${'a'.repeat(63)}.`.repeat(4)}com`,
    `example.${'a'.repeat(64)}`,
  ])('%j is rejected', (typed) => {
    expect(hostIn(typed)).toBeNull();
  });

  it('is stable when it is parsed again, and is the host of a web address', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const host = hostIn(url);
        if (host === null) return;
        expect(hostIn(host)).toBe(host.replace(/^www\./u, ''));
        expect(new URL(`https://${host}/`).hostname).toBe(host);
      }),
    );
  });

  it('never throws and never contains a space, a slash or an at sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(hostIn(text) ?? '').not.toMatch(/[\s/@:]/u);
      }),
    );
  });
});

describe('an e-mail address', () => {
  it.each(['john.doe@example.com', 'j+tag@mail.example.co.uk', 'o’brien@example.com', 'a@bücher.example'])(
    '%s is accepted',
    (typed) => {
      expect(isEmail(typed)).toBe(true);
    },
  );

  it.each([
    'john.doe',
    'john.doe@',
    '@example.com',
    'john doe@example.com',
    'john@example',
    'john@@example.com',
    'john@example.com, jane@example.com',
    'John <john@example.com>',
    'mailto:john@example.com',
    '.john@example.com',
    'john..doe@example.com',
    'john@exa mple.com',
    'john@example.com/path',
    'john@192.168.0.1',
    'john@exa<mple.com',
    `${'a'.repeat(65)}@example.com`,
  ])('%j is rejected', (typed) => {
    expect(isEmail(typed)).toBe(false);
  });

  it('accepts every address that fast-check generates', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(isEmail(address)).toBe(true);
      }),
    );
  });
});

describe('a phone number', () => {
  it.each([
    '+123456789',
    '+47 22 12 34 56',
    '(0)30 / 123-456',
    '+1 (555) 010-9999 ext. 12',
    '555.010.9999 x3',
    '12345',
    '123456789012345',
    ...['x12', 'x 12', ' #12', ' ext12', ' ext 12', ' Ext.  123456'].map(
      (extension) => `+49 30 12345678901${extension}`,
    ),
  ])('%s is accepted', (typed) => {
    expect(isPhone(typed)).toBe(true);
  });

  it.each([
    '',
    '1234',
    'call me',
    '+1 555 CALL NOW',
    '12+345678',
    '1234567890123456',
    '+-() ',
    '12345 x',
    '12345 x1234567',
    '12345 x1 x2',
  ])('%j is rejected', (typed) => {
    expect(isPhone(typed)).toBe(false);
  });

  it('has five to fifteen digits, with any spacing', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(digits, fc.constantFrom('', ' ', '-', '.', ' - '), (each, between) => {
        expect(isPhone(`+${each.join(between)}`)).toBe(each.length >= 5 && each.length <= 15);
      }),
    );
  });
});

describe('a photo address', () => {
  it.each([
    ['https://media.licdn.com/dms/image/v2/D4/profile-displayphoto/0/1?e=1&v=beta&t=x', true],
    ['http://example.com/a.jpg', false],
    ['example.com/a.jpg', false],
    ['data:image/png;base64,AA', false],
    ['https://user:secret@example.com/a.jpg', false],
    ['https://localhost/a.jpg', false],
    ['https://exa mple.com/a.jpg', false],
  ])('%s: %s', (typed, expected) => {
    expect(isHttpsUrl(typed)).toBe(expected);
  });
});

describe('tags', () => {
  it.each([
    ['Hot lead, Met in Oslo', ['Hot lead', 'Met in Oslo']],
    [' , a,,a, A ,b', ['a', 'b']],
    ['', []],
  ])('%j are %j', (typed, tags) => {
    expect(tagsIn(typed)).toEqual(tags);
  });

  it('are at most fifty, of at most a hundred characters each', () => {
    const many = Array.from({ length: 51 }, (_, index) => `tag ${index}`);
    expect(tagsProblem(many.slice(0, 50))).toBeNull();
    expect(tagsProblem(many)).toEqual({ kind: 'tag-count' });
    expect(tagsProblem(['x'.repeat(100)])).toBeNull();
    expect(tagsProblem(['a', 'x'.repeat(101)])).toEqual({ kind: 'tag-length' });
  });

  it('are stable when they are parsed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tagsIn(tagsIn(text).join(', '))).toEqual(tagsIn(text));
      }),
    );
  });
});
