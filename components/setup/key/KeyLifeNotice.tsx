import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import type { KeyLife } from './api-key';

interface KeyLifeNoticeProps {
  readonly life: KeyLife;
  /** The button that helps. */
  readonly actions: ReactNode;
}

/** A word in time, while the old key still works. */
export function KeyLifeNotice({ life, actions }: KeyLifeNoticeProps) {
  switch (life.kind) {
    case 'unknown':
    case 'long':
      return null;
    case 'ending':
      return (
        <Notice
          tone="care"
          title={life.days === 0 ? t('options.account.endingToday') : t('options.account.ending', { count: life.days })}
          actions={actions}
        >
          {t('options.account.endingBody')}
        </Notice>
      );
    case 'ended':
      return (
        <Notice tone="bad" title={t('options.account.ended')} actions={actions}>
          {t('options.account.endingBody')}
        </Notice>
      );
  }
}
