import { accessibleNodes, isEnabled, type Role } from './accessible-nodes';
import { ignoreClosed, type Target } from './target';

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Clicks the middle of an enabled element that no longer moves. False when there is none, or when the element moved away
 * before the press, which then had no effect.
 */
export async function clickOnce(target: Target, role: Role, name: RegExp): Promise<boolean> {
  const nodes = await accessibleNodes(target, role, name);
  const backendNodeId = nodes.find((each) => each.backendDOMNodeId !== undefined && isEnabled(each))?.backendDOMNodeId;
  if (backendNodeId === undefined) return false;
  const place = await restingPlace(target, backendNodeId).catch(() => null);
  if (place === null) return false;
  const press = await watchPress(target, backendNodeId);
  const at = { ...place, button: 'left', clickCount: 1 };
  await target.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place });
  await target.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
  await target.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at }).catch(ignoreClosed);
  return hasHit(target, press);
}

/** Aims at the middle of an enabled element that does not move; undefined when there is none. */
export async function aimAt(target: Target, role: Role, name: RegExp): Promise<Clicks | undefined> {
  const nodes = await accessibleNodes(target, role, name);
  const backendNodeId = nodes.find((each) => each.backendDOMNodeId !== undefined && isEnabled(each))?.backendDOMNodeId;
  const place = backendNodeId === undefined ? null : await restingPlace(target, backendNodeId).catch(() => null);
  if (place === null) return undefined;
  const send = (type: string, clickCount: number): Promise<unknown> =>
    target.send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount });
  return async (times) => {
    const clicks = Array.from({ length: times }, (_, index) => index + 1);
    await Promise.all(clicks.flatMap((count) => [send('mousePressed', count), send('mouseReleased', count)]));
  };
}

/** Clicks so often, without waiting in between. */
export type Clicks = (times: number) => Promise<void>;

/** The element's position if two measurements agree, else null; rejects when the element has vanished. */
async function restingPlace(target: Target, backendNodeId: number): Promise<Place | null> {
  await target.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const before = await middleOf(target, backendNodeId);
  await target.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');
  const after = await middleOf(target, backendNodeId);
  return before.x === after.x && before.y === after.y ? after : null;
}

async function middleOf(target: Target, backendNodeId: number): Promise<Place> {
  const { model } = await target.send<{ model: { content: readonly number[] } }>('DOM.getBoxModel', { backendNodeId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.content;
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}

interface Remote {
  readonly objectId: string;
}

/** Blocks the next press unless it hits the element; the returned object knows whether it did. */
async function watchPress(target: Target, backendNodeId: number): Promise<Remote> {
  const { object } = await target.send<{ object: Remote }>('DOM.resolveNode', { backendNodeId });
  const { result } = await target.send<{ result: Remote }>('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: WATCH,
  });
  return result;
}

async function hasHit(target: Target, { objectId }: Remote): Promise<boolean> {
  try {
    const { result } = await target.send<{ result: { value: boolean } }>('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: 'function () { return this.end(); }',
      returnByValue: true,
    });
    return result.value;
  } catch (error) {
    // The press closed the page or navigated away.
    if (!/No session with given id|Target closed|Could not find object|Cannot find context/u.test(String(error)))
      throw error;
    return true;
  }
}

const WATCH = `function () {
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  let hit = null;
  const judge = (event) => {
    hit ??= event.composedPath().includes(this);
    if (hit) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const kind of kinds) addEventListener(kind, judge, { capture: true });
  return {
    end() {
      for (const kind of kinds) removeEventListener(kind, judge, { capture: true });
      return hit === true;
    },
  };
}`;
