import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { aContact, aReading } from '@/components/testing/people';
import { asOf, fakeWorker, noAnswer } from '@/components/testing/fake-worker';
import { show } from '@/components/testing/show';
import type { AppError } from '@/lib/domain/app-error';
import type { Contact } from '@/lib/domain/contact';
import type { Reading } from '@/lib/domain/reading';
import { err } from '@/lib/domain/result';
import { t } from '@/lib/i18n/text';
import { listA } from '@/lib/outbox/testing/entries';
import { type AddState, NOT_ADDED } from '@/lib/ui/adding/add-state';
import { PersonDetails } from './PersonDetails';
import { contactDraft } from './person-fields';
import { useDetailsForm } from './use-details-form';

interface FormProps {
  readonly reading?: Reading | null;
  readonly contact?: Contact | null;
  readonly refusal?: AppError | null;
  readonly onSubmit?: (draft: unknown) => void;
}

/** The details with a button that adds, as in the popup. `refusal` is how GetSales answers. */
function Form({ reading = aReading(), contact = null, refusal = null, onSubmit = () => undefined }: FormProps) {
  const [add, setAdd] = useState<AddState>(NOT_ADDED);
  const details = useDetailsForm(reading, contact, add);
  const [isOpen, setOpen] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!details.check()) return;
        onSubmit(contactDraft(details.fields));
        if (refusal !== null)
          setAdd({ name: 'failed', list: { id: listA, name: 'L' }, ifPresent: 'keep', error: refusal });
      }}
    >
      <button
        type="button"
        onClick={() => {
          setOpen(true);
          details.open();
        }}
      >
        {'Edit'}
      </button>
      <button type="submit">{'Add'}</button>
      {isOpen && (
        <PersonDetails
          id="details"
          reading={reading}
          fields={details.fields}
          customFields={details.customFields}
          isChecked={details.isChecked}
          refused={details.refused}
          onEdit={details.edit}
        />
      )}
    </form>
  );
}

async function opened(props: FormProps = {}, worker = fakeWorker()) {
  const sent: unknown[] = [];
  const shown = await show(<Form {...props} onSubmit={(draft) => sent.push(draft)} />, worker);
  await shown.user.click(screen.getByRole('button', { name: 'Edit' }));
  const add = () => shown.user.click(screen.getByRole('button', { name: 'Add' }));
  return { ...shown, sent, add };
}

type Label = Parameters<typeof labelOf>[0];
const labelOf = (
  name:
    'name' | 'headline' | 'company' | 'workEmail' | 'personalPhone' | 'companyDomain' | 'tags' | 'about' | 'avatarUrl',
) => t(`popup.field.${name}`);
const field = (name: Label): HTMLInputElement => screen.getByRole('textbox', { name: labelOf(name) });
const tick = (name: Label): HTMLInputElement =>
  screen.getByRole('checkbox', { name: t('popup.details.send', { field: labelOf(name) }) });

function descriptionOf(element: HTMLElement): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return ids.map((id) => document.getElementById(id)?.textContent ?? 'missing').join(' ');
}

async function retype(user: Awaited<ReturnType<typeof opened>>['user'], name: Label, text: string) {
  await user.clear(field(name));
  await user.type(field(name), text);
}

describe('of several current roles', () => {
  const OTHERS = [
    { position: 'Trustee', company: 'Havn Foundation' },
    { position: 'Illustrator', company: null },
  ];
  const inferred = (value: string) => ({ value, evidence: 'structure', certainty: 'inferred' }) as const;
  const withWork = (work: Reading['fields']) => aReading({ fields: { ...aReading().fields, ...work } });
  const several = withWork({ position: { ...inferred('Head of Procurement'), otherRoles: OTHERS } });
  const choice = () => screen.getByRole('combobox', { name: t('popup.details.roles') });
  const chosen = () => within(choice()).getByRole('option', { selected: true }).textContent;

  test('all are offered, and the first is sent only once it is ticked or chosen', async () => {
    const { user, sent, add } = await opened({ reading: several });
    expect(
      within(choice())
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([
      t('popup.details.chooseRole'),
      ...['Head of Procurement · Nordlys Energy', 'Trustee · Havn Foundation', 'Illustrator'],
    ]);
    expect(chosen()).toBe(t('popup.details.chooseRole'));
    await add();
    await user.selectOptions(choice(), 'Head of Procurement · Nordlys Energy');
    await add();
    expect(sent).toEqual([
      expect.not.objectContaining({ position: expect.anything(), company: expect.anything() }),
      expect.objectContaining({ position: 'Head of Procurement', company: 'Nordlys Energy' }),
    ]);
  });

  test('the chosen one is sent with its company', async () => {
    const { user, sent, add } = await opened({ reading: several });
    await user.selectOptions(choice(), 'Trustee · Havn Foundation');
    expect([field('company').value, tick('company').checked]).toEqual(['Havn Foundation', true]);
    await add();
    expect(sent).toEqual([expect.objectContaining({ position: 'Trustee', company: 'Havn Foundation' })]);
  });

  test('one without a company is sent without any', async () => {
    const { user, sent, add } = await opened({ reading: several });
    await user.selectOptions(choice(), 'Illustrator');
    await add();
    expect(sent).toEqual([expect.objectContaining({ position: 'Illustrator' })]);
    expect(sent).not.toEqual([expect.objectContaining({ company: expect.anything() })]);
  });

  test('none is shown as chosen while something else is typed', async () => {
    const { user } = await opened({ reading: several });
    await retype(user, 'company', 'Lir & Sons');
    expect(chosen()).toBe(t('popup.details.chooseRole'));
  });

  test('a single one needs no choice', async () => {
    await opened({ reading: withWork({ position: inferred('Trustee') }) });
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

describe('the details', () => {
  test('are one group with a box and a text for each field', async () => {
    await opened();
    const group = screen.getByRole('group', { name: t('popup.details.legend') });
    expect(within(group).getAllByRole('textbox')).toHaveLength(15);
    expect(within(group).getAllByRole('checkbox')).toHaveLength(15);
  });

  test('tick what the page proves, and not what it suggests', async () => {
    await opened();
    expect([field('name').value, tick('name').checked]).toEqual(['Mira Okonkwo', true]);
    expect([field('company').value, tick('company').checked]).toEqual(['Nordlys Energy', false]);
    expect(descriptionOf(field('company'))).toBe(t('popup.person.suggested'));
    expect(descriptionOf(field('name'))).toBe('');
  });

  test('leave an empty field without a tick to set, and say who fills it', async () => {
    await opened();
    expect(tick('workEmail').disabled).toBe(true);
    expect(field('about').placeholder).toBe(t('popup.person.willFill'));
    expect(field('tags').placeholder).toBe(t('popup.details.tags'));
  });

  test('never send back what GetSales knows', async () => {
    const { sent, add } = await opened({ reading: null, contact: aContact({ workEmail: 'mira@nordlys.test' }) });
    expect(field('workEmail').value).toBe('mira@nordlys.test');
    expect(descriptionOf(field('workEmail'))).toBe(t('popup.person.fromGetSales'));
    expect([tick('workEmail').checked, tick('workEmail').disabled]).toEqual([false, true]);
    await add();
    expect(sent).toEqual([{}]);
  });

  test('send a suggestion once it is ticked, and a proven value no more once it is not', async () => {
    const { user, sent, add } = await opened();
    await user.click(tick('company'));
    await user.click(tick('headline'));
    await add();
    expect(sent).toEqual([expect.objectContaining({ name: 'Mira Okonkwo', company: 'Nordlys Energy' })]);
    expect(sent).not.toEqual([expect.objectContaining({ headline: expect.any(String) })]);
  });

  test('tick what is typed, and mark it as edited', async () => {
    const { user, sent, add } = await opened();
    await user.type(field('workEmail'), 'mira@nordlys.test');
    expect(tick('workEmail').checked).toBe(true);
    expect(descriptionOf(field('workEmail'))).toBe(t('popup.person.edited'));
    await add();
    expect(sent).toEqual([expect.objectContaining({ workEmail: 'mira@nordlys.test' })]);
  });

  test('untick a field that is emptied', async () => {
    const { user } = await opened();
    await user.clear(field('headline'));
    expect([tick('headline').checked, tick('headline').disabled]).toEqual([false, true]);
  });

  test('send the host of a typed address as the domain, and show it', async () => {
    const { user, sent, add } = await opened();
    await user.type(field('companyDomain'), 'https://www.nordlys.test/about');
    await user.tab();
    expect(field('companyDomain').value).toMatch(/nordlys\.test$/u);
    await add();
    expect(sent).toEqual([expect.objectContaining({ companyDomain: field('companyDomain').value })]);
  });

  test('send tags one by one', async () => {
    const { user, sent, add } = await opened();
    await user.type(field('tags'), 'fair, warm , fair');
    await add();
    expect(sent).toEqual([expect.objectContaining({ tags: ['fair', 'warm'] })]);
  });

  test('submit a field of several lines with Ctrl and Enter only', async () => {
    const { user, sent } = await opened();
    await user.type(field('about'), 'One{Enter}Two');
    expect(sent).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent).toEqual([expect.objectContaining({ about: 'One\nTwo' })]);
  });

  test('submit a field of one line with Enter', async () => {
    const { user, sent } = await opened();
    await user.type(field('workEmail'), 'mira@nordlys.test{Enter}');
    expect(sent).toEqual([expect.objectContaining({ workEmail: 'mira@nordlys.test' })]);
  });
});

describe('a value that cannot be sent', () => {
  test.each<[Label, string, string]>([
    ['workEmail', 'mira at nordlys', t('popup.problem.email')],
    ['personalPhone', '12', t('popup.problem.phone')],
    ['companyDomain', 'no domain', t('popup.problem.domain')],
    ['avatarUrl', 'http://pictures.test/1', t('popup.problem.httpsUrl')],
    ['name', 'x'.repeat(401), t('popup.problem.tooLong', { max: 400 })],
    ['tags', 'x'.repeat(101), t('popup.problem.tagLength', { max: 100 })],
    [
      'tags',
      Array.from({ length: 51 }, (_, index) => `tag ${String(index)}`).join(),
      t('popup.problem.tagCount', { max: 50 }),
    ],
  ])('%s: says how to fix it once the field is left, and not while typing', async (name, text, words) => {
    const { user } = await opened();
    await user.clear(field(name));
    await user.click(field(name));
    await user.paste(text);
    expect(field(name).getAttribute('aria-invalid')).toBeNull();
    await user.tab();
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(descriptionOf(field(name))).toContain(words);
  });

  test('stops the add, and can be sent once it is fixed', async () => {
    const { user, sent, add } = await opened();
    await user.type(field('workEmail'), 'mira');
    await add();
    expect(sent).toEqual([]);
    expect(descriptionOf(field('workEmail'))).toContain(t('popup.problem.email'));
    await retype(user, 'workEmail', 'mira@nordlys.test');
    expect(field('workEmail').getAttribute('aria-invalid')).toBeNull();
    await add();
    expect(sent).toEqual([expect.objectContaining({ workEmail: 'mira@nordlys.test' })]);
  });

  test('does not stop the add when it is not ticked', async () => {
    const { user, sent, add } = await opened();
    await user.type(field('workEmail'), 'mira');
    await user.click(tick('workEmail'));
    await add();
    expect(sent).toHaveLength(1);
    expect(field('workEmail').getAttribute('aria-invalid')).toBeNull();
  });
});

describe('a field that GetSales refused', () => {
  const refusal: AppError = {
    code: 'refused',
    status: 422,
    problems: [{ field: 'lead.work_email', message: 'No such address.' }],
  };
  const words = t('popup.problem.refused', { message: 'No such address.' });

  test('says why, until its value is changed', async () => {
    const { user, add } = await opened({ refusal });
    await user.type(field('workEmail'), 'mira@nordlys.test');
    await add();
    expect(descriptionOf(field('workEmail'))).toContain(words);
    await user.type(field('workEmail'), 'x');
    expect(descriptionOf(field('workEmail'))).not.toContain(words);
  });

  test('is not blamed when it was not sent', async () => {
    const { add } = await opened({ refusal });
    await add();
    expect(field('workEmail').getAttribute('aria-invalid')).toBeNull();
  });
});

describe('custom fields', () => {
  const group = () => screen.getByRole('group', { name: t('popup.custom.legend') });
  const known = [
    { id: '1', name: 'Gender' },
    { id: '2', name: 'budget' },
  ];

  test('are not asked for before the details are opened', async () => {
    const { worker } = await show(<Form />);
    expect(worker.inputs('customFields.get')).toEqual([]);
  });

  test('say that they are loading', async () => {
    await opened({}, fakeWorker({ 'customFields.get': noAnswer }));
    expect(within(group()).getByRole('status').textContent).toBe(t('popup.custom.loading'));
  });

  test('say that there are none', async () => {
    await opened({}, fakeWorker({ 'customFields.get': () => asOf([]) }));
    expect(within(group()).getByText(t('popup.custom.none'))).not.toBeNull();
  });

  test('that failed to load never count as none, and are asked for again', async () => {
    const { user, worker } = await opened({}, fakeWorker({ 'customFields.get': () => err({ code: 'offline' }) }));
    expect(within(group()).getByRole('alert').textContent).toContain(t('error.offline.title'));
    expect(within(group()).queryByText(t('popup.custom.none'))).toBeNull();
    worker.answer({ 'customFields.get': () => asOf(known) });
    await user.click(within(group()).getByRole('button', { name: t('common.retry') }));
    expect(within(group()).getAllByRole('textbox')).toHaveLength(2);
    expect(document.activeElement).toBe(group());
  });

  test('are sent by name when something is typed', async () => {
    const { user, sent, add } = await opened({}, fakeWorker({ 'customFields.get': () => asOf(known) }));
    await user.type(screen.getByRole('textbox', { name: 'budget' }), '20k');
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: t('popup.details.send', { field: 'budget' }) }).checked,
    ).toBe(true);
    await add();
    expect(sent).toEqual([expect.objectContaining({ customFields: { budget: '20k' } })]);
  });
});
