import { useEffect, useState } from 'react';

/** How long the recipient and the sender must have stood still before Send can be pressed (docs/reliability.md#sending-a-message). */
const ARM_AFTER_MS = 600;

/** Whether this recipient and sender have stood there long enough to be meant. */
export function useArmed(recipient: string): boolean {
  const [armed, setArmed] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setArmed(recipient);
    }, ARM_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setArmed(null);
    };
  }, [recipient]);
  return armed === recipient;
}
