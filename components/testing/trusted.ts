const KINDS = ['click', 'keydown'] as const;

/**
 * Presses of this test count as those of a person. jsdom marks every event of a script as untrusted, as a browser does,
 * so its own record of the event is changed before React sees it.
 */
export function pressesAreTrusted(): void {
  for (const kind of KINDS) window.addEventListener(kind, trust, { capture: true });
}

/** After each test, in components/testing/browser.ts. */
export function pressesAreUntrusted(): void {
  for (const kind of KINDS) window.removeEventListener(kind, trust, { capture: true });
}

function trust(event: Event): void {
  const record = Object.getOwnPropertySymbols(event).find(({ description }) => description === 'impl');
  if (record === undefined) throw new Error('jsdom keeps its record of an event elsewhere now');
  Object.defineProperty(Reflect.get(event, record), 'isTrusted', { value: true, writable: true });
}
