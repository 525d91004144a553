import { useId, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import type { AppError } from '@/lib/domain/app-error';
import { MESSAGE_MAX_LENGTH, messageLength, type Sender } from '@/lib/domain/conversation';
import type { EntryId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import { useSlow } from '@/lib/ui/page/use-slow';
import { mintEntry } from '@/lib/ui/conversation/use-sends';
import { Button } from '../ui/Button';
import { classes } from '../ui/classes';
import { ErrorNotice } from '../ui/ErrorNotice';
import { blockWords, isProblem } from './block-words';
import styles from './Composer.module.css';
import { ConfirmSend } from './ConfirmSend';
import type { SendCheck } from './send-guards';

interface ComposerProps {
  /** One string for this contact and this sender: another one is another act. */
  readonly recipient: string;
  readonly personName: string;
  /** Null until one is chosen. */
  readonly sender: Sender | null;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly sendCheck: SendCheck;
  /** The browser refuses to keep the draft: it is only on this page. */
  readonly unsaved: boolean;
  /** Why the text that stands here, or what it begins with, was not sent. */
  readonly refusal: AppError | null;
  /** Sends the text under this entry; resolves when its outcome is known, with null when it was pressed twice. */
  readonly onSend: (entryId: EntryId) => Promise<unknown>;
  readonly onConnect: () => void;
  /** Escape: back to the thread. */
  readonly onLeave: () => void;
  /** Who writes, and other small tools, below the text. */
  readonly tools: ReactNode;
  readonly nowMs: number;
  /** Where the text is written, for the focus. */
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/**
 * Where a message to one contact as one sender is written. Its entry belongs to both: it is minted when they are there,
 * and again after each send that came to an end. Only presses by the user count, and only from here.
 */
export function Composer(props: ComposerProps) {
  const { recipient, personName, sender, text, sendCheck, refusal, area } = props;
  const [entry, setIntent] = useState(() => ({ recipient, id: mintEntry() }));
  if (entry.recipient !== recipient) setIntent({ recipient, id: mintEntry() });
  /** What is to be confirmed; another text or recipient is another question. */
  const [asked, setAsked] = useState<string | null>(null);
  const question = `${recipient} ${text}`;
  const id = useId();
  const isOff = sendCheck.kind === 'off';
  const isSending = isOff && sendCheck.block.kind === 'sending';
  const slow = useSlow(isSending);
  const confirming = sendCheck.kind === 'confirm' && asked === question;

  const send = async (): Promise<void> => {
    setAsked(null);
    area.current?.focus();
    const outcome = await props.onSend(entry.id);
    if (outcome !== null) setIntent((now) => (now.id === entry.id ? { ...now, id: mintEntry() } : now));
  };
  const press = (event: KeyboardEvent | MouseEvent): void => {
    if (!event.nativeEvent.isTrusted || isOff) return;
    if (sendCheck.kind === 'confirm') setAsked(question);
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
    setAsked(null);
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
          {...(isOff ? {} : { onRetry: press })}
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
        aria-invalid={(isOff && sendCheck.block.kind === 'too-long') || undefined}
        placeholder={t('panel.composer.placeholder')}
        value={text}
        onChange={(event) => {
          props.onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {props.unsaved && (
        <p className={classes(styles.why, styles.care)} role="alert">
          {t('panel.composer.unsaved')}
        </p>
      )}
      <div className={styles.foot}>
        {props.tools}
        <span id={`${id}count`} className={classes(styles.count, messageLength(text) > MESSAGE_MAX_LENGTH && styles.over)}>
          {t('panel.composer.count', { count: messageLength(text), max: MESSAGE_MAX_LENGTH })}
        </span>
      </div>
      {!confirming && (
        <>
          <Button
            look="primary"
            wide
            busy={isSending}
            disabled={isOff && !isSending}
            aria-describedby={`${id}why`}
            onClick={press}
          >
            {sender === null
              ? rich('panel.composer.sendTo', { person: <bdi>{personName}</bdi> })
              : rich('panel.composer.send', { person: <bdi>{personName}</bdi>, sender: <bdi>{sender.name}</bdi> })}
          </Button>
          <p id={`${id}why`} className={classes(styles.why, isOff && isProblem(sendCheck.block) && styles.care)}>
            {slow ? t('panel.off.sendingSlow') : isOff ? blockWords(sendCheck.block) : t('panel.composer.keys')}
          </p>
        </>
      )}
    </section>
  );
}
