import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { AppError } from '@/lib/domain/app-error';
import { formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { Settlement } from '@/lib/ui/conversation/send-settlement';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { errorWords } from '@/lib/ui/page/error-words';
import { rich } from '@/lib/ui/page/rich';
import { useIsUnchanged } from '@/lib/ui/page/use-timers';

export interface UnconfirmedActions {
  /** Checks whether it arrived after all. Never sends. */
  readonly check: (send: TrackedSend) => Promise<Settlement['state']>;
  readonly openInGetSales: (send: TrackedSend) => void;
  /** Sends it a second time, after the user confirmed that. */
  readonly sendAgain: (send: TrackedSend) => Promise<Settlement['state'] | null>;
}

interface UnconfirmedSendProps {
  readonly send: TrackedSend;
  readonly personName: string;
  readonly senderName: string;
  readonly actions: UnconfirmedActions;
}

/** What was tried last and how it ended. */
type LastTry =
  | { readonly name: 'none' }
  | { readonly name: 'checked'; readonly at: string }
  | { readonly name: 'check-failed' | 'send-failed'; readonly error: AppError };

type Step =
  /** `hasReturned`: a confirmation was closed, so this notice gets the focus back. */
  | { readonly name: 'open'; readonly lastTry: LastTry; readonly hasReturned: boolean }
  | { readonly name: 'checking' }
  | { readonly name: 'confirming' }
  | { readonly name: 'sending' };

const INITIAL = { name: 'open', lastTry: { name: 'none' }, hasReturned: false } as const;

/** An unconfirmed message: check it, open it in GetSales, or send it again. Sending again needs a second, explicit press. */
export function UnconfirmedSend({ send, personName, senderName, actions }: UnconfirmedSendProps) {
  const [step, setStep] = useState<Step>(INITIAL);
  const person = <bdi>{personName}</bdi>;
  const sender = <bdi>{senderName}</bdi>;

  const check = async (): Promise<void> => {
    setStep({ name: 'checking' });
    const state = await actions.check(send);
    const failed = state.name === 'unknown' && state.error.code !== 'unconfirmed';
    const lastTry: LastTry = failed
      ? { name: 'check-failed', error: state.error }
      : { name: 'checked', at: new Date().toISOString() };
    setStep({ name: 'open', lastTry, hasReturned: false });
  };
  const sendAgain = async (): Promise<void> => {
    setStep({ name: 'sending' });
    const state = await actions.sendAgain(send);
    setStep(
      state?.name === 'refused'
        ? { name: 'open', lastTry: { name: 'send-failed', error: state.error }, hasReturned: true }
        : INITIAL,
    );
  };

  if (step.name === 'confirming' || step.name === 'sending') {
    return (
      <Notice
        key="confirm"
        tone="care"
        title={rich('panel.unconfirmed.twice', { person })}
        announce="alert"
        actions={
          <>
            <SecondCopyButton busy={step.name === 'sending'} onPress={() => void sendAgain()}>
              {rich('panel.unconfirmed.twiceSend', { person, sender })}
            </SecondCopyButton>
            <Button
              autoFocus
              onClick={() => {
                setStep({ ...INITIAL, hasReturned: true });
              }}
            >
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        {t('panel.unconfirmed.twiceBody')}
      </Notice>
    );
  }
  return (
    <Notice
      key="open"
      tone="care"
      title={t('panel.unconfirmed.title')}
      announce="alert"
      actions={
        <>
          <Button
            autoFocus={step.name === 'open' && step.hasReturned}
            busy={step.name === 'checking'}
            onClick={() => void check()}
          >
            {t('panel.unconfirmed.check')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              actions.openInGetSales(send);
            }}
          >
            {t('common.openInGetSales')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setStep({ name: 'confirming' });
            }}
          >
            {t('panel.unconfirmed.anyway')}
          </Button>
        </>
      }
    >
      {step.name === 'open' ? lastTryWords(step.lastTry) : t('panel.unconfirmed.checking')}
    </Notice>
  );
}

function lastTryWords(last: LastTry): string {
  switch (last.name) {
    case 'none':
      return t('panel.unconfirmed.body');
    case 'checked':
      return t('panel.unconfirmed.checked', { time: formatTime(last.at) });
    case 'check-failed':
      return t('panel.unconfirmed.checkFailed', { reason: errorWords(last.error).title });
    case 'send-failed':
      return t('panel.unconfirmed.failed', { reason: errorWords(last.error).title });
  }
}

interface SecondCopyButtonProps {
  readonly busy: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

/** Enabled a moment after it appears, and for real clicks only. */
function SecondCopyButton({ busy, onPress, children }: SecondCopyButtonProps) {
  const isEnabled = useIsUnchanged('second-copy');
  return (
    <Button
      look="danger"
      busy={busy}
      disabled={!isEnabled}
      onClick={(event) => {
        if (event.nativeEvent.isTrusted) onPress();
      }}
    >
      {children}
    </Button>
  );
}
