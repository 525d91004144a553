import { type RefObject, useMemo, useSyncExternalStore } from 'react';
import { MessageRow } from '@/components/conversation/thread/MessageRow';
import { type SendActions, SendRow } from '@/components/conversation/thread/SendRow';
import { Thread } from '@/components/conversation/thread/Thread';
import { ThreadEmpty, ThreadLoading, ThreadStale, ThreadTop } from '@/components/conversation/thread/ThreadStates';
import { type ThreadRow, threadRows } from '@/components/conversation/thread/thread-rows';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Hidden } from '@/components/ui/Hidden';
import type { Message } from '@/lib/domain/conversation';
import type { SenderId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import { activeLocale, t } from '@/lib/i18n/text';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import type { Thread as ThreadState } from '@/lib/ui/conversation/use-thread';
import { panelNavigation } from '@/lib/ui/page/panel-navigation';
import styles from './PanelScreen.module.css';

interface PanelThreadProps {
  readonly personName: string;
  readonly thread: ThreadState;
  readonly sends: readonly TrackedSend[];
  readonly filter: SenderId | null;
  readonly nameOf: (senderId: SenderId | null) => string;
  readonly severalSenders: boolean;
  readonly nowMs: number;
  readonly regionRef: RefObject<HTMLDivElement | null>;
  readonly actions: SendActions;
  readonly retry: (message: Message) => Promise<Result<Message>>;
}

/** The thread in each state: loading, failed, empty, loaded, or loaded but out of date. */
export function PanelThread(props: PanelThreadProps) {
  const { personName, thread, sends, filter, nameOf, nowMs, regionRef } = props;
  const { messages, asOf, older } = thread;
  const online = useSyncExternalStore(subscribeToOnline, () => navigator.onLine);
  const rows = useMemo(() => threadRows(messages ?? [], sends, asOf, filter), [messages, sends, asOf, filter]);
  const error = thread.error ?? (online ? null : { code: 'offline' as const });

  const renderRow = (row: ThreadRow) =>
    row.kind === 'message' ? (
      <MessageRow
        message={row.message}
        day={row.day}
        personName={personName}
        senderName={nameOf(row.message.senderId)}
        namesReceiver={props.severalSenders}
        nowMs={nowMs}
        locale={activeLocale()}
        retry={props.retry}
      />
    ) : (
      <SendRow
        send={row.send}
        stage={row.stage}
        day={row.day}
        personName={personName}
        senderName={nameOf(row.send.senderId)}
        nowMs={nowMs}
        actions={props.actions}
      />
    );

  return (
    <div className={styles.middle}>
      <div role="status" className={styles.announced}>
        <Hidden>{messages !== null && t('panel.thread.count', { count: messages.length })}</Hidden>
      </div>
      {error !== null && asOf !== null && (
        <ThreadStale
          error={error}
          asOf={asOf}
          retrying={thread.refreshing}
          onRetry={thread.refresh}
          onConnect={panelNavigation.options}
        />
      )}
      {messages === null && rows.length === 0 ? (
        <div className={styles.body}>
          {thread.error === null ? (
            <ThreadLoading />
          ) : (
            <ErrorNotice
              error={thread.error}
              onRetry={thread.refresh}
              onConnect={panelNavigation.options}
              retrying={thread.refreshing}
            />
          )}
        </div>
      ) : messages !== null && rows.length === 0 ? (
        <ThreadEmpty filtered={filter !== null} />
      ) : (
        <Thread
          region={regionRef}
          label={t('panel.thread.label', { person: personName })}
          rows={rows}
          top={<ThreadTop older={older} />}
          canLoadOlder={older.state === 'idle' && messages !== null}
          loadOlder={older.load}
          renderRow={renderRow}
        />
      )}
    </div>
  );
}

function subscribeToOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
