/** Height of every scroller: many rows fit. */
const HEIGHT = 2_000;
const ROW_HEIGHT = 40;

/** Gives every element a size, which jsdom does not compute, so that lists of visible rows show rows. */
export function layout(): void {
  Object.defineProperties(HTMLElement.prototype, {
    offsetParent: { configurable: true, get: parentOf },
    scrollIntoView: { configurable: true, value: () => undefined },
    scrollTo: { configurable: true, value: () => undefined },
  });
  Object.assign(globalThis, { ResizeObserver: SizeOnce });
}

function parentOf(this: HTMLElement): HTMLElement | null {
  return this.parentElement;
}

/** Reports one size per observed element: rows have a position of their own, everything else is a scroller. */
class SizeOnce implements ResizeObserver {
  constructor(private readonly report: ResizeObserverCallback) {}

  observe(target: Element): void {
    const isRow = target instanceof HTMLElement && target.style.position === 'absolute';
    const size = { blockSize: isRow ? ROW_HEIGHT : HEIGHT, inlineSize: 360 };
    const contentRect = new DOMRect(0, 0, size.inlineSize, size.blockSize);
    const sizes = [size];
    queueMicrotask(() => {
      this.report(
        [{ target, contentRect, borderBoxSize: sizes, contentBoxSize: sizes, devicePixelContentBoxSize: sizes }],
        this,
      );
    });
  }
  unobserve(): void {
    // Nothing is watched after the first report.
  }
  disconnect(): void {
    // Nothing is watched after the first report.
  }
}
