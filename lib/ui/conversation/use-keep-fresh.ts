import { useEffect, useEffectEvent } from 'react';

/** What was asked longer ago than this is asked again when the user looks (docs/getsales-api.md#client-rules: messages 15 s). */
const FRESH_FOR_MS = 15_000;

/**
 * Asks again when it is worth it: when something older is shown first, when the panel comes back into view, and when
 * the network is back.
 *
 * @param asOf ISO time of what is shown; null while nothing is
 */
export function useKeepFresh(asOf: string | null, refresh: () => void): void {
  const refreshIfOld = useEffectEvent(() => {
    const isOld = asOf !== null && Date.now() - Date.parse(asOf) > FRESH_FOR_MS;
    if (isOld && document.visibilityState === 'visible') refresh();
  });
  const refreshNow = useEffectEvent(refresh);
  useEffect(() => {
    const onOnline = (): void => {
      refreshNow();
    };
    const onVisible = (): void => {
      refreshIfOld();
    };
    refreshIfOld();
    window.addEventListener('online', onOnline);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, []);
}
