import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { ExternalLink } from '@/components/ui/ExternalLink';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import type { Account } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { t } from '@/lib/i18n/text';
import type { SessionView } from '@/lib/ui/use-session';
import { AccountCard } from './AccountCard';
import { ConnectForm } from './ConnectForm';
import { keyLife } from './key-life';
import { API_KEYS_PAGE } from './links';

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
  const [form, setForm] = useState<'closed' | 'replacing' | 'connected'>('closed');
  const opened = form === 'replacing';
  const connected = (): void => {
    setForm('connected');
  };

  switch (session.state) {
    case 'asking':
      return <Skeleton lines={[85, 100, 40]} label={t('common.loading')} />;
    case 'failed':
      return session.error.code === 'key-unreadable' ? (
        <>
          <KeyTrouble error={session.error} />
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
          <KeyTrouble error={{ code: 'key-rejected' }} />
          <ConnectForm replaces focusField={false} onConnected={connected} />
        </>
      );
    case 'connected':
      return (
        <>
          <AccountCard
            {...{ account: session.account, works: true, lists, senders, nowMs, focused: form === 'connected' }}
          >
            {!opened && (
              <Button
                onClick={() => {
                  setForm('replacing');
                }}
              >
                {t('options.account.replace')}
              </Button>
            )}
          </AccountCard>
          <KeyLifeNotice account={session.account} nowMs={nowMs} />
          {opened && (
            <ConnectForm
              replaces
              focusField
              onConnected={connected}
              onCancel={() => {
                setForm('connected');
              }}
            />
          )}
        </>
      );
  }
}

/** Why a new key is needed. It was so before the page opened, so nothing is announced. */
function KeyTrouble({ error }: { readonly error: AppError }) {
  return (
    <ErrorNotice
      error={error}
      more={<ExternalLink href={API_KEYS_PAGE}>{t('options.connect.openKeys')}</ExternalLink>}
    />
  );
}

function KeyLifeNotice({ account, nowMs }: { readonly account: Account; readonly nowMs: number }) {
  const life = keyLife(account.keyExpiresAt, nowMs);
  switch (life.kind) {
    case 'unknown':
    case 'long':
      return null;
    case 'ending':
      return (
        <Notice
          tone="care"
          title={life.days === 0 ? t('options.account.endingToday') : t('options.account.ending', { count: life.days })}
        >
          {t('options.account.endingBody')}
        </Notice>
      );
    case 'ended':
      return (
        <Notice tone="bad" title={t('options.account.ended')}>
          {t('options.account.endingBody')}
        </Notice>
      );
  }
}
