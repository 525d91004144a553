import { useEffect, useRef, useState } from 'react';
import { requestGetSalesAccess, watchGetSalesAccess } from '@/lib/browser/getsales-access';
import { useWorkerCall } from '../worker/worker-query';

interface GetSalesAccess {
  /** The browser does not let the extension reach GetSales. */
  readonly isMissing: boolean;
  /** Asks the user to allow it. Call it directly in a click handler. */
  readonly allow: () => void;
}

/** Whether the browser lets the extension reach GetSales. Once it does again, the worker carries on what waits. */
export function useGetSalesAccess(): GetSalesAccess {
  const call = useWorkerCall();
  const [isMissing, setIsMissing] = useState(false);
  const wasMissing = useRef(false);
  useEffect(
    () =>
      watchGetSalesAccess((allowed) => {
        if (allowed && wasMissing.current) void call('connection.back', {});
        wasMissing.current = !allowed;
        setIsMissing(!allowed);
      }),
    [call],
  );
  return { isMissing, allow: () => void requestGetSalesAccess() };
}
