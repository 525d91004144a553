import type { AppError } from '@/lib/domain/app-error';
import type { SenderConnection } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import type { SenderId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { rich } from '@/lib/ui/page/rich';
import { Button } from '@/components/ui/Button';
import { SenderPicker } from './SenderFields';

interface ComposerToolsProps {
  /** Senders that can write; null until known. */
  readonly senders: readonly Sender[] | null;
  readonly sender: Sender | null;
  readonly connections: readonly SenderConnection[];
  /** Why the senders could not be loaded. */
  readonly error: AppError | null;
  readonly onRetry: () => void;
  readonly onChoose: (senderId: SenderId) => void;
  /** A draft to this person as another sender, offered while there is none as this one. */
  readonly otherDraft: { readonly sender: Sender; readonly text: string } | null;
  readonly onText: (text: string) => void;
}

/** Below the text: the sender picker, and a draft written as another sender. */
export function ComposerTools(props: ComposerToolsProps) {
  const { senders, sender, connections, error, onRetry, otherDraft } = props;
  return (
    <>
      {error !== null && (
        <p role="alert">
          {t('panel.composer.sendersFailed', { reason: errorWords(error).title })}{' '}
          <Button look="quiet" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        </p>
      )}
      <SenderPicker senders={senders} connections={connections} value={sender?.id ?? null} onChange={props.onChoose} />
      {otherDraft !== null && (
        <Button
          look="quiet"
          onClick={() => {
            props.onText(otherDraft.text);
          }}
        >
          {rich('panel.composer.otherDraft', { sender: <bdi>{otherDraft.sender.name}</bdi> })}
        </Button>
      )}
    </>
  );
}
