import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { t } from '@/lib/i18n/text';
import { Button } from '@/components/ui/Button';
import styles from './Thread.module.css';
import type { ThreadRow } from './thread-rows';

interface ThreadProps {
  readonly label: string;
  readonly rows: readonly ThreadRow[];
  /** Shown above the oldest loaded row: loading, an error, or the start of the conversation. */
  readonly top: ReactElement;
  /** Whether scrolling up loads older messages. */
  readonly canLoadOlder: boolean;
  readonly loadOlder: () => void;
  readonly renderRow: (row: ThreadRow) => ReactElement;
  /** The scrollable region, so that the panel can focus it. */
  readonly region: RefObject<HTMLDivElement | null>;
}

/** Older messages are loaded when the view is this close to the top, px. */
const LOAD_AHEAD_PX = 1_600;
/** A view this close to the end stays at the end when something is added, px. */
const AT_END_PX = 40;

type Line = { readonly kind: 'top' } | ThreadRow;
const TOP: Line = { kind: 'top' };

/**
 * A conversation of any length; only the rows in view are in the document. It opens at the newest message and stays there.
 * Older pages are added above without moving the row being read.
 */
export function Thread({ label, rows, top, canLoadOlder, loadOlder, renderRow, region }: ThreadProps) {
  const list = useRef<VirtualizerHandle>(null);
  const atEnd = useRef(true);
  const lastOffset = useRef(0);
  /** False until the view was scrolled to the end once; its offset means nothing before. */
  const isPlaced = useRef(false);
  const [isAwayFromEnd, setIsAwayFromEnd] = useState(false);
  const lines: readonly Line[] = [TOP, ...rows];
  const grewAtTop = useGrewAtTop(rows);
  const lastKey = rows.at(-1)?.key;
  const isOwnSend = rows.at(-1)?.kind === 'send';
  const end = lines.length - 1;

  const scrollToEnd = (): void => {
    list.current?.scrollToIndex(end, { align: 'end' });
  };
  const onScroll = (): void => {
    const view = region.current;
    if (view === null) return;
    // Measured on the element: the list's own figures lag when the view has just been resized.
    const isAtEnd = view.scrollTop + view.clientHeight >= view.scrollHeight - AT_END_PX;
    // Only scrolling up leaves the end; a smaller view or a taller row does not.
    if (isAtEnd || view.scrollTop < lastOffset.current) atEnd.current = isAtEnd;
    lastOffset.current = view.scrollTop;
    isPlaced.current = true;
    setIsAwayFromEnd(!atEnd.current);
    if (view.scrollTop < LOAD_AHEAD_PX && canLoadOlder) loadOlder();
  };

  const stayAtEnd = useEffectEvent(() => {
    if (atEnd.current) scrollToEnd();
  });
  const showOwnSend = useEffectEvent(() => {
    if (isOwnSend) scrollToEnd();
  });
  useLayoutEffect(() => {
    stayAtEnd();
  }, [rows.length]);
  // Scrolls to a message that the user just sent, but not when older pages arrive.
  useLayoutEffect(() => {
    showOwnSend();
  }, [lastKey]);

  // A view already at the top, or not filled by its rows, causes no scroll event.
  const loadIfNear = useEffectEvent(() => {
    const view = region.current;
    if (view === null || !canLoadOlder) return;
    if (view.scrollHeight <= view.clientHeight || (isPlaced.current && view.scrollTop < LOAD_AHEAD_PX)) loadOlder();
  });
  useEffect(() => {
    // One frame later the list has restored its position below the added rows.
    const frame = requestAnimationFrame(() => {
      loadIfNear();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [canLoadOlder, rows.length]);

  return (
    <div className={styles.frame}>
      {/* Focusable, so that it can be scrolled by keyboard. */}
      <div ref={region} className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
        <div className={styles.spacer} />
        <Virtualizer
          ref={list}
          data={lines}
          shift={grewAtTop}
          itemSize={76}
          bufferSize={600}
          onScroll={onScroll}
          onResize={() => {
            if (atEnd.current) scrollToEnd();
          }}
        >
          {(line) => (line.kind === 'top' ? <div key="top">{top}</div> : <div key={line.key}>{renderRow(line)}</div>)}
        </Virtualizer>
      </div>
      {isAwayFromEnd && (
        <div className={styles.jump}>
          <Button
            onClick={() => {
              atEnd.current = true;
              scrollToEnd();
            }}
          >
            {t('panel.thread.newest')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Whether the last change only added older rows above; the list then keeps its position. */
function useGrewAtTop(rows: readonly ThreadRow[]): boolean {
  const first = rows.at(0)?.key;
  const last = rows.at(-1)?.key;
  const [seen, setSeen] = useState({ first, last, grewAtTop: false });
  if (seen.first !== first || seen.last !== last) {
    setSeen({ first, last, grewAtTop: seen.last === last && seen.first !== first });
  }
  return seen.grewAtTop;
}
