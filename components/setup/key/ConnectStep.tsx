import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Skeleton } from '@/components/ui/Skeleton';
import type { WireReport } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import type { SessionView } from '@/lib/ui/worker/use-session';
import { AccountCard, Connected } from './AccountCard';
import { ConnectForm } from './ConnectForm';

/** The form for another key: `settled` once it was closed or has done its work, so that the focus goes to what stands there. */
export type ReplaceForm = 'untouched' | 'replacing' | 'settled';

interface ConnectStepProps {
  readonly session: SessionView;
  /** How many there are; null while that is not known. */
  readonly lists: number | null;
  readonly senders: number | null;
  readonly nowMs: number;
  readonly onRetry: () => void;
  readonly form: ReplaceForm;
  readonly onForm: (form: ReplaceForm) => void;
  /** @param onWire writes of the account before that had left when its key was replaced */
  readonly onConnected: (onWire: readonly WireReport[]) => void;
  /** The key was signed out a moment ago: the field is where to go on. */
  readonly signedOut: boolean;
}

/** The first step: whose key this is, or the field for one. */
export function ConnectStep(props: ConnectStepProps) {
  const { session, lists, senders, nowMs, onRetry, form, onForm, onConnected, signedOut } = props;
  const settle = (): void => {
    onForm('settled');
  };
  const connected = (onWire: readonly WireReport[]): void => {
    onConnected(onWire);
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
          <AccountCard {...{ account: session.account, works: false, lists, senders, nowMs, focused: false }} />
          <ErrorNotice error={{ code: 'key-rejected' }} />
          <ConnectForm replaces focusField={false} onConnected={connected} />
        </>
      );
    case 'connected':
      return (
        <>
          <Connected
            {...{ account: session.account, lists, senders, nowMs, focused: form === 'settled' }}
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
