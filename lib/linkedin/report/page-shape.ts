import { childNodes, nodeKind, rawText } from '../page/dom';
import { elementShape } from './element-shape';
import { textShape } from './text-shape';

/** Limits on nodes and depth; later and deeper nodes are left out. */
export const MAX_NODES = 20_000;
const MAX_DEPTH = 60;

const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript']);
/** Elements that are shown without their content. */
const CLOSED: ReadonlySet<string> = new Set(['svg', 'math', 'iframe', 'object', 'select']);

/** An element or a text, with its content. */
export interface Shape {
  readonly line: string;
  /** Equal for branches of the same structure, whatever their texts. */
  readonly build: number;
  readonly inside: readonly Shape[];
}

/** The number of nodes that may still be looked at. */
export interface Budget {
  nodes: number;
}

/** An element with everything in it, as shapes. */
export function pageShape(element: Element, own: string | null, budget: Budget): Shape | null {
  return shapeOf(element, 0);

  function shapeOf(node: Node, depth: number): Shape | null {
    if (budget.nodes <= 0) return null;
    budget.nodes -= 1;
    const kind = nodeKind(node);
    if (kind === 'other') return null;
    if (kind === 'text') {
      const text = textShape(rawText(node));
      return text === null ? null : { line: `"${text}"`, build: hash(0, '"'), inside: [] };
    }
    const { tag, element: at } = kind;
    if (SKIPPED.has(tag)) return null;
    const line = elementShape(at, tag, own);
    const inside =
      CLOSED.has(tag) || depth >= MAX_DEPTH
        ? []
        : childNodes(at)
            .map((child) => shapeOf(child, depth + 1))
            .filter((child) => child !== null);
    return { line, build: inside.reduce((sum, child) => hash(sum, String(child.build)), hash(0, line)), inside };
  }
}

/** FNV-1a, continued from `start`. A collision only folds two rows that differ. */
function hash(start: number, text: string): number {
  let sum = start ^ 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 16_777_619);
  return sum >>> 0;
}
