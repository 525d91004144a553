import type { Hono } from 'hono';
import { ana, cast, jonas, li, mira, type CastMember } from '../support/cast';
import { toHtml } from './pages/tree';
import { kofi, rocket, willem } from './samples/cast/latin';
import { layla, mei, minsu } from './samples/cast/scripts';
import { samples as belowProfile } from './samples/detail/pages.sample';
import { recruiterIdOf } from './samples/ids';
import { en } from './samples/languages/germanic';
import { currentSearch, currentSearchPage } from './samples/people/current-lists';
import { candidate, recruiterPage } from './samples/recruiter/recruiter-page';
import { conversation, threadPage, threadPath } from './samples/thread/thread-page';

/** LinkedIn's other pages: conversations, Recruiter, a search that finds people, and pages below a profile. */
export function serveElsewhere(app: Hono): void {
  app.get('/messaging/thread/2-group/', (context) =>
    context.html(toHtml(threadPage(conversation(mira, en, { others: [mira, jonas], open: null })))),
  );
  app.get('/messaging/thread/:id/', (context) => {
    const other = cast.find((person) => threadWith(person) === `/messaging/thread/${context.req.param('id')}/`);
    if (other === undefined) return context.notFound();
    const isConnected = context.req.query('linked') !== 'no';
    return context.html(toHtml(threadPage(conversation(other, en, isConnected ? {} : { messages: null }))));
  });
  app.get('/talent/profile/:id', (context) => {
    const profileOwner = cast.find(({ memberNumber }) => context.req.param('id') === recruiterIdOf(memberNumber));
    if (profileOwner === undefined) return context.notFound();
    const linked = context.req.query('linked') === 'none' ? [] : [profileOwner];
    return context.html(toHtml(recruiterPage(candidate(profileOwner, en, { linked }))));
  });
  app.get('/in/:slug/details/:list/', (context) =>
    context.html(belowProfile.find(({ url }) => url.includes(`/details/${context.req.param('list')}/`))?.html() ?? ''),
  );
  app.get('/search/results/people/', (context) => {
    const some = [mira, jonas, 'private', layla] as const;
    const found = {
      none: ['private'],
      some,
      all: [...some, ana, li, kofi, minsu, rocket, willem, mei],
    } as const;
    const rows =
      context.req.query('keywords') === 'none'
        ? found.none
        : context.req.query('keywords') === 'some'
          ? found.some
          : found.all;
    return context.html(toHtml(currentSearchPage(currentSearch({ language: en, rows }))));
  });
}

/** The address of the conversation with a person of the cast. */
export function threadWith(person: CastMember): string {
  return threadPath(person);
}

/** The address of a person's profile in Recruiter. */
export function inRecruiter({ memberNumber }: { readonly memberNumber: number }): string {
  return `/talent/profile/${recruiterIdOf(memberNumber)}`;
}
