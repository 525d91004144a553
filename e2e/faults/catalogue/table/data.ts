import type { Row } from './row';

/** Texts, files and what the screens do with them. */
export const data = [
  {
    id: 'D1',
    injection: 'any Unicode in a text: right to left, overrides, joiners, marks, halves of pairs',
    expected: 'sent unchanged; the name is isolated, and hidden characters are visible',
    notRun: 'has no test yet',
  },
  {
    id: 'D2',
    injection: 'names in look-alike letters',
    expected: 'the address name stands beside every name',
    notRun: 'has no test yet',
  },
  {
    id: 'D3',
    injection: 'HTML, Markdown and template variables in a text',
    expected: 'sent literally; an unresolved variable blocks sending',
    notRun: 'has no test yet',
  },
  {
    id: 'D4',
    injection: 'a text at the limit, one below, one above',
    expected: 'counted by code points; a refusal of GetSales is shown',
    notRun: 'has no test yet',
  },
  {
    id: 'D5',
    injection: 'attachments that are empty, too large, of another type, or too many',
    expected: 'refused, and nothing is sent',
    notRun: 'has no test yet',
  },
  {
    id: 'D6',
    injection: 'an export whose values begin with a formula',
    expected: 'the formula is escaped',
    notRun: 'has no test yet',
  },
  {
    id: 'D7',
    injection: 'links with other schemes in texts of GetSales',
    expected: 'no link; an https link opens without an opener',
    notRun: 'has no test yet',
  },
  {
    id: 'D8',
    injection: 'inline script, eval, remote resources, forms and base in our pages',
    expected: 'blocked, and normal use violates nothing',
    notRun: 'has no test yet',
  },
  {
    id: 'D9',
    injection: 'another site frames our pages',
    expected: 'blocked',
    notRun: 'has no test yet',
  },
  {
    id: 'D10',
    injection: 'an untrusted click, one within 600 ms of a new recipient, key repeat',
    expected: 'ignored',
    notRun: 'has no test yet',
  },
  {
    id: 'D11',
    injection: 'a passphrase: wrong, changed, forgotten, damaged',
    expected: 'no hint, and nothing but the key is lost',
    notRun: 'has no test yet',
  },
  {
    id: 'D12',
    injection: 'diagnostics are copied after faults',
    expected: 'no key, no text, no name',
    notRun: 'has no test yet',
  },
] as const satisfies readonly Row[];
