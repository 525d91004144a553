import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { Settlement } from '@/lib/ui/conversation/send-settlement';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { errorWords } from '@/lib/ui/page/error-words';
import { rich } from '@/lib/ui/page/rich';
import { useArmed } from '@/lib/ui/page/use-timers';

export interface UnconfirmedActs {
  /** Looks whether it arrived after all. Never sends. */
  readonly check: (send: TrackedSend) => Promise<Settlement['state']>;
  readonly openInGetSales: (send: TrackedSend) => void;
  /** Sends it a second time, on the user's own word. */
  readonly sendAgain: (send: TrackedSend) => Promise<Settlement['state'] | null>;
}

interface UnconfirmedProps {
  readonly send: TrackedSend;
  readonly personName: string;
  readonly senderName: string;
  readonly acts: UnconfirmedActs;
}

type Step =
  /** `returned`: the focus comes back from the confirmation that was put away. */
  | { readonly name: 'open'; readonly said: string; readonly returned: boolean }
  | { readonly name: 'checking' }
  | { readonly name: 'confirming' }
  | { readonly name: 'sending' };

/** A message of unknown fate and the three things that help. A second copy needs a second, explicit press. */
export function Unconfirmed({ send, personName, senderName, acts }: UnconfirmedProps) {
  const [step, setStep] = useState<Step>(() => untouched());
  const person = <bdi>{personName}</bdi>;
  const sender = <bdi>{senderName}</bdi>;

  const check = async (): Promise<void> => {
    setStep({ name: 'checking' });
    const state = await acts.check(send);
    const failed = state.name === 'unknown' && state.error.code !== 'unconfirmed';
    const said = failed
      ? t('panel.unconfirmed.checkFailed', { reason: errorWords(state.error).title })
      : t('panel.unconfirmed.checked', { time: formatTime(new Date().toISOString()) });
    setStep({ name: 'open', said, returned: false });
  };
  const sendAgain = async (): Promise<void> => {
    setStep({ name: 'sending' });
    const state = await acts.sendAgain(send);
    const refused = state?.name === 'refused';
    setStep(
      refused
        ? {
            name: 'open',
            said: t('panel.unconfirmed.failed', { reason: errorWords(state.error).title }),
            returned: true,
          }
        : untouched(),
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
                setStep(untouched(true));
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
            autoFocus={step.name === 'open' && step.returned}
            busy={step.name === 'checking'}
            onClick={() => void check()}
          >
            {t('panel.unconfirmed.check')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              acts.openInGetSales(send);
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
      {step.name === 'open' ? step.said : t('panel.unconfirmed.checking')}
    </Notice>
  );
}

function untouched(returned = false): Step {
  return { name: 'open', said: t('panel.unconfirmed.body'), returned };
}

interface SecondCopyButtonProps {
  readonly busy: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

/** Armed a moment after it appeared, for real presses only. */
function SecondCopyButton({ busy, onPress, children }: SecondCopyButtonProps) {
  const armed = useArmed('second-copy');
  return (
    <Button
      look="danger"
      busy={busy}
      disabled={!armed}
      onClick={(event) => {
        if (event.nativeEvent.isTrusted) onPress();
      }}
    >
      {children}
    </Button>
  );
}
