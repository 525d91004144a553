const WITHIN_MS = 30_000;
const EVERY_MS = 50;

/** Polls until the answer is neither undefined nor false. Fails with `what` and the last answer. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  instead: () => Promise<string> = () => Promise.resolve(''),
): Promise<T> {
  for (const end = Date.now() + WITHIN_MS; Date.now() < end; await pause()) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`Timed out waiting for ${what}.\n${await instead()}`);
}

/** Resolves after the time between two polls. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, EVERY_MS));
}
