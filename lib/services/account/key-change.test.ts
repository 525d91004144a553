import { jonas } from '@/e2e/support/cast';
import { createWorld, type Ask, type Worker, type World } from '@/e2e/support/worker';
import {
  addOf,
  contactIdOf,
  identityOf,
  listNamed,
  newEntryId,
  senderNamed,
  UPSERT,
} from '@/e2e/support/worker-people';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PendingCounts, WireReport } from '@/lib/domain/account';
import type { ContactList } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { ContactId, SenderId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import { sharedTransport } from '@/lib/getsales/http/transport';

/** What an act is done with, in a profile of its own. */
interface Scene {
  readonly world: World;
  readonly worker: Worker;
  /** A page of the account that is replaced or signed out. */
  readonly page: Ask;
  readonly list: ContactList;
  readonly founders: ContactList;
  readonly senderId: SenderId;
  readonly jonasId: ContactId;
  /** Differs from run to run. */
  readonly run: number;
}

interface Act {
  /** Prepares what the act is about; answers with the act itself. */
  readonly prepare: (scene: Scene) => Promise<() => Promise<Result<unknown>>>;
  /** Whether GetSales did it, in the workspace that it was meant for; null for acts that do nothing there. */
  readonly isDone: (scene: Scene) => boolean | null;
  /** What it is called among the writes that had left. */
  readonly what: WireReport['what'] | null;
}

/** Replaces the key by another workspace's, or signs out, after agreeing to what the question counts. */
type Change = 'the key is replaced' | 'the user signs out';

interface Changed {
  readonly agreed: PendingCounts | null;
  readonly onWire: readonly WireReport[];
  /** Requests that GetSales had seen when the change was through. */
  readonly requestsBefore: number;
}

const NO_ANSWER = { code: 'no-answer' } as const;
let outside: World;
let runs = 0;

beforeAll(() => {
  outside = createWorld();
  outside.sandbox.control.setRateLimit(null);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const slugOf = ({ run }: Scene): string => `person-${String(run)}`;
const identity = (scene: Scene) => LinkedInIdentity.parse({ slug: slugOf(scene), memberId: null, salesId: null });
const textOf = ({ run }: Scene): string => `Hello ${String(run)}`;
const isThere = ({ world, ...scene }: Scene): boolean =>
  world.sandbox.control.contact(slugOf({ world, ...scene })) !== null;
const listOf = ({ world }: Scene, slug: string): unknown => {
  const lead = world.sandbox.control.contact(slug)?.['lead'];
  return typeof lead === 'object' && lead !== null && 'list_uuid' in lead ? lead.list_uuid : null;
};
const isSent = (scene: Scene): boolean =>
  scene.world.sandbox.control.messages(scene.jonasId).some((message) => message['text'] === textOf(scene));

const send = (scene: Scene) => ({
  entryId: newEntryId(),
  contactId: scene.jonasId,
  senderId: scene.senderId,
  personName: jonas.name,
  text: textOf(scene),
  overrides: null,
});

const ACTS: Readonly<Record<string, Act>> = {
  'an add': {
    prepare: (scene) =>
      Promise.resolve(() => scene.page('contact.add', addOf(scene.list, { identity: identity(scene), draft: {} }))),
    isDone: isThere,
    what: 'add',
  },
  'an add whose first try got no answer': {
    prepare: (scene) => {
      scene.world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { connection: 'reset-before' } });
      return Promise.resolve(() =>
        scene.page('contact.add', addOf(scene.list, { identity: identity(scene), draft: {} })),
      );
    },
    isDone: isThere,
    what: 'add',
  },
  'the retry of an add that waits': {
    async prepare(scene) {
      scene.world.sandbox.control.fault({ path: UPSERT, effect: { status: 503 } });
      const add = addOf(scene.list, { identity: identity(scene), draft: {} });
      await scene.page('contact.add', add);
      scene.world.sandbox.control.clearFaults();
      scene.world.pass(31_000);
      return () => scene.page('activity.retry', { entryId: add.entryId });
    },
    isDone: isThere,
    what: 'add',
  },
  'a move': {
    async prepare(scene) {
      const before = addOf(scene.founders, { identity: identity(scene), draft: {} });
      await scene.page('contact.add', before);
      scene.world.pass(11_000);
      return () =>
        scene.page('contact.add', addOf(scene.list, { identity: identity(scene), draft: {}, ifPresent: 'move' }));
    },
    isDone: (scene) => listOf(scene, slugOf(scene)) === scene.list.id,
    what: 'add',
  },
  'an undo': {
    async prepare(scene) {
      const add = addOf(scene.list, { identity: identity(scene), draft: {} });
      await scene.page('contact.add', add);
      return () => scene.page('contact.undo', { entryId: add.entryId });
    },
    isDone: (scene) => !isThere(scene),
    what: 'undo',
  },
  'a message': {
    prepare: (scene) => Promise.resolve(() => scene.page('message.send', send(scene))),
    isDone: isSent,
    what: 'message',
  },
  'the retry of a failed message': {
    async prepare(scene) {
      const sent = await scene.page('message.send', send(scene));
      const messageId = sent.ok && sent.value.state === 'sent' ? sent.value.message.id : expect.fail('not sent');
      scene.world.sandbox.control.failMessage(messageId, 'Not connected');
      scene.world.pass(60_000);
      return () => scene.page('message.retry', { messageId });
    },
    isDone: () => null,
    what: 'message-retry',
  },
  'a new list': {
    prepare: (scene) => Promise.resolve(() => scene.page('lists.create', { name: `List ${String(scene.run)}` })),
    isDone: ({ world, run }) => world.sandbox.control.lists().some(({ name }) => name === `List ${String(run)}`),
    what: 'list',
  },
  'a lookup': {
    prepare: (scene) =>
      Promise.resolve(() => scene.page('contact.status', { identity: identityOf(jonas), fresh: true })),
    isDone: () => null,
    what: null,
  },
};

/** Stops at the nth place where the act waits for something outside of our code. */
interface Steps {
  readonly at: <T>(what: () => Promise<T>) => Promise<T>;
  /** A place where the act holds a database open, so that it cannot stop until the change is through. */
  readonly pass: () => void;
  readonly arm: (target: number, interrupt: () => Promise<unknown>) => void;
  readonly seen: () => number;
}

function createSteps(): Steps {
  let count = 0;
  let target = 0;
  let interrupt: (() => Promise<unknown>) | null = null;
  const step = async (): Promise<void> => {
    if (interrupt === null) return;
    count += 1;
    if (count !== target) return;
    const act = interrupt;
    interrupt = null;
    await act();
  };
  return {
    at: async (what) => {
      await step();
      const value = await what();
      await step();
      return value;
    },
    pass: () => {
      void step();
    },
    arm: (wanted, act) => {
      count = 0;
      target = wanted;
      interrupt = act;
    },
    seen: () => count,
  };
}

async function sceneWith(steps: Steps): Promise<Scene> {
  const world = outside.freshProfile();
  const { sandbox, storage } = world;
  sandbox.control.clearFaults();
  const { subtle } = crypto;
  const decrypt = subtle.decrypt.bind(subtle);
  vi.spyOn(subtle, 'decrypt').mockImplementation((...wanted) => {
    steps.pass();
    return decrypt(...wanted);
  });
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...wanted) {
    steps.pass();
    return transaction.apply(this, wanted);
  });
  for (const area of [storage.local, storage.session]) {
    const { get, set } = area;
    Object.assign(area, {
      get: (key: string) => steps.at(() => get(key)),
      set: (items: Record<string, unknown>) => steps.at(() => set(items)),
    });
  }
  const hooked: typeof fetch = (input, init) => steps.at(() => sandbox.fetch(input, init));
  const worker = world.startWorker({
    fetch: hooked,
    openTransport: () => steps.at(() => Promise.resolve(sharedTransport(hooked))),
    sleep: (ms, signal) =>
      steps.at(() => {
        if (signal?.aborted !== true) world.pass(ms);
        return Promise.resolve();
      }),
  });
  await worker.ask('session.connect', { key: sandbox.key, confirmed: null });
  const page = worker.pageOf(await worker.account());
  runs += 1;
  return {
    world,
    worker,
    page,
    list: await listNamed(worker, 'Nordic procurement'),
    founders: await listNamed(worker, 'EU founders'),
    senderId: await senderNamed(worker, 'Mara (DE)'),
    jonasId: await contactIdOf(worker, jonas),
    run: runs,
  };
}

/** Agrees to what is asked, also when it is asked again. */
async function change({ worker, world }: Scene, how: Change): Promise<Changed> {
  const { sandbox } = world;
  const done = (agreed: PendingCounts | null, onWire: readonly WireReport[]): Changed => ({
    agreed,
    onWire,
    requestsBefore: sandbox.control.requests().length,
  });
  if (how === 'the user signs out') {
    const first = await worker.ask('session.pending', {});
    for (let agreed = first.ok ? first.value : null; ;) {
      const answer = await worker.ask('session.signOut', { confirmed: agreed });
      if (!answer.ok) throw new Error(answer.error.code);
      if (answer.value.state === 'signed-out') return done(agreed, answer.value.onWire);
      agreed = answer.value.pending;
    }
  }
  for (let agreed: PendingCounts | null = null; ;) {
    const answer: Awaited<ReturnType<typeof worker.ask<'session.connect'>>> = await worker.ask('session.connect', {
      key: sandbox.keys.other,
      confirmed: agreed,
    });
    if (!answer.ok) throw new Error(answer.error.code);
    if (answer.value.state === 'connected') return done(agreed, []);
    agreed = answer.value.pending;
  }
}

const isAny = (counts: PendingCounts | null): boolean => Object.values(counts ?? {}).some((count) => count !== 0);

interface Verdict {
  readonly wrongKey: readonly string[];
  readonly afterTheEnd: readonly string[];
  readonly lostSilently: boolean;
  readonly steps: number;
}

/** One act with a change of the key at its nth step. `isAwaited`: the act goes on only once the change is through. */
async function runAct(act: Act, how: Change, target: number, isAwaited: boolean): Promise<Verdict> {
  const steps = createSteps();
  const scene = await sceneWith(steps);
  const { sandbox } = scene.world;
  const perform = await act.prepare(scene);
  sandbox.control.clearRequests();
  const changing: Promise<Changed>[] = [];
  steps.arm(target, () => {
    changing.push(change(scene, how));
    return isAwaited ? Promise.all(changing) : Promise.resolve();
  });
  const answer = await perform().catch(() => NO_ANSWER);
  const steppedOn = steps.seen();
  const changed = await (changing[0] ?? change(scene, how));
  await scene.worker.services.recovery.work(true);
  vi.restoreAllMocks();
  const seen = sandbox.control.requests();
  const pathOf = ({ method, path }: (typeof seen)[number]): string => `${method} ${path}`;
  const isTold = !('ok' in answer) || !answer.ok;
  const isCounted = isAny(changed.agreed);
  const isReported = changed.onWire.some(({ what }) => what === act.what);
  const isDone = act.isDone(scene);
  return {
    wrongKey: seen.filter(({ keyName, path }) => keyName !== 'main' && !path.startsWith('/id/api/')).map(pathOf),
    afterTheEnd: seen.slice(changed.requestsBefore).map(pathOf),
    lostSilently: isDone === false && !isTold && !isCounted && !isReported,
    steps: steppedOn,
  };
}

const CHANGES: readonly Change[] = ['the key is replaced', 'the user signs out'];

describe.each(Object.entries(ACTS))('%s', (_name, act) => {
  test.each(CHANGES)(
    'while %s, at every step: nothing leaves with the wrong key, nothing is lost silently',
    async (how) => {
      const { steps } = await runAct(act, how, Infinity, false);
      const verdicts = [];
      for (let target = 1; target <= steps; target += 1) {
        for (const isAwaited of [true, false]) {
          const { wrongKey, afterTheEnd, lostSilently } = await runAct(act, how, target, isAwaited);
          verdicts.push({ target, isAwaited, wrongKey, afterTheEnd, lostSilently });
        }
      }
      const harms = verdicts.filter(
        ({ wrongKey, afterTheEnd, lostSilently }) => wrongKey.length > 0 || afterTheEnd.length > 0 || lostSilently,
      );
      expect(harms.map((harm) => JSON.stringify(harm))).toEqual([]);
      expect(verdicts.length).toBeGreaterThan(20);
    },
  );
});
