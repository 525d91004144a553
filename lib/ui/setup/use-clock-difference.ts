import { useEffect, useState } from 'react';
import { useWorkerCall } from '../worker/worker-query';

/**
 * By how much GetSales' clock was ahead of this computer's at its last answer, ms; 0 while that is not known. Looked up when
 * the page opens and whenever it gets the focus.
 */
export function useClockDifference(): number {
  const call = useWorkerCall();
  const [aheadMs, setAheadMs] = useState(0);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const requests = await call('requestLog.recent', {});
      const dated = requests.ok ? requests.value.find(({ clockAheadMs }) => clockAheadMs !== null) : undefined;
      setAheadMs(dated?.clockAheadMs ?? 0);
    };
    const lookNow = (): void => void look();
    lookNow();
    window.addEventListener('focus', lookNow);
    return () => {
      window.removeEventListener('focus', lookNow);
    };
  }, [call]);
  return aheadMs;
}
