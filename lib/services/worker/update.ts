/** An update waits this long for a message that is leaving, and looks this often. */
const PATIENCE_MS = 600_000;
const PAUSE_MS = 2_000;

export interface UpdateDeps {
  /** Whether a message is queued or on its way. */
  readonly isSending: () => Promise<boolean>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly reload: () => void;
}

/** Starts the new version of the extension as soon as no message is in between: what waits otherwise is on disk. */
export async function updateWhenIdle({ isSending, sleep, reload }: UpdateDeps): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS && (await isSending()); waited += PAUSE_MS) await sleep(PAUSE_MS);
  reload();
}
