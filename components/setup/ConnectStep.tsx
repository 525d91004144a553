import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/lib/i18n/text';
import type { SessionView } from '@/lib/ui/use-session';
import { AccountCard } from './AccountCard';
import { ConnectForm } from './ConnectForm';
import { Connected } from './Connected';

interface ConnectStepProps {
  readonly session: SessionView;
  /** How many there are; null while that is not known. */
  readonly lists: number | null;
  readonly senders: number | null;
  readonly nowMs: number;
  readonly onRetry: () => void;
  /** The key was signed out a moment ago: the field is where to go on. */
  readonly signedOut: boolean;
}

/** The first step: whose key this is, or the field for one. */
export function ConnectStep({ session, lists, senders, nowMs, onRetry, signedOut }: ConnectStepProps) {
  const [form, setForm] = useState<'untouched' | 'replacing' | 'settled'>('untouched');
  const settle = (): void => {
    setForm('settled');
  };
  const replacing = form === 'replacing';

  switch (session.state) {
    case 'asking':
      return <Skeleton lines={[85, 100, 40]} label={t('common.loading')} />;
    case 'failed':
      return session.error.code === 'key-unreadable' ? (
        <>
          <ErrorNotice error={session.error} />
          <ConnectForm replaces focusField={false} onConnected={settle} />
        </>
      ) : (
        <ErrorNotice error={session.error} onRetry={onRetry} />
      );
    case 'disconnected':
      return <ConnectForm replaces={false} focusField={signedOut} onConnected={settle} />;
    case 'rejected':
      return (
        <>
          <AccountCard {...{ account: session.account, works: false, lists, senders, nowMs, focused: false }} />
          <ErrorNotice error={{ code: 'key-rejected' }} />
          <ConnectForm replaces focusField={false} onConnected={settle} />
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
                    setForm('replacing');
                  }
            }
          />
          {replacing && <ConnectForm replaces focusField onConnected={settle} onCancel={settle} />}
        </>
      );
  }
}
