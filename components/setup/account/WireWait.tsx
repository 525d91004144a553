import { t } from '@/lib/i18n/text';
import { useSlow } from '@/lib/ui/page/use-timers';

/** Says what takes so long while a key is closed: requests on their way have a few seconds to be answered. */
export function WireWait({ waiting }: { readonly waiting: boolean }) {
  const slow = useSlow(waiting);
  return <p role="status">{slow ? t('options.wire.waiting') : ''}</p>;
}
