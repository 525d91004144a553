import { callGraph, nameOf, type CallGraph, type Owner } from './call-graph';
import { ROOT } from './project-files';

/** Where a path begins, and the functions that it must come through, each as a file and a name. */
interface Path {
  readonly title: string;
  readonly waypoints: readonly (readonly [file: string, name: string])[];
}

/** Pages get `call` from a context, which no reference shows. */
const CALL = [
  ['lib/ui/worker/worker-query.tsx', 'useWorkerCall'],
  ['lib/messaging/call.ts', 'request'],
] as const;

const WORKER = [
  ['entrypoints/background.ts', 'startTimeout'],
  ['lib/messaging/serve.ts', 'serve'],
] as const;

const PATHS: readonly Path[] = [
  {
    title: 'Add: from the click to the request',
    waypoints: [
      ['components/screens/popup/PopupForm.tsx', 'onSubmit'],
      ...CALL,
      ...WORKER,
      ['lib/services/worker/handlers.ts', 'contact.add'],
      ['lib/getsales/client.ts', 'upsert'],
      ['lib/getsales/resources/contacts.ts', 'upsert'],
      ['lib/getsales/http/attempt.ts', 'send'],
    ],
  },
  {
    title: 'Message: from Send to the POST',
    waypoints: [
      ['components/conversation/composer/Composer.tsx', 'onKeyDown'],
      ...CALL,
      ...WORKER,
      ['lib/services/worker/handlers.ts', 'message.send'],
      ['lib/getsales/client.ts', 'send'],
      ['lib/getsales/resources/messages.ts', 'send'],
      ['lib/getsales/http/attempt.ts', 'send'],
    ],
  },
];

/** More would be too many to follow. */
const MOST_FILES = 18;

interface Step {
  readonly owner: Owner;
  readonly guards: readonly Owner[];
}

/**
 * `npm run steps`: the files that one has to open to follow an add from the click to its request, and a message from Send to
 * its POST: the shortest chain of calls, and every function that the chain runs through as a callback.
 */
function main(): void {
  const graph = callGraph(ROOT, (file) => /^(entrypoints|components|lib)\//u.test(file));
  for (const { title, waypoints } of PATHS) {
    const steps = waypoints.slice(1).flatMap((to, index) => {
      const from = waypoints[index];
      return from === undefined ? [] : leg(graph, from, to);
    });
    if (print(graph, title, steps) > MOST_FILES) process.exitCode = 1;
  }
}

/** Answers with the number of files. */
function print(graph: CallGraph, title: string, steps: readonly Step[]): number {
  const files = new Map<string, string[]>();
  for (const { owner, guards } of steps) {
    for (const each of [...guards, owner]) {
      const file = graph.fileOf(each);
      files.set(file, [...(files.get(file) ?? []), nameOf(each)]);
    }
  }
  process.stdout.write(`${title}: ${files.size} files\n`);
  for (const [file, names] of files) process.stdout.write(`  ${file}: ${[...new Set(names)].join(', ')}\n`);
  return files.size;
}

type Waypoint = Path['waypoints'][number];

/** The shortest chain from one waypoint to the next, counted in changes of file. */
function leg(graph: CallGraph, from: Waypoint, [file, name]: Waypoint): readonly Step[] {
  const targets = new Set(graph.named(file, name));
  if (targets.size === 0) throw new Error(`${file} has no ${name}`);
  const starts = graph.named(...from);
  // Between page and worker a message is sent, which no call shows either.
  const isMessage = file === CALL[1][0] || file === WORKER[0][0] || file === WORKER[1][0] || from[0] === WORKER[1][0];
  if (isMessage) return [...targets].slice(0, 1).map((owner) => ({ owner, guards: [] }));
  const distance = new Map<Owner, number>(starts.map((owner) => [owner, 0]));
  const before = new Map<Owner, { readonly owner: Owner; readonly through: readonly Owner[] }>();
  const queue = [...starts];
  for (let owner = queue.shift(); owner !== undefined; owner = queue.shift()) {
    const here = distance.get(owner) ?? 0;
    for (const { to, through } of graph.callsFrom(owner)) {
      const there = here + (graph.fileOf(to) === graph.fileOf(owner) ? 0.01 : 1);
      if (there >= (distance.get(to) ?? Infinity)) continue;
      distance.set(to, there);
      before.set(to, { owner, through });
      queue.push(to);
      queue.sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0));
    }
  }
  const [nearest] = [...targets].sort((a, b) => (distance.get(a) ?? Infinity) - (distance.get(b) ?? Infinity));
  if (nearest === undefined || !distance.has(nearest))
    throw new Error(`${from.join(' ')} does not lead to ${file} ${name}`);
  const steps: Step[] = [];
  for (let at: Owner = nearest; ;) {
    const came = before.get(at);
    steps.unshift({ owner: at, guards: came === undefined ? [] : allReceivers(graph, came.through) });
    if (came === undefined) return steps;
    at = came.owner;
  }
}

/** These functions, and those that they pass their callbacks on to. */
function allReceivers(graph: CallGraph, receivers: readonly Owner[]): readonly Owner[] {
  const found = new Set(receivers);
  for (const receiver of found) for (const next of graph.callbackReceivers(receiver)) found.add(next);
  return [...found];
}

main();
