import * as z from 'zod/mini';

/** A request as the worker hands it to the frame. The frame sends exactly this. */
export interface FrameRequest {
  readonly url: string;
  /** Without the signal: aborting removes the frame. */
  readonly init: Omit<RequestInit, 'signal'>;
  /** Longer answers are cut here. */
  readonly maxBytes: number;
}

/** What the frame reports about its request. */
export type FrameReport = z.infer<typeof FrameReport>;
export const FrameReport = z.union([
  z.strictObject({
    kind: z.literal('answer'),
    status: z.number(),
    headers: z.record(z.string(), z.string()),
    /** Bytes as Latin-1, at most one more than `maxBytes`; null when the answer broke off. */
    body: z.nullable(z.string()),
    /** The connection had been used before, so this browser cannot promise to send a request only once. */
    isShared: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('failed') }),
]);

/** The part in use of a `chrome.runtime.Port` between worker and frame. */
export interface FramePort {
  readonly name: string;
  readonly sender?: {
    readonly id?: string | undefined;
    readonly origin?: string | undefined;
    readonly url?: string | undefined;
    readonly tab?: unknown;
  };
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
  disconnect(): void;
}
