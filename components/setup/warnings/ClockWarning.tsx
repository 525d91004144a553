import { Notice } from '@/components/ui/Notice';
import { formatDifference } from '@/lib/i18n/format-difference';
import { t } from '@/lib/i18n/text';
import { useClockDifference } from '@/lib/ui/setup/use-clock-difference';

/** A difference that no slow answer explains, ms. */
const NOTABLE_MS = 3_600_000;

/** Says above every screen that this computer's clock is wrong. */
export function ClockWarning() {
  const aheadMs = useClockDifference();
  return Math.abs(aheadMs) < NOTABLE_MS ? null : (
    <Notice tone="care" title={t('clock.title')} announce="status">
      {t('clock.body', { difference: formatDifference(aheadMs) })}
    </Notice>
  );
}
