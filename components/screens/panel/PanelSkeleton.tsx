import { Hidden } from '@/components/ui/Hidden';
import { t } from '@/lib/i18n/text';

/** What stands there until it is known whom the panel is about: the static shell of sidepanel/index.html, unchanged. */
export function PanelSkeleton() {
  return (
    <div role="status">
      <Hidden>{t('panel.looking')}</Hidden>
      <div className="shell-header" aria-hidden="true">
        <span className="shell-avatar" />
        <span className="shell-lines">
          <span className="shell-line shell-line-name" />
          <span className="shell-line" />
          <span className="shell-line shell-line-short" />
        </span>
      </div>
    </div>
  );
}
