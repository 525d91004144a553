import * as z from 'zod/mini';

/** A request as it is handed to the frame, which asks it exactly so. */
export interface FrameRequest {
  readonly url: string;
  /** Without the signal: giving up takes the frame away. */
  readonly init: Omit<RequestInit, 'signal'>;
  /** More of an answer than this is not read. */
  readonly maxBytes: number;
}

/** What the frame has to tell. */
export type Report = z.infer<typeof Report>;
export const Report = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.number(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    /** Bytes as Latin-1, at most one more than was asked for; null when the answer broke off. */
    body: z.nullable(z.string()),
    /** The connection was not this request's own: this browser cannot be trusted with what may leave only once. */
    isShared: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('failed') }),
]);

/** One end of the line between worker and frame, as far as it is used. */
export interface Line {
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
