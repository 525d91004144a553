import { memo, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { classes } from '@/components/ui/classes';
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
  /** Time of the first message of a day, ISO; null when the day stands above already. */
  readonly day: string | null;
  readonly personName: string;
  readonly senderName: string;
  /** Several senders talk to this person: incoming messages say to whom. */
  readonly namesReceiver: boolean;
  readonly nowMs: number;
  /** Has GetSales try a failed message again. */
  readonly retry: (message: Message) => Promise<Result<Message>>;
}

/** One message of the thread, with its day above it when the day is new. */
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
      {message.origin === 'auto' && <Piece>{t('panel.message.automation')}</Piece>}
      {time !== null && (
        <Piece>
          <time dateTime={time}>{formatTime(time)}</time>
        </Piece>
      )}
      {status !== null && <Piece failed={message.state === 'failed'}>{status}</Piece>}
    </p>
  );
}

function Piece({ children, failed = false }: { readonly children: React.ReactNode; readonly failed?: boolean }) {
  return (
    <>
      <span aria-hidden="true">·</span>
      <span className={failed ? styles.failed : undefined} dir="auto">
        {children}
      </span>
    </>
  );
}

/** A message as plain text: white space kept, each line in its own direction, only https addresses can be opened. */
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

/** The way on for a message that GetSales could not deliver: the same message again, never a second one. */
export function FailedMessage({ message, retry }: FailedMessageProps) {
  const [step, setStep] = useState<{ readonly busy: boolean; readonly said: string | null }>({
    busy: false,
    said: null,
  });
  const press = async (): Promise<void> => {
    setStep({ busy: true, said: null });
    const tried = await retry(message);
    const said = tried.ok ? null : t('panel.failed.notRetried', { reason: errorWords(tried.error).title });
    setStep({ busy: false, said });
  };
  return (
    <div className={styles.undo}>
      <span role="status">{step.said}</span>
      <Button busy={step.busy} onClick={() => void press()}>
        {step.busy ? t('panel.failed.retrying') : t('common.retry')}
      </Button>
    </div>
  );
}
