import type { KeyName } from '../access/keys';
import type { WorkspaceName } from '../state/team';

/** The body of a scripted answer. Plain JSON, so that rules can be sent to the control port. */
export type FaultBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly type?: string }
  /** Bytes as base64: BOMs, UTF-16, broken UTF-8. */
  | { readonly kind: 'bytes'; readonly base64: string; readonly type?: string }
  | { readonly kind: 'empty' }
  /** The first half of the real answer, as a complete HTTP body. */
  | { readonly kind: 'truncated' }
  /** Announces the length of the real answer and breaks the connection after half of it. */
  | { readonly kind: 'cut' }
  /** The real answer, followed by text that is not JSON. */
  | { readonly kind: 'malformed' }
  /** The real answer in UTF-8 with a byte order mark, or in UTF-16. */
  | { readonly kind: 'encoded'; readonly as: 'utf-8-bom' | 'utf-16' }
  /** The real answer, an object, with these properties; also `__proto__`. */
  | { readonly kind: 'merged'; readonly value: Readonly<Record<string, unknown>> }
  /** A JSON text of at least this many bytes. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** A JSON text of arrays, this deep. */
  | { readonly kind: 'deep'; readonly depth: number };

/** The ways in which a connection can fail a request (see `FaultEffect`). */
export const BREAKS = [
  'reset-unread',
  'reset-before',
  'reset-after',
  'stream-before',
  'stream-after',
  'refused-before',
  'refused-after',
  'hang',
  'hang-after',
] as const;

export interface FaultEffect {
  /** Waits before the request is processed. */
  readonly latencyMs?: number;
  readonly status?: number;
  /** Added to the answer; `null` removes a header, also `date`. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: FaultBody;
  /**
   * Whether the request is processed before the answer is replaced. Default: true when the real answer is needed (no
   * `status`), else false.
   */
  readonly performed?: boolean;
  /**
   * `reset-unread`: TCP RST before the body is read. `reset-before`: RST after reading, before the write. `reset-after`:
   * RST after the write. `stream-*`: over HTTP/2 only the stream of this request is reset.
   * `refused-*`: the same with REFUSED_STREAM, after which browsers may retry. `hang` and `hang-after`: never answers,
   * before or after the write.
   */
  readonly connection?: (typeof BREAKS)[number];
  /** Sends `bytes` at a time, `everyMs`; `endless` never ends. With `headers` the body is never reached. */
  readonly drip?: {
    readonly part: 'headers' | 'body';
    readonly bytes: number;
    readonly everyMs: number;
    readonly endless?: boolean;
  };
  /** Rows written through the API more recently than this are not listed or found yet. */
  readonly listLagMs?: number;
  /** Falsifies a list envelope: a row twice, a row left out, a wrong `total`, a wrong or missing (`null`) `has_more`. */
  readonly list?: {
    readonly repeatFirst?: boolean;
    readonly dropFirst?: boolean;
    readonly total?: number;
    readonly hasMore?: boolean | null;
  };
}

export interface FaultRule {
  /** Any method when absent. */
  readonly method?: string;
  /** Path; `*` matches within a segment, `**` across segments. */
  readonly path: string;
  /** Only requests with a key of this workspace, or with this key; any request when absent. */
  readonly where?: { readonly workspace?: WorkspaceName; readonly keyName?: KeyName };
  /** How often it applies; unlimited when absent. */
  readonly times?: number;
  /** How many matching requests pass first. */
  readonly skip?: number;
  readonly effect: FaultEffect;
}
