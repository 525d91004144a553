import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '@/components/testing/show';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { SelectField } from './SelectField';
import { Switch } from './Switch';
import { TextField } from './TextField';

/** The words that a screen reader adds to this element. */
function descriptionOf(element: HTMLElement): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return ids.map((id) => document.getElementById(id)?.textContent ?? 'missing').join(' ');
}

test('a button calls its action once per press', async () => {
  let presses = 0;
  const { user } = await show(<Button onClick={() => (presses += 1)}>{'Add'}</Button>);
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(presses).toBe(1);
});

test('a busy button says so, keeps the focus and ignores presses', async () => {
  let presses = 0;
  const button = (busy: boolean) => (
    <Button busy={busy} onClick={() => (presses += 1)}>
      {'Add'}
    </Button>
  );
  const { user, update } = await show(button(false));
  await user.tab();
  await update(button(true));
  const busy = screen.getByRole('button', { name: 'Add', busy: true });
  await user.click(busy);
  await user.keyboard('{Enter}');
  expect(presses).toBe(0);
  expect(document.activeElement).toBe(busy);
});

test('a busy submit button does not submit its form', async () => {
  let submits = 0;
  const { user } = await show(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submits += 1;
      }}
    >
      <Button type="submit" busy>
        {'Save'}
      </Button>
    </form>,
  );
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(submits).toBe(0);
});

test('a button inside a form does not submit it unless it is a submit button', async () => {
  let submits = 0;
  const { user } = await show(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submits += 1;
      }}
    >
      <Button>{'Cancel'}</Button>
      <IconButton label="Options">{'o'}</IconButton>
      <Button type="submit">{'Save'}</Button>
    </form>,
  );
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Options' }));
  expect(submits).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(submits).toBe(1);
});

test('a text field is named by its label and described by its hint', async () => {
  await show(<TextField label="Key" hint="Stored encrypted." />);
  const field = screen.getByRole('textbox', { name: 'Key' });
  expect(descriptionOf(field)).toBe('Stored encrypted.');
  expect(field.getAttribute('aria-invalid')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a text field with a problem is invalid, and the problem is announced and read with the field', async () => {
  await show(<TextField label="Key" hint="Stored encrypted." problem="Paste your key." />);
  const field = screen.getByRole('textbox', { name: 'Key' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(descriptionOf(field)).toBe('Stored encrypted. Paste your key.');
  expect(screen.getByRole('alert').textContent).toBe('Paste your key.');
});

test('a text field without hint and problem is described by nothing', async () => {
  await show(<TextField label="Key" />);
  expect(screen.getByRole('textbox', { name: 'Key' }).getAttribute('aria-describedby')).toBeNull();
});

test('a select is named by its label, described by its hint, and reports the choice', async () => {
  const chosen: string[] = [];
  const { user } = await show(
    <SelectField label="Undo" hint="How long." value="a" onChange={({ target }) => chosen.push(target.value)}>
      <option value="a">{'5 s'}</option>
      <option value="b">{'10 s'}</option>
    </SelectField>,
  );
  const field = screen.getByRole('combobox', { name: 'Undo' });
  expect(descriptionOf(field)).toBe('How long.');
  await user.selectOptions(field, '10 s');
  expect(chosen).toEqual(['b']);
});

test('a switch reports the other position, and its label is part of it', async () => {
  const positions: boolean[] = [];
  const { user } = await show(
    <Switch label="Auto-add" hint="At once." checked={false} onChange={(checked) => positions.push(checked)} />,
  );
  const field = screen.getByRole('switch', { name: 'Auto-add', checked: false });
  expect(descriptionOf(field)).toBe('At once.');
  await user.click(screen.getByText('Auto-add'));
  await user.keyboard(' ');
  expect(positions).toEqual([true, true]);
});

test('a disabled switch cannot be moved', async () => {
  const positions: boolean[] = [];
  const { user } = await show(
    <Switch label="Auto-add" checked disabled onChange={(checked) => positions.push(checked)} />,
  );
  await user.click(screen.getByRole('switch', { name: 'Auto-add', checked: true }));
  expect(positions).toEqual([]);
});
