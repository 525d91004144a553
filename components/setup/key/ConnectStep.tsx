import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Skeleton } from '@/components/ui/Skeleton';
import type { InFlightReport } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import type { SessionView } from '@/lib/ui/worker/use-session';
import { AccountCard, Connected } from './AccountCard';
import { ConnectForm } from './ConnectForm';

/** The form for another key. `settled`: it was closed or succeeded, so the account card takes the focus. */
export type ReplaceForm = 'untouched' | 'replacing' | 'settled';

interface ConnectStepProps {
  readonly session: SessionView;
  /** How many there are; null while unknown. */
  readonly lists: number | null;
  readonly senders: number | null;
  readonly nowMs: number;
  readonly onRetry: () => void;
  readonly form: ReplaceForm;
  readonly onForm: (form: ReplaceForm) => void;
  /** @param inFlight requests of the previous account that were under way when its key was replaced */
  readonly onConnected: (inFlight: readonly InFlightReport[]) => void;
  /** The user just signed out, so the key field takes the focus. */
  readonly signedOut: boolean;
}

/** The first step: the connected account, or the form for a key. */
export function ConnectStep(props: ConnectStepProps) {
  const { session, lists, senders, nowMs, onRetry, form, onForm, onConnected, signedOut } = props;
  const settle = (): void => {
    onForm('settled');
  };
  const connected = (inFlight: readonly InFlightReport[]): void => {
    onConnected(inFlight);
    settle();
  };
  const replacing = form === 'replacing';

  switch (session.state) {
    case 'asking':
      return <Skeleton lines={[85, 100, 40]} label={t('common.loading')} />;
    case 'failed':
      return session.error.code === 'key-unreadable' ? (
        <>
          <ErrorNotice error={session.error} />
          <ConnectForm replaces focusField={false} onConnected={connected} />
        </>
      ) : (
        <ErrorNotice error={session.error} onRetry={onRetry} />
      );
    case 'disconnected':
      return <ConnectForm replaces={false} focusField={signedOut} onConnected={connected} />;
    case 'rejected':
      return (
        <>
          <AccountCard {...{ account: session.account, isValid: false, lists, senders, nowMs, takesFocus: false }} />
          <ErrorNotice error={{ code: 'key-rejected' }} />
          <ConnectForm replaces focusField={false} onConnected={connected} />
        </>
      );
    case 'connected':
      return (
        <>
          <Connected
            {...{ account: session.account, lists, senders, nowMs, takesFocus: form === 'settled' }}
            onReplace={
              replacing
                ? null
                : () => {
                    onForm('replacing');
                  }
            }
          />
          {replacing && <ConnectForm replaces focusField onConnected={connected} onCancel={settle} />}
        </>
      );
  }
}
