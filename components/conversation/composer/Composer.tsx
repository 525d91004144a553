import { useId, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import type { AppError } from '@/lib/domain/app-error';
import { MESSAGE_MAX_LENGTH, messageLength, type Sender } from '@/lib/domain/conversation';
import type { EntryId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import { useIsSlow } from '@/lib/ui/page/use-timers';
import { newEntryId } from '@/lib/ui/conversation/use-sends';
import { Button } from '@/components/ui/Button';
import { classes } from '@/components/ui/classes';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { blockerWords, needsFixing } from './send-check-words';
import styles from './Composer.module.css';
import { ConfirmSend } from './ConfirmSend';
import type { SendCheck } from './send-check';

interface ComposerProps {
  /** Identifies contact and sender; a new value starts a new outbox entry. */
  readonly recipient: string;
  readonly personName: string;
  /** Null until one is chosen. */
  readonly sender: Sender | null;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly sendCheck: SendCheck;
  /** The browser could not save the draft; it exists only on this page. */
  readonly isUnsaved: boolean;
  /** Why this text, or its beginning, was not sent. */
  readonly refusal: AppError | null;
  /** Sends the text as this outbox entry. Resolves with the outcome, or with null for a repeated press. */
  readonly onSend: (entryId: EntryId) => Promise<unknown>;
  readonly onConnect: () => void;
  /** Called on Escape. */
  readonly onLeave: () => void;
  /** Sender picker and other controls below the text. */
  readonly tools: ReactNode;
  readonly nowMs: number;
  /** The text field, so that the panel can focus it. */
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/**
 * Composes a message to one contact as one sender. Each pair gets an entry id of its own, and a new one after each finished
 * send, so a double press sends once. Only trusted (real) key presses and clicks send.
 */
export function Composer(props: ComposerProps) {
  const { recipient, personName, sender, text, sendCheck, refusal, area } = props;
  const isBlocked = sendCheck.kind === 'blocked';
  const isUnfinished = isBlocked && (sendCheck.blocker.kind === 'sending' || sendCheck.blocker.kind === 'queued');
  const [entry, setEntry] = useState(() => ({ recipient, id: newEntryId(), isUnfinished }));
  // The outbox may know that a send has ended before its own answer comes; the next press is another message then.
  if (entry.recipient !== recipient || (entry.isUnfinished && !isUnfinished))
    setEntry({ recipient, id: newEntryId(), isUnfinished });
  else if (isUnfinished !== entry.isUnfinished) setEntry({ ...entry, isUnfinished });
  /** The recipient and text that the user was asked to confirm; changing either closes the question. */
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const question = `${recipient} ${text}`;
  const id = useId();
  const isSending = isBlocked && sendCheck.blocker.kind === 'sending';
  const isSlow = useIsSlow(isSending);
  const confirming = sendCheck.kind === 'confirm' && askedFor === question;

  const send = async (): Promise<void> => {
    setAskedFor(null);
    area.current?.focus();
    const outcome = await props.onSend(entry.id);
    if (outcome !== null) setEntry((now) => (now.id === entry.id ? { ...now, id: newEntryId() } : now));
  };
  const press = (event: KeyboardEvent | MouseEvent): void => {
    if (!event.nativeEvent.isTrusted || isBlocked) return;
    if (sendCheck.kind === 'confirm') setAskedFor(question);
    else void send();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) {
      event.preventDefault();
      press(event);
    }
  };

  const cancel = (): void => {
    setAskedFor(null);
    area.current?.focus();
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    if (confirming) cancel();
    else props.onLeave();
  };

  return (
    <section className={styles.composer} aria-label={t('panel.composer.label')} onKeyDown={onEscape}>
      {refusal !== null && (
        <ErrorNotice
          error={refusal}
          onConnect={props.onConnect}
          {...(isBlocked ? {} : { onRetry: press })}
          retrying={isSending}
        />
      )}
      {confirming && sender !== null && (
        <ConfirmSend
          warnings={sendCheck.warnings}
          personName={personName}
          senderName={sender.name}
          nowMs={props.nowMs}
          onConfirm={() => void send()}
          onCancel={cancel}
        />
      )}
      <textarea
        ref={area}
        className={styles.text}
        dir="auto"
        rows={3}
        aria-label={t('panel.composer.text', { person: personName })}
        aria-describedby={`${id}count ${id}why`}
        aria-invalid={(isBlocked && sendCheck.blocker.kind === 'too-long') || undefined}
        placeholder={t('panel.composer.placeholder')}
        value={text}
        onChange={(event) => {
          props.onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {props.isUnsaved && (
        <p className={classes(styles.why, styles.care)} role="alert">
          {t('panel.composer.unsaved')}
        </p>
      )}
      <div className={styles.foot}>
        {props.tools}
        <span
          id={`${id}count`}
          className={classes(styles.count, messageLength(text) > MESSAGE_MAX_LENGTH && styles.over)}
        >
          {t('panel.composer.count', { count: messageLength(text), max: MESSAGE_MAX_LENGTH })}
        </span>
      </div>
      {!confirming && (
        <>
          <Button
            look="primary"
            wide
            busy={isSending}
            disabled={isBlocked && !isSending}
            aria-describedby={`${id}why`}
            onClick={press}
          >
            {sender === null
              ? rich('panel.composer.sendTo', { person: <bdi>{personName}</bdi> })
              : rich('panel.composer.send', { person: <bdi>{personName}</bdi>, sender: <bdi>{sender.name}</bdi> })}
          </Button>
          <p
            id={`${id}why`}
            className={classes(styles.why, isBlocked && needsFixing(sendCheck.blocker) && styles.care)}
          >
            {isSlow ? t('panel.blocked.sendingSlow') : isBlocked ? blockerWords(sendCheck.blocker) : t(sendKeys())}
          </p>
        </>
      )}
    </section>
  );
}

/** The keys that send, by what the keyboard has. */
function sendKeys() {
  return /^Mac/u.test(navigator.platform) ? 'panel.composer.keysMac' : 'panel.composer.keys';
}
