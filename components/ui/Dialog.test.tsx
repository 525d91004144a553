import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '@/components/testing/show';
import { Button } from './Button';
import { Dialog } from './Dialog';

const noop = (): void => undefined;

function dialog(open: boolean, onClose: () => void = noop) {
  const actions = (
    <>
      <Button>{'Cancel'}</Button>
      <Button>{'Erase'}</Button>
    </>
  );
  return (
    <Dialog open={open} title="Erase?" onClose={onClose} actions={actions}>
      {'For good.'}
    </Dialog>
  );
}

test('a closed dialog has no content', async () => {
  await show(dialog(false));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByText('For good.')).toBeNull();
});

test('an open dialog is named by its title, and its harmless button has the focus', async () => {
  await show(dialog(true));
  expect(screen.getByRole('dialog', { name: 'Erase?' }).textContent).toContain('For good.');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
});

test('Escape asks to close and does not close by itself', async () => {
  let closed = 0;
  const { user } = await show(dialog(true, () => (closed += 1)));
  await user.keyboard('{Escape}');
  expect(closed).toBe(1);
  expect(screen.getByRole('dialog', { name: 'Erase?' })).not.toBeNull();
});

test('a dialog that is closed by its owner is gone', async () => {
  const { update } = await show(dialog(true));
  await update(dialog(false));
  expect(screen.queryByRole('dialog')).toBeNull();
});
