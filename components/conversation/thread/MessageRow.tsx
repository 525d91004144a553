import { memo, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { classes } from '@/components/ui/classes';
import type { AppError } from '@/lib/domain/app-error';
import { type Message, messageTime } from '@/lib/domain/conversation';
import type { Result } from '@/lib/domain/result';
import { formatDay, formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { rich } from '@/lib/ui/page/rich';
import styles from './Bubble.module.css';
import { linkParts } from './link-parts';
import { messageStatus } from './status-words';

interface MessageRowProps {
  readonly message: Message;
  /** ISO time, set on the first message of a day; null on the others. */
  readonly day: string | null;
  readonly personName: string;
  readonly senderName: string;
  /** Several senders write to this person, so incoming messages name their receiver. */
  readonly namesReceiver: boolean;
  readonly nowMs: number;
  /** Renders the row again when the language changes. */
  readonly locale: string;
  /** Asks GetSales to deliver a failed message again. */
  readonly retry: (message: Message) => Promise<Result<Message>>;
}

/** One message of the thread, below a day heading where a new day begins. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, day, nowMs } = props;
  return (
    <div className={styles.row}>
      {day !== null && <DayMark day={day} nowMs={nowMs} />}
      <div className={classes(styles.bubble, message.direction === 'out' && styles.out)}>
        <Content message={message} />
        <ByLine {...props} />
      </div>
      {message.direction === 'out' && message.state === 'failed' && (
        <FailedMessage message={message} retry={props.retry} />
      )}
    </div>
  );
});

export function DayMark({ day, nowMs }: { readonly day: string; readonly nowMs: number }) {
  return <h2 className={styles.day}>{formatDay(day, nowMs)}</h2>;
}

function Content({ message: { text, attachments } }: Pick<MessageRowProps, 'message'>) {
  const isEmpty = text === null || text.trim() === '';
  return (
    <>
      {!isEmpty && <MessageText text={text} />}
      {isEmpty && attachments === 0 && <p className={styles.empty}>{t('panel.message.empty')}</p>}
      {attachments > 0 && (
        <p className={styles.attachments}>{t('panel.message.attachments', { count: attachments })}</p>
      )}
    </>
  );
}

function ByLine({ message, personName, senderName, namesReceiver }: MessageRowProps) {
  const time = messageTime(message);
  const status = messageStatus(message);
  const person = <bdi>{personName}</bdi>;
  const sender = <bdi>{senderName}</bdi>;
  return (
    <p className={styles.by}>
      <span>
        {message.direction === 'out' ? sender : namesReceiver ? rich('panel.message.via', { person, sender }) : person}
      </span>
      {message.origin === 'auto' && <Detail>{t('panel.message.automation')}</Detail>}
      {time !== null && (
        <Detail>
          <time dateTime={time}>{formatTime(time)}</time>
        </Detail>
      )}
      {status !== null && <Detail failed={message.state === 'failed'}>{status}</Detail>}
    </p>
  );
}

function Detail({ children, failed = false }: { readonly children: React.ReactNode; readonly failed?: boolean }) {
  return (
    <>
      <span aria-hidden="true">·</span>
      <span className={failed ? styles.failed : undefined} dir="auto">
        {children}
      </span>
    </>
  );
}

/** A message as plain text: white space is kept, each line has its own direction, only https links can be opened. */
export function MessageText({ text }: { readonly text: string }) {
  return (
    <p className={styles.text} dir="auto">
      {linkParts(text).map(({ kind, value }, index) =>
        kind === 'text' ? (
          value
        ) : (
          <a key={index} href={value} target="_blank" rel="noopener noreferrer" dir="ltr">
            {value}
          </a>
        ),
      )}
    </p>
  );
}

interface FailedMessageProps {
  readonly message: Message;
  readonly retry: (message: Message) => Promise<Result<Message>>;
}

/** Retry for a message that GetSales could not deliver. It retries the same message and never creates a second one. */
function FailedMessage({ message, retry }: FailedMessageProps) {
  const [step, setStep] = useState<{ readonly busy: boolean; readonly error: AppError | null }>({
    busy: false,
    error: null,
  });
  const onClick = async (): Promise<void> => {
    setStep({ busy: true, error: null });
    const retried = await retry(message);
    setStep({ busy: false, error: retried.ok ? null : retried.error });
  };
  return (
    <div className={styles.undo}>
      <span role="status">
        {step.error !== null && t('panel.failed.notRetried', { reason: errorWords(step.error).title })}
      </span>
      <Button busy={step.busy} onClick={() => void onClick()}>
        {step.busy ? t('panel.failed.retrying') : t('common.retry')}
      </Button>
    </div>
  );
}
