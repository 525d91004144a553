import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
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

type Step =
  /** `hasReturned`: a confirmation was closed, so this notice gets the focus back. */
  | { readonly name: 'open'; readonly message: string; readonly hasReturned: boolean }
  | { readonly name: 'checking' }
  | { readonly name: 'confirming' }
  | { readonly name: 'sending' };

/** An unconfirmed message: check it, open it in GetSales, or send it again. Sending again needs a second, explicit press. */
export function UnconfirmedSend({ send, personName, senderName, actions }: UnconfirmedSendProps) {
  const [step, setStep] = useState<Step>(() => initialStep());
  const person = <bdi>{personName}</bdi>;
  const sender = <bdi>{senderName}</bdi>;

  const check = async (): Promise<void> => {
    setStep({ name: 'checking' });
    const state = await actions.check(send);
    const failed = state.name === 'unknown' && state.error.code !== 'unconfirmed';
    const message = failed
      ? t('panel.unconfirmed.checkFailed', { reason: errorWords(state.error).title })
      : t('panel.unconfirmed.checked', { time: formatTime(new Date().toISOString()) });
    setStep({ name: 'open', message, hasReturned: false });
  };
  const sendAgain = async (): Promise<void> => {
    setStep({ name: 'sending' });
    const state = await actions.sendAgain(send);
    const refused = state?.name === 'refused';
    setStep(
      refused
        ? {
            name: 'open',
            message: t('panel.unconfirmed.failed', { reason: errorWords(state.error).title }),
            hasReturned: true,
          }
        : initialStep(),
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
                setStep(initialStep(true));
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
      {step.name === 'open' ? step.message : t('panel.unconfirmed.checking')}
    </Notice>
  );
}

function initialStep(hasReturned = false): Step {
  return { name: 'open', message: t('panel.unconfirmed.body'), hasReturned };
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
