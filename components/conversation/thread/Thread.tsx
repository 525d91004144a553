import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { t } from '@/lib/i18n/text';
import { Button } from '@/components/ui/Button';
import styles from './Thread.module.css';
import type { ThreadRow } from './thread-rows';

interface ThreadProps {
  readonly label: string;
  readonly rows: readonly ThreadRow[];
  /** What stands above the oldest loaded row: loading, failed, the start of the conversation. */
  readonly top: ReactElement;
  /** Whether reaching for older messages loads more. */
  readonly canLoadOlder: boolean;
  readonly loadOlder: () => void;
  readonly renderRow: (row: ThreadRow) => ReactElement;
  /** The scrollable region, for the focus. */
  readonly region: RefObject<HTMLDivElement | null>;
}

/** How far above the view older messages are asked for, so that they are there before the user is, px. */
const LOAD_AHEAD_PX = 1_600;
/** Nearer to the end than this, the view stays at the end when something is added, px. */
const AT_END_PX = 40;

type Line = { readonly kind: 'top' } | ThreadRow;
const TOP: Line = { kind: 'top' };

/**
 * A conversation of any length, only the rows in view are in the document. It opens at the newest message and stays
 * there; older pages are put above without moving what is being read.
 */
export function Thread({ label, rows, top, canLoadOlder, loadOlder, renderRow, region }: ThreadProps) {
  const list = useRef<VirtualizerHandle>(null);
  const atEnd = useRef(true);
  const lastOffset = useRef(0);
  /** The view has been put to the end once; before, its offset means nothing. */
  const placed = useRef(false);
  const [away, setAway] = useState(false);
  const lines: readonly Line[] = [TOP, ...rows];
  const grewAtTop = useGrewAtTop(rows);
  const lastKey = rows.at(-1)?.key;
  const isOwnSend = rows.at(-1)?.kind === 'send';
  const end = lines.length - 1;

  const toEnd = (): void => {
    list.current?.scrollToIndex(end, { align: 'end' });
  };
  const look = (): void => {
    const view = region.current;
    if (view === null) return;
    // The element's own figures: the list's lag behind when the view has just changed its size.
    const isAtEnd = view.scrollTop + view.clientHeight >= view.scrollHeight - AT_END_PX;
    // Only scrolling up leaves the end; a view that shrank or a row that grew does not.
    if (isAtEnd || view.scrollTop < lastOffset.current) atEnd.current = isAtEnd;
    lastOffset.current = view.scrollTop;
    placed.current = true;
    setAway(!atEnd.current);
    if (view.scrollTop < LOAD_AHEAD_PX && canLoadOlder) loadOlder();
  };

  const stayAtEnd = useEffectEvent(() => {
    if (atEnd.current) toEnd();
  });
  const showOwnSend = useEffectEvent(() => {
    if (isOwnSend) toEnd();
  });
  useLayoutEffect(() => {
    stayAtEnd();
  }, [rows.length]);
  // What the user has just sent is shown wherever they were reading; older pages coming in are no reason to move.
  useLayoutEffect(() => {
    showOwnSend();
  }, [lastKey]);

  // Who waits at the top already gives no further scroll event, nor do rows that do not fill the view.
  const loadIfNear = useEffectEvent(() => {
    const view = region.current;
    if (view === null || !canLoadOlder) return;
    if (view.scrollHeight <= view.clientHeight || (placed.current && view.scrollTop < LOAD_AHEAD_PX)) loadOlder();
  });
  useEffect(() => {
    // A frame later the list has kept its place below what came in above.
    const frame = requestAnimationFrame(() => {
      loadIfNear();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [canLoadOlder, rows.length]);

  return (
    <div className={styles.frame}>
      {/* Scrolled by keyboard, so it takes the focus: it has to be reachable. */}
      <div ref={region} className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
        <div className={styles.spacer} />
        <Virtualizer
          ref={list}
          data={lines}
          shift={grewAtTop}
          itemSize={76}
          bufferSize={600}
          onScroll={look}
          onResize={() => {
            if (atEnd.current) toEnd();
          }}
        >
          {(line) => (line.kind === 'top' ? <div key="top">{top}</div> : <div key={line.key}>{renderRow(line)}</div>)}
        </Virtualizer>
      </div>
      {away && (
        <div className={styles.jump}>
          <Button
            onClick={() => {
              atEnd.current = true;
              toEnd();
            }}
          >
            {t('panel.thread.newest')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Whether the rows changed by older ones being put above, nothing at the end: the list then keeps its place. */
function useGrewAtTop(rows: readonly ThreadRow[]): boolean {
  const first = rows.at(0)?.key;
  const last = rows.at(-1)?.key;
  const [seen, setSeen] = useState({ first, last, grewAtTop: false });
  if (seen.first !== first || seen.last !== last) {
    setSeen({ first, last, grewAtTop: seen.last === last && seen.first !== first });
  }
  return seen.grewAtTop;
}
