import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

interface FocusFallback {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly tabIndex: -1;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

/**
 * For a region whose buttons disappear when pressed: if the focused button is removed, the region gets the focus, so keyboard
 * users keep their place. (React fires no blur for elements that it removes.)
 */
export function useFocusFallback(): FocusFallback {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    if (last.current?.isConnected === false) ref.current?.focus({ preventScroll: true });
  });
  return {
    ref,
    tabIndex: -1,
    onFocus: ({ target }) => {
      last.current = target;
    },
    onBlur: () => {
      last.current = null;
    },
  };
}
