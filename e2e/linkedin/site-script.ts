/**
 * The page's own script, served from its own origin. It navigates as LinkedIn does (address first, content later) and, as
 * a hostile page would, listens for messages and events. Tests read `window.__page`.
 */
export const siteScript = `(() => {
  const seen = (window.__page ??= { messages: [], events: [], runtime: typeof window.chrome?.runtime });
  if (!window.__listening) {
    window.__listening = true;
    addEventListener('message', (event) => seen.messages.push(String(event.data)));
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) { seen.events.push(event.type); return dispatch.call(this, event); };
  }
  const staleMs = Number(new URLSearchParams(location.search).get('stale') ?? 400);
  const show = async (url) => {
    const html = await (await fetch(url)).text();
    setTimeout(() => {
      const next = new DOMParser().parseFromString(html, 'text/html');
      document.title = next.title;
      document.body.replaceChildren(...next.body.childNodes);
    }, staleMs);
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-soft]');
    if (!link) return;
    event.preventDefault();
    history.pushState({}, '', link.href);
    void show(link.href);
  });
  addEventListener('popstate', () => void show(location.href));
})();`;
