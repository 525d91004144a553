import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { show } from '@/components/testing/show';
import type { AppError } from '@/lib/domain/app-error';
import type { SenderConnection } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { t } from '@/lib/i18n/text';
import { mara, tom } from '@/lib/ui/conversation/testing/examples';
import { ComposerTools } from './ComposerTools';
import { SenderFilter } from './SenderFields';

const MARA: Sender = { id: mara, name: 'Mara (DE)', enabled: true, canWrite: true };
const TOM: Sender = { id: tom, name: 'Tom', enabled: false, canWrite: true };
const CONNECTED: readonly SenderConnection[] = [{ senderId: mara, connected: true, lastMessageAt: null }];

interface Facts {
  readonly senders?: readonly Sender[] | null;
  readonly sender?: Sender | null;
  readonly error?: AppError | null;
  readonly otherDraft?: { readonly sender: Sender; readonly text: string } | null;
}

async function tools({ senders = [MARA, TOM], sender = MARA, error = null, otherDraft = null }: Facts = {}) {
  const events: string[] = [];
  const { user } = await show(
    <ComposerTools
      senders={senders}
      sender={sender}
      connections={CONNECTED}
      error={error}
      onRetry={() => events.push('retry')}
      onChoose={(id) => events.push(id)}
      otherDraft={otherDraft}
      onText={(text) => events.push(text)}
    />,
  );
  return { user, events };
}

const picker = (): HTMLSelectElement => screen.getByRole('combobox', { name: t('panel.composer.sender') });
const names = (field: HTMLSelectElement) => Array.from(field.options, ({ textContent }) => textContent);

describe('the sender picker', () => {
  test('says who is connected and who is turned off', async () => {
    await tools();
    expect(names(picker())).toEqual([
      t('panel.composer.senderConnected', { sender: 'Mara (DE)' }),
      t('panel.composer.senderPaused', { sender: t('panel.composer.senderNotConnected', { sender: 'Tom' }) }),
    ]);
    expect(picker().value).toBe(mara);
  });

  test('reports another choice', async () => {
    const { user, events } = await tools();
    await user.selectOptions(picker(), tom);
    expect(events).toEqual([tom]);
  });

  test('asks for a choice when none can be preselected, and the question itself is none', async () => {
    const { user, events } = await tools({ sender: null });
    expect(picker().selectedOptions[0]?.textContent).toBe(t('panel.composer.chooseSender'));
    await user.selectOptions(picker(), '');
    expect(events).toEqual([]);
    await user.selectOptions(picker(), mara);
    expect(events).toEqual([mara]);
  });

  test('is disabled while the senders are loading', async () => {
    await tools({ senders: null, sender: null });
    expect(picker().disabled).toBe(true);
    expect(names(picker())).toEqual([t('panel.blocked.preparing')]);
  });

  test('says why the senders could not be loaded, and asks again', async () => {
    const { user, events } = await tools({ senders: null, sender: null, error: { code: 'offline' } });
    expect(screen.getByRole('alert').textContent).toContain(
      t('panel.composer.sendersFailed', { reason: t('error.offline.title') }),
    );
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(events).toEqual(['retry']);
  });
});

test('a draft written as another sender is offered by name', async () => {
  const { user, events } = await tools({ otherDraft: { sender: TOM, text: 'Dear Jonas' } });
  await user.click(screen.getByRole('button', { name: t('panel.composer.otherDraft', { sender: 'Tom' }) }));
  expect(events).toEqual(['Dear Jonas']);
});

test('nothing is offered without such a draft', async () => {
  await tools();
  expect(screen.queryByRole('button')).toBeNull();
});

test('the filter shows all senders, or one', async () => {
  const chosen: (string | null)[] = [];
  const { user } = await show(<SenderFilter senders={[MARA, TOM]} value={null} onChange={(id) => chosen.push(id)} />);
  const filter = screen.getByRole<HTMLSelectElement>('combobox', { name: t('panel.filter.label') });
  expect(names(filter)).toEqual([t('panel.filter.all'), 'Mara (DE)', 'Tom']);
  await user.selectOptions(filter, 'Tom');
  await user.selectOptions(filter, t('panel.filter.all'));
  expect(chosen).toEqual([tom, null]);
});
