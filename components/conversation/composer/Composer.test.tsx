import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { fireEvent, screen } from '@testing-library/react';
import { createRef, useState } from 'react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { lateAnswer, noAnswer } from '@/components/testing/fake-worker';
import { settled } from '@/components/testing/settled';
import { show } from '@/components/testing/show';
import { pressesAreTrusted } from '@/components/testing/trusted';
import type { AppError } from '@/lib/domain/app-error';
import type { Sender } from '@/lib/domain/conversation';
import type { EntryId } from '@/lib/domain/ids';
import { formatDateShort } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { mara, minute } from '@/lib/ui/conversation/testing/examples';
import { Composer } from './Composer';
import type { SendBlocker, SendCheck, SendWarning } from './send-check';

const NOW = Date.parse(minute(30));
const PERSON = 'Jonas Berg';
const SENDER: Sender = { id: mara, name: 'Mara (DE)', enabled: true, canWrite: true };
const READY: SendCheck = { kind: 'ready' };
const blocked = (blocker: SendBlocker): SendCheck => ({ kind: 'blocked', blocker });
const confirming = (...warnings: readonly SendWarning[]): SendCheck => ({ kind: 'confirm', warnings });

interface ComposerFacts {
  readonly sendCheck?: SendCheck;
  readonly text?: string;
  readonly sender?: Sender | null;
  readonly recipient?: string;
  readonly refusal?: AppError | null;
  readonly isUnsaved?: boolean;
}

interface Events {
  readonly sent: EntryId[];
  readonly texts: string[];
  readonly asked: string[];
}

/** A composer that keeps its text, as the panel does. */
function Written({
  facts,
  events,
  onSend,
}: {
  readonly facts: ComposerFacts;
  readonly events: Events;
  readonly onSend: () => Promise<unknown>;
}) {
  const { sendCheck = READY, text: start = 'Hello', sender = SENDER, recipient = 'jonas mara', refusal = null } = facts;
  const [text, setText] = useState(start);
  const [area] = useState(() => createRef<HTMLTextAreaElement>());
  return (
    <Composer
      recipient={recipient}
      personName={PERSON}
      sender={sender}
      text={text}
      onText={(next) => {
        events.texts.push(next);
        setText(next);
      }}
      sendCheck={sendCheck}
      isUnsaved={facts.isUnsaved ?? false}
      refusal={refusal}
      onSend={(entryId) => {
        events.sent.push(entryId);
        return onSend();
      }}
      onConnect={() => events.asked.push('connect')}
      onLeave={() => events.asked.push('leave')}
      tools={null}
      nowMs={NOW}
      area={area}
    />
  );
}

async function composer(facts: ComposerFacts = {}, onSend: () => Promise<unknown> = () => Promise.resolve('sent')) {
  const events: Events = { sent: [], texts: [], asked: [] };
  const of = (now: ComposerFacts) => <Written facts={now} events={events} onSend={onSend} />;
  const { user, update } = await show(of(facts));
  return { user, ...events, become: (now: ComposerFacts) => update(of(now)) };
}

const area = (): HTMLTextAreaElement =>
  screen.getByRole('textbox', { name: t('panel.composer.text', { person: PERSON }) });
const sendName = t('panel.composer.send', { person: PERSON, sender: 'Mara (DE)' });
const send = (): HTMLButtonElement => screen.getByRole('button', { name: sendName });
const CTRL_ENTER = '{Control>}{Enter}{/Control}';

function descriptionOf(element: HTMLElement): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

describe('a message that is ready', () => {
  test('is sent by the button that names recipient and sender', async () => {
    pressesAreTrusted();
    const { user, sent } = await composer();
    await user.click(send());
    expect(sent).toHaveLength(1);
    expect(document.activeElement).toBe(area());
  });

  test.each([CTRL_ENTER, '{Meta>}{Enter}{/Meta}'])('is sent by %s', async (keys) => {
    pressesAreTrusted();
    const { user, sent } = await composer();
    await user.click(area());
    await user.keyboard(keys);
    expect(sent).toHaveLength(1);
  });

  test('is not sent by Enter, which starts a line', async () => {
    pressesAreTrusted();
    const { user, sent, texts } = await composer();
    await user.click(area());
    await user.keyboard('{Enter}');
    expect(sent).toEqual([]);
    expect(texts).toEqual(['Hello\n']);
  });

  test(titleOf('D10', 'untrusted'), async () => {
    const { user, sent } = await composer();
    await user.click(send());
    await user.click(area());
    await user.keyboard(CTRL_ENTER);
    expect(sent).toEqual([]);
  });

  test(titleOf('D10', 'a key that is held down or composes a character'), async () => {
    pressesAreTrusted();
    const { sent } = await composer();
    fireEvent.keyDown(area(), { key: 'Enter', ctrlKey: true, repeat: true });
    fireEvent.keyDown(area(), { key: 'Enter', ctrlKey: true, isComposing: true });
    await settled();
    expect(sent).toEqual([]);
  });

  test('keeps its entry while it is being sent, so a double press is the same entry', async () => {
    pressesAreTrusted();
    const { user, sent } = await composer({}, noAnswer);
    await user.dblClick(send());
    expect(new Set(sent).size).toBe(1);
  });

  test('gets a new entry after it was sent', async () => {
    pressesAreTrusted();
    const { user, sent } = await composer();
    await user.click(send());
    await user.click(send());
    expect(new Set(sent).size).toBe(2);
  });

  test('keeps its entry after a repeated press that sent nothing', async () => {
    pressesAreTrusted();
    const { user, sent } = await composer({}, () => Promise.resolve(null));
    await user.click(send());
    await user.click(send());
    expect(new Set(sent).size).toBe(1);
  });

  test('gets a new entry once the outbox knows how the last one ended, even before its answer', async () => {
    pressesAreTrusted();
    const { user, sent, become } = await composer({}, noAnswer);
    await user.click(send());
    await become({ sendCheck: blocked({ kind: 'sending' }) });
    await become({ sendCheck: READY });
    await user.click(send());
    expect(new Set(sent).size).toBe(2);
  });

  test('to another recipient is another entry', async () => {
    pressesAreTrusted();
    const { user, sent, become } = await composer({}, () => Promise.resolve(null));
    await user.click(send());
    await become({ recipient: 'ana mara' });
    await user.click(send());
    expect(new Set(sent).size).toBe(2);
  });

  test('of a recipient changed during the send keeps the new entry', async () => {
    pressesAreTrusted();
    const late = lateAnswer<unknown>();
    const { user, sent, become } = await composer({}, () => late.promise);
    await user.click(send());
    await become({ recipient: 'ana mara' });
    await user.click(send());
    late.give('sent');
    await settled();
    await become({ recipient: 'ana mara' });
    expect(new Set(sent).size).toBe(2);
  });
});

describe('a message that is blocked', () => {
  test.each<[SendBlocker, string]>([
    [{ kind: 'not-connected' }, t('panel.blocked.notConnected')],
    [{ kind: 'key-rejected' }, t('panel.blocked.keyRejected')],
    [{ kind: 'preparing' }, t('panel.blocked.preparing')],
    [{ kind: 'queued' }, t('panel.blocked.queued')],
    [{ kind: 'no-senders' }, t('panel.blocked.noSenders')],
    [{ kind: 'no-sender' }, t('panel.blocked.noSender')],
    [{ kind: 'too-long', over: 2 }, t('panel.blocked.tooLong', { count: 2 })],
    [{ kind: 'variable', variable: '{{name}}' }, t('panel.blocked.variable', { variable: '{{name}}' })],
    [{ kind: 'just-changed' }, t('panel.blocked.justChanged')],
  ])('says why and cannot be sent: %o', async (blocker, words) => {
    pressesAreTrusted();
    const { user, sent } = await composer({ sendCheck: blocked(blocker) });
    expect(send().disabled).toBe(true);
    expect(descriptionOf(send())).toBe(words);
    expect(descriptionOf(area())).toContain(words);
    await user.click(send());
    await user.click(area());
    await user.keyboard(CTRL_ENTER);
    expect(sent).toEqual([]);
  });

  test('because it is empty says nothing', async () => {
    await composer({ text: '', sendCheck: blocked({ kind: 'empty' }) });
    expect(send().disabled).toBe(true);
    expect(descriptionOf(send())).toBe('');
  });

  test('because one is being sent is busy, keeps the focus, and says after a second that it is slow', async () => {
    const { pass } = stoppedClock(NOW);
    pressesAreTrusted();
    const { user, sent } = await composer({ sendCheck: blocked({ kind: 'sending' }) });
    expect(screen.getByRole('button', { name: sendName, busy: true })).not.toBeNull();
    expect(send().disabled).toBe(false);
    expect(descriptionOf(send())).toBe(t('panel.blocked.sending'));
    await user.click(send());
    expect(sent).toEqual([]);
    await pass(1_000);
    expect(descriptionOf(send())).toBe(t('panel.blocked.sendingSlow'));
  });

  test('marks a text that is too long', async () => {
    await composer({ sendCheck: blocked({ kind: 'too-long', over: 1 }) });
    expect(area().getAttribute('aria-invalid')).toBe('true');
  });

  test('names only the person while no sender is chosen', async () => {
    await composer({ sender: null, sendCheck: blocked({ kind: 'no-sender' }) });
    expect(screen.getByRole('button', { name: t('panel.composer.sendTo', { person: PERSON }) })).not.toBeNull();
  });
});

test.each([
  ['Hello', 5],
  ['👍👍', 2],
  ['', 0],
])('counts "%s" as %i characters', async (text, count) => {
  await composer({ text });
  expect(descriptionOf(area())).toContain(t('panel.composer.count', { count, max: 8_000 }));
});

test('says that a draft could not be saved', async () => {
  await composer({ isUnsaved: true });
  expect(screen.getByRole('alert').textContent).toBe(t('panel.composer.unsaved'));
});

test('Escape leaves the composer', async () => {
  const { user, asked } = await composer();
  await user.click(area());
  await user.keyboard('{Escape}');
  expect(asked).toEqual(['leave']);
});

describe('a message that needs a confirmation', () => {
  const again = t('panel.warning.send', { person: PERSON, sender: 'Mara (DE)' });
  const anyway = (): HTMLButtonElement => screen.getByRole('button', { name: again });
  const question = () => screen.queryByRole('alert');

  async function asked(...warnings: readonly SendWarning[]) {
    const clock = stoppedClock(NOW);
    pressesAreTrusted();
    const shown = await composer({ sendCheck: confirming(...warnings) });
    await shown.user.click(send());
    return { ...shown, ...clock };
  }

  test.each<[SendWarning, string]>([
    [
      { kind: 'same-text', at: minute(1) },
      t('panel.warning.sameText', { person: PERSON, date: formatDateShort(minute(1), NOW) }),
    ],
    [{ kind: 'same-text', at: null }, t('panel.warning.sameTextUndated', { person: PERSON })],
    [{ kind: 'same-text-unconfirmed' }, t('panel.warning.sameTextUnconfirmed')],
    [{ kind: 'not-connected' }, t('panel.warning.notConnected', { person: PERSON, sender: 'Mara (DE)' })],
  ])('says what to consider, and is not sent by the first press: %o', async (warning, words) => {
    const { sent } = await asked(warning);
    expect(question()?.textContent).toContain(t('panel.warning.title'));
    expect(screen.getByRole('listitem').textContent).toBe(words);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: t('common.cancel') }));
    expect(sent).toEqual([]);
  });

  test('names hidden characters before sending', async () => {
    const { sent } = await asked({ kind: 'hidden', codes: ['U+202E', 'U+200B'] });
    expect(screen.getByRole('listitem').textContent).toBe(t('panel.warning.hidden', { codes: 'U+202E, U+200B' }));
    expect(sent).toEqual([]);
  });

  test('lists every warning', async () => {
    await asked({ kind: 'same-text-unconfirmed' }, { kind: 'not-connected' });
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  test('is sent by a second press, not before 600 ms', async () => {
    const { user, sent, pass } = await asked({ kind: 'not-connected' });
    await user.click(anyway());
    await pass(599);
    await user.click(anyway());
    expect(sent).toEqual([]);
    await pass(1);
    await user.click(anyway());
    expect(sent).toHaveLength(1);
    expect(question()).toBeNull();
  });

  test.each(['Escape', 'Cancel'])('is not sent when the question is closed by %s', async (how) => {
    const { user, sent, asked: events } = await asked({ kind: 'not-connected' });
    await (how === 'Escape'
      ? user.keyboard('{Escape}')
      : user.click(screen.getByRole('button', { name: t('common.cancel') })));
    expect(question()).toBeNull();
    expect(document.activeElement).toBe(area());
    expect([sent, events]).toEqual([[], []]);
  });

  test('asks again after the text was changed', async () => {
    const { user } = await asked({ kind: 'not-connected' });
    await user.type(area(), '!');
    expect(question()).toBeNull();
    await user.click(send());
    expect(question()).not.toBeNull();
  });

  test('asks again after the recipient was changed', async () => {
    const { become } = await asked({ kind: 'not-connected' });
    await become({ recipient: 'ana mara', sendCheck: confirming({ kind: 'not-connected' }) });
    expect(question()).toBeNull();
  });
});

describe('a message that was not sent', () => {
  test('says why, and can be sent again', async () => {
    pressesAreTrusted();
    const { user, sent } = await composer({ refusal: { code: 'offline' } });
    expect(screen.getByRole('alert').textContent).toContain(t('error.offline.title'));
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(sent).toHaveLength(1);
  });

  test('offers no retry while something else blocks it', async () => {
    await composer({ refusal: { code: 'offline' }, sendCheck: blocked({ kind: 'no-sender' }) });
    expect(screen.queryByRole('button', { name: t('common.retry') })).toBeNull();
  });

  test('for a key leads to the options', async () => {
    const { user, asked } = await composer({ refusal: { code: 'key-rejected' } });
    await user.click(screen.getByRole('button', { name: t('common.checkKey') }));
    expect(asked).toEqual(['connect']);
  });
});
