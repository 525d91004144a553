import type { Shape } from './page-shape';

/** Most different children of one element that are shown; the others are counted. */
const MAX_KINDS = 60;

/** A report with limited size. */
export interface Print {
  /** Adds a line. @returns false when the report is full */
  readonly line: (text: string) => boolean;
  readonly text: () => string;
}

/** @param maxBytes of UTF-8, including line ends and the note about the cut */
export function createPrint(maxBytes: number): Print {
  const CUT = '... cut here';
  const lines: string[] = [];
  let left = maxBytes - CUT.length;
  let isCut = false;
  return {
    line: (text) => {
      if (isCut) return false;
      left -= bytesOf(text) + 1;
      isCut = left < 0;
      lines.push(isCut ? CUT : text);
      return !isCut;
    },
    text: () => lines.join('\n'),
  };
}

/** An upper bound of the UTF-8 bytes. */
function bytesOf(text: string): number {
  return text.length + 2 * (text.match(/[^\u0000-\u007f]/gu)?.length ?? 0);
}

/** Prints a branch as an outline; similar neighbours are printed once. */
export function printShape(shape: Shape, print: Print, depth = 0, times = 1): boolean {
  const only = shape.inside.length === 1 && shape.inside[0]?.line.startsWith('"') === true ? shape.inside[0] : null;
  const alike = times === 1 ? '' : ` × ${times} alike`;
  if (!print.line(`${' '.repeat(depth)}${shape.line}${only === null ? '' : ` ${only.line}`}${alike}`)) return false;
  if (only !== null) return true;
  const kinds = foldAlike(shape.inside);
  const fits = kinds.slice(0, MAX_KINDS).every(([child, count]) => printShape(child, print, depth + 1, count));
  return (
    fits && (kinds.length <= MAX_KINDS || print.line(`${' '.repeat(depth + 1)}... ${kinds.length - MAX_KINDS} more`))
  );
}

/** From this number on, neighbours of the same structure are a list, and one row represents all. */
const LIST_LENGTH = 6;

/** Folds equal neighbours, and long lists of the same structure, into one shape with a count. */
function foldAlike(shapes: readonly Shape[]): readonly (readonly [Shape, number])[] {
  return chunks(shapes, (shape) => shape.build).flatMap((alike) => {
    const groups = alike.length < LIST_LENGTH ? chunks(alike, looks) : [alike];
    return groups.flatMap((group) => group.slice(0, 1).map((shape) => [shape, group.length] as const));
  });
}

function looks(shape: Shape): string {
  return `${shape.line}\n${shape.inside.map(looks).join('\n')}`;
}

/** Groups neighbours with the same key. */
function chunks(shapes: readonly Shape[], keyOf: (shape: Shape) => string | number): readonly (readonly Shape[])[] {
  const pieces: { readonly key: string | number; readonly shapes: Shape[] }[] = [];
  for (const shape of shapes) {
    const key = keyOf(shape);
    const last = pieces.at(-1);
    if (last?.key === key) last.shapes.push(shape);
    else pieces.push({ key, shapes: [shape] });
  }
  return pieces.map((piece) => piece.shapes);
}
