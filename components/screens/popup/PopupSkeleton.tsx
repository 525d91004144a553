import { Hidden } from '@/components/ui/Hidden';
import { t } from '@/lib/i18n/text';

/** Shown until the person is known: the static shell of popup/index.html, unchanged, so that nothing jumps. */
export function PopupSkeleton() {
  return (
    <div role="status">
      <Hidden>{t('popup.looking')}</Hidden>
      <div className="shell-body" aria-hidden="true">
        <div className="shell-person">
          <span className="shell-avatar" />
          <span className="shell-lines">
            <span className="shell-line shell-line-name" />
            <span className="shell-line" />
            <span className="shell-line shell-line-short" />
            <span className="shell-line shell-line-short" />
          </span>
        </div>
        <span className="shell-chip" />
        <span className="shell-label">{t('popup.lists.label')}</span>
        <span className="shell-field" />
        <span className="shell-button" />
        <span className="shell-foot" />
      </div>
    </div>
  );
}
