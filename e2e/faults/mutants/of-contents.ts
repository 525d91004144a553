import type { Mutant } from './plant';

const DISPATCH = 'lib/services/sending/dispatch-message.ts';
const CONTACT_INPUT = 'lib/getsales/wire/contact-input.ts';
const ADD = 'lib/services/adding/add-contact.ts';

/** Faults in the fields of a person, the list and the text. */
export const CONTENT_MUTANTS: readonly Mutant[] = [
  {
    name: 'the company of the person gets lost',
    expected: ['wrong content'],
    file: CONTACT_INPUT,
    find: 'company_name: draft.company,',
    replace: '',
  },
  {
    name: 'the position is taken from the headline',
    expected: ['wrong content'],
    file: CONTACT_INPUT,
    find: 'position: draft.position,',
    replace: 'position: draft.headline,',
  },
  {
    name: 'first and last name are swapped',
    expected: ['wrong content'],
    file: CONTACT_INPUT,
    find: 'first_name: draft.firstName,\n    last_name: draft.lastName,',
    replace: 'first_name: draft.lastName,\n    last_name: draft.firstName,',
  },
  {
    name: 'the member id gets lost',
    expected: ['wrong content'],
    file: CONTACT_INPUT,
    find: 'ln_id: identity.memberId,',
    replace: '',
  },
  {
    name: 'a long headline is cut off',
    expected: ['wrong content'],
    file: CONTACT_INPUT,
    find: 'headline: draft.headline,',
    replace: 'headline: draft.headline?.slice(0, 120),',
  },
  {
    name: 'the list is that of the previous add',
    expected: ['wrong content'],
    file: ADD,
    find: 'return {\n    ...what,',
    replace:
      'const previous = (globalThis as any).previousList ?? what.listId;\n  (globalThis as any).previousList = what.listId;\n  return {\n    ...what,\n    listId: previous,',
  },
  {
    name: 'the text is normalised',
    expected: ['wrong content'],
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: "deps.client.send({ contactId, senderId, text: text.normalize('NFC') })",
  },
  {
    name: 'empty lines in the text are removed',
    expected: ['wrong content'],
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: "deps.client.send({ contactId, senderId, text: text.replaceAll(/\\n+/gu, '\\n') })",
  },
  {
    name: 'a long text is cut off',
    expected: ['wrong content'],
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: 'deps.client.send({ contactId, senderId, text: text.slice(0, 1_000) })',
  },
  {
    name: 'the name of the first person is shown for everyone',
    expected: ['wrong state'],
    file: ADD,
    find: '    createdAt: new Date(now()).toISOString(),',
    replace:
      '    createdAt: new Date(now()).toISOString(),\n    personName: ((globalThis as any).firstName ??= what.personName),',
  },
];
