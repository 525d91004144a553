import type { UseComboboxPropGetters } from 'downshift';
import { useEffect, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { classes } from '@/components/ui/classes';
import { CheckIcon, PlusIcon } from '@/components/ui/icons';
import type { ListId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import styles from './ListPicker.module.css';
import type { ListChoice, ListRow } from './list-rows';

interface ListMenuProps {
  readonly rows: readonly ListRow[];
  readonly selectedId: ListId | null;
  /** Index among the choices; -1 for none. */
  readonly highlighted: number;
  readonly itemProps: UseComboboxPropGetters<ListChoice>['getItemProps'];
}

/** The open menu. Only visible rows are in the document, so 10,000 lists open as fast as ten. */
export function ListMenu({ rows, selectedId, highlighted, itemProps }: ListMenuProps) {
  const virtualizer = useRef<VirtualizerHandle>(null);
  useEffect(() => {
    const row = rows.findIndex((candidate) => candidate.kind === 'choice' && candidate.index === highlighted);
    // Scrolls the heading above the first choice into view, too.
    if (row >= 0) virtualizer.current?.scrollToIndex(highlighted === 0 ? 0 : row, { align: 'nearest' });
  }, [rows, highlighted]);
  const total = rows.filter((row) => row.kind === 'choice').length;

  return (
    <Virtualizer ref={virtualizer} data={rows}>
      {(row) =>
        row.kind === 'heading' ? (
          <div key={row.group} className={styles.heading} role="presentation">
            {t(row.group === 'recent' ? 'popup.lists.recent' : 'popup.lists.all')}
          </div>
        ) : (
          <div
            key={row.choice.kind === 'list' ? row.choice.list.id : 'create'}
            {...itemProps({ item: row.choice, index: row.index })}
            className={classes(
              styles.choice,
              row.choice.kind === 'create' && styles.create,
              row.index === highlighted && styles.highlighted,
            )}
            aria-setsize={total}
            aria-posinset={row.index + 1}
          >
            <ChoiceLabel choice={row.choice} chosen={row.choice.kind === 'list' && row.choice.list.id === selectedId} />
          </div>
        )
      }
    </Virtualizer>
  );
}

function ChoiceLabel({ choice, chosen }: { readonly choice: ListChoice; readonly chosen: boolean }) {
  if (choice.kind === 'create') {
    return (
      <>
        <span className={styles.mark}>
          <PlusIcon />
        </span>
        <span className={styles.name}>{rich('popup.lists.create', { name: <bdi>{choice.name}</bdi> })}</span>
      </>
    );
  }
  return (
    <>
      <bdi className={styles.name}>{choice.list.name}</bdi>
      {chosen && (
        <span className={styles.mark} role="img" aria-label={t('popup.lists.chosen')}>
          <CheckIcon />
        </span>
      )}
    </>
  );
}
