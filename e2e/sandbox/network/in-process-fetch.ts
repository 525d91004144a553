/**
 * A `fetch` that calls an app in process but behaves like the network: an abort rejects at once (the server may continue) and
 * ends a body that is being read, and `redirect: 'error'` is respected.
 */
export function fetchThrough(serve: (request: Request) => Response | Promise<Response>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const answer = await Promise.race([serve(request), aborted(signal)]);
    const redirects = answer.status >= 300 && answer.status < 400 && answer.headers.has('location');
    if (redirects && request.redirect === 'error') throw new TypeError('fetch failed');
    if (answer.body === null) return answer;
    return new Response(answer.body.pipeThrough(new TransformStream(), { signal }), answer);
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(toError(signal.reason)), { once: true });
  });
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException('This operation was aborted', 'AbortError');
}
