import { describe, expect, it } from 'vitest';
import { linkedName, nameHeading, titleName } from './name-heading';
import { parsePage } from '../testing/parse-page';

const TITLE = 'Mira Okonkwo | LinkedIn';

function page(body: string, title = TITLE): Document {
  return parsePage(`<title>${title}</title>${body}`);
}

describe('the name in the title', () => {
  it.each([
    ['Mira Okonkwo | LinkedIn', 'Mira Okonkwo'],
    ['(3) Mira Okonkwo | LinkedIn', 'Mira Okonkwo'],
    ['(99+) Mira Okonkwo | LinkedIn', 'Mira Okonkwo'],
    ['Mira Okonkwo | Sales Navigator', 'Mira Okonkwo'],
    ['Mira Okonkwo | LinkedIn Recruiter', 'Mira Okonkwo'],
    ['Mira Okonkwo | LinkedIn Trainer | LinkedIn', 'Mira Okonkwo | LinkedIn Trainer'],
    ['Mira Okonkwo | LinkedIn | LinkedIn', 'Mira Okonkwo | LinkedIn'],
    ['LinkedIn Mira | Sales Navigator Coach | LinkedIn', 'LinkedIn Mira | Sales Navigator Coach'],
    ['Mira Okonkwo|LinkedIn', 'Mira Okonkwo'],
    ['LinkedIn', null],
    ['Mira Okonkwo', null],
    ['| LinkedIn', null],
  ])('%s is %j', (title, name) => {
    expect(titleName(page('', title))).toBe(name);
  });
});

describe('the name’s heading', () => {
  const read = (body: string) => {
    const document = page(body);
    const card = document.querySelector('section') ?? document.body;
    return nameHeading(card, [...card.querySelectorAll('h1, h2')], titleName(document), [])?.name?.value ?? null;
  };

  it.each([
    ['behind a dialog', '<main aria-hidden="true"><section><h1>Mira Okonkwo</h1></section></main>'],
    ['in a card that a dialog covers', '<section aria-hidden="true"><h1>Mira Okonkwo</h1></section>'],
    [
      'beside a dialog in the card',
      '<section><button aria-hidden="true"><h1>Mira Okonkwo</h1></button><div role="dialog"><h2>Mira Okonkwo, sign in</h2></div></section>',
    ],
    ['under a badge', '<section><h1>Mira Okonkwo <span>· 2nd</span></h1></section>'],
  ])('is read %s', (_, body) => {
    expect(read(body)).toBe('Mira Okonkwo');
  });

  it.each([
    ['is in a dialog', '<section><dialog open><h1>Mira Okonkwo</h1></dialog></section>'],
    ['is hidden', '<section><h1 hidden>Mira Okonkwo</h1></section>'],
    ['is another person’s', '<section><h1>Ana Duarte</h1></section>'],
  ])('is not read when it %s', (_, body) => {
    expect(read(body)).toBeNull();
  });
});

it.each([
  ['a link', '<a href="/in/mira-okonkwo/">Mira Okonkwo</a>', 'Mira Okonkwo'],
  ['a line in a link', '<a href="/in/mira-okonkwo/"><p>Mira Okonkwo</p><p>· 2nd</p></a>', 'Mira Okonkwo'],
  ['a link with more', '<a href="/in/mira-okonkwo/">Mira Okonkwo and 3 others</a>', undefined],
  ['a hidden line', '<a href="/in/mira-okonkwo/"><p hidden>Mira Okonkwo</p></a>', undefined],
])('a name that is no heading is the text of %s if the title repeats it', (_, body, name) => {
  const document = page(body);
  expect(linkedName([...document.querySelectorAll('a')], titleName(document))?.name?.value).toBe(name);
  expect(linkedName([...document.querySelectorAll('a')], null)).toBeNull();
});
