import { Hono } from 'hono';
import { cast, teo, type CastMember } from '../support/cast';
import { serveElsewhere } from './elsewhere';
import { classic, classicPage } from './pages/classic';
import { current, currentPage } from './pages/current';
import { feedPage, skeletonPage, walledPage } from './pages/other';
import { fullProfile } from './pages/profile';
import { toHtml } from './pages/tree';
import { serveSamples } from './sample-route';
import { siteScript } from './site-script';

export interface SiteRequest {
  readonly method: string;
  readonly url: string;
}

export interface LinkedInSite {
  readonly app: Hono;
  /** Requests since the last reset. */
  readonly requests: () => readonly SiteRequest[];
  readonly reset: () => void;
  /** Serves this HTML at this path until the next reset, with a policy that only stops pictures of other hosts. */
  readonly serve: (path: string, html: string) => void;
}

/** The generation of each person's page; `?render=` in the address overrides it. */
const CURRENT: ReadonlySet<string> = new Set(['ana-duarte-x1', 'jonas-berg-x3', 'li-wei-x2']);

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self'";

/** Pages of tests may load parts of the extension, if they can, but no pictures of LinkedIn's other hosts. */
const OWN_PICTURES = "img-src 'self' data: blob: chrome-extension:";

/** A small LinkedIn of invented people. No page requests anything from another host. */
export function createLinkedInSite(): LinkedInSite {
  let seen: SiteRequest[] = [];
  const served = new Map<string, string>();
  const app = new Hono();
  // The browser requests the icon by itself at any time, so it is not counted as a request of the page.
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.use(async (context, next) => {
    seen.push({ method: context.req.method, url: context.req.url });
    const html = served.get(context.req.path);
    if (html !== undefined) return context.html(html, 200, { 'content-security-policy': OWN_PICTURES });
    await next();
    context.header('content-security-policy', POLICY);
    context.header('cache-control', 'no-store');
  });
  app.get('/site.js', (context) => context.body(siteScript, 200, { 'content-type': 'text/javascript' }));
  serveSamples(app);
  app.get('/feed/', (context) => context.html(feedPage(cast)));
  app.get('/in/walled-off-person/', (context) => context.html(walledPage()));
  app.get('/in/slow-person/', (context) => context.html(skeletonPage()));
  serveElsewhere(app);
  app.get('/in/:slug/*', (context) => {
    const profileOwner = personAt(context.req.param('slug'));
    if (profileOwner === undefined) return context.html(walledPage(), 404);
    return context.html(profilePage(profileOwner, context.req.query('render'), context.req.query('without')));
  });
  app.get('/in/:slug', (context) => context.redirect(`${new URL(context.req.url).pathname}/`));
  app.notFound((context) => context.text('Not here', 404));
  return {
    app,
    requests: () => seen,
    reset: () => {
      seen = [];
      served.clear();
    },
    serve: (path, html) => {
      served.set(path, html);
    },
  };
}

/** @param without the part to leave out: `headline` or `location` */
export function profilePage(profileOwner: CastMember, render?: string, without?: string): string {
  const others = cast.filter((person) => person !== profileOwner && person !== teo).slice(0, 3);
  const isCurrent = render === undefined ? CURRENT.has(profileOwner.slug) : render === 'current';
  const full = fullProfile(profileOwner, teo, others);
  const page = without === undefined ? full : { ...full, [without]: null };
  const previous = others.at(-1) ?? null;
  return toHtml(isCurrent ? currentPage(current(page)) : classicPage(classic(page, { previous })));
}

function personAt(slug: string): CastMember | undefined {
  return cast.find((person) => person.slug === slug || person.memberId === slug);
}
