import { useState } from 'react';
import { Activity } from '@/components/activity/Activity';
import { RequestLog } from '@/components/activity/RequestLog';
import { ConnectStep, type ReplaceForm } from '@/components/setup/key/ConnectStep';
import { DefaultsStep } from '@/components/setup/steps/DefaultsStep';
import { LanguageChoice } from '@/components/setup/steps/LanguageChoice';
import { OpenStep } from '@/components/setup/steps/OpenStep';
import { OtherAccounts } from '@/components/setup/account/OtherAccounts';
import { KeyErasedNotice } from '@/components/setup/account/KeyErasedNotice';
import { SignOut } from '@/components/setup/account/SignOut';
import { Step } from '@/components/setup/steps/Step';
import { setupSteps, type SetupFacts } from '@/components/setup/steps/setup-steps';
import type { InFlightReport } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import { PerAccount } from '@/lib/ui/worker/worker-query';
import { useDefaults } from '@/lib/ui/setup/use-defaults';
import { useSession, type SessionView } from '@/lib/ui/worker/use-session';
import { useToolbar } from '@/lib/ui/setup/use-toolbar';
import styles from './OptionsScreen.module.css';

/** The options page: set up in three steps, changed in the same place afterwards. */
export function OptionsScreen() {
  const [nowMs] = useState(() => Date.now());
  const [signedOut, setSignedOut] = useState<readonly InFlightReport[] | null>(null);
  const [switched, setSwitched] = useState<readonly InFlightReport[]>([]);
  const [form, setForm] = useState<ReplaceForm>('untouched');
  const { session, retry } = useSession();
  const sessionState = sessionFact(session);
  const defaults = useDefaults(sessionState === 'connected');
  const toolbar = useToolbar();
  const pinned = toolbar?.pinned ?? null;
  const steps = setupSteps({
    session: sessionState,
    defaultsChosen: defaults.listKnown,
    pinned,
  });
  const { lists, senders } = defaults;

  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <img className={styles.icon} src="/icon/96.png" alt="" />
        <div>
          <h1 className={styles.title}>{t('options.title')}</h1>
          <p className={styles.lead}>{lead(sessionState)}</p>
        </div>
      </header>
      <div className={styles.notices}>
        {signedOut !== null && sessionState === 'disconnected' && (
          <KeyErasedNotice how="signed-out" inFlight={signedOut} />
        )}
        {switched.length > 0 && <KeyErasedNotice how="switched" inFlight={switched} />}
        <OtherAccounts />
      </div>
      <ol>
        <Step number={1} title={t('options.connect.title')} state={steps.connect}>
          <ConnectStep
            session={session}
            lists={lists.answered && !lists.more ? (lists.items?.length ?? null) : null}
            senders={senders.answered ? (senders.items?.length ?? null) : null}
            nowMs={nowMs}
            onRetry={retry}
            form={form}
            onForm={setForm}
            onConnected={(inFlight) => {
              setSignedOut(null);
              setSwitched(inFlight);
            }}
            signedOut={signedOut !== null}
          />
        </Step>
        <Step
          number={2}
          title={t('options.defaults.title')}
          state={steps.defaults}
          later={sessionState === 'key-needed' ? t('options.defaults.waiting') : t('options.defaults.later')}
        >
          <DefaultsStep
            defaults={defaults}
            onReplaceKey={() => {
              setForm('replacing');
            }}
          />
        </Step>
        <Step number={3} title={t('options.open.title')} state={steps.open} later={t('options.open.later')}>
          <OpenStep pinned={pinned} shortcut={toolbar?.shortcut ?? null} />
        </Step>
      </ol>
      {sessionState !== 'disconnected' && sessionState !== 'asking' && (
        <>
          {session.state !== 'failed' && (
            <PerAccount>
              <Activity nowMs={nowMs} />
            </PerAccount>
          )}
          <RequestLog nowMs={nowMs} />
        </>
      )}
      <section className={styles.language}>
        <LanguageChoice />
      </section>
      <SignOut offered={sessionState === 'connected' || sessionState === 'key-needed'} onDone={setSignedOut} />
      <footer className={styles.footer}>{t('app.unofficial')}</footer>
    </main>
  );
}

function sessionFact(session: SessionView): SetupFacts['session'] {
  switch (session.state) {
    case 'asking':
      return 'asking';
    case 'failed':
      return session.error.code === 'key-unreadable' ? 'key-needed' : 'asking';
    case 'disconnected':
      return 'disconnected';
    case 'rejected':
      return 'key-needed';
    case 'connected':
      return 'connected';
  }
}

function lead(session: SetupFacts['session']): string {
  switch (session) {
    case 'asking':
    case 'disconnected':
      return t('options.lead.setup');
    case 'key-needed':
      return t('options.lead.replace');
    case 'connected':
      return t('options.lead.ready');
  }
}
