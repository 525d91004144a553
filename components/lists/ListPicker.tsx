import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { ContactList } from '@/lib/domain/contact';
import { ChevronIcon } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import type { OtherLists } from '@/lib/ui/adding/use-workspace';
import { useIsUnchanged } from '@/lib/ui/page/use-timers';
import styles from './ListPicker.module.css';
import { ListMenu } from './ListMenu';
import { LIST_NAME_MAX_LENGTH, listRows, type ListChoice, type ListIndex } from './list-rows';

interface ListPickerProps {
  readonly index: ListIndex;
  readonly recentIds: readonly string[];
  readonly others: OtherLists | null;
  readonly selected: ContactList | null;
  readonly onSelect: (list: ContactList) => void;
  readonly onCreate: (name: string) => void;
}

/**
 * Chooses a list: type to search, arrows and Enter to choose, Escape to cancel. The typed text is only a search; afterwards the
 * field shows the chosen list again. Takes the focus when nothing else has it.
 */
export function ListPicker({ index, recentIds, others, selected, onSelect, onCreate }: ListPickerProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const searching = typed !== null;
  const text = typed?.trim() ?? '';
  const mayCreate = others === null || others.searched === text;
  const { rows, choices } = useMemo(
    () => listRows(index, recentIds, typed ?? '', mayCreate),
    [index, recentIds, typed, mayCreate],
  );
  const items = useMemo(() => [...choices], [choices]);
  // On the box, not the input: downshift's prop getters run during rendering, where a ref must not be read.
  const box = useRef<HTMLDivElement>(null);

  const { isOpen, highlightedIndex, getLabelProps, getInputProps, getToggleButtonProps, getMenuProps, getItemProps } =
    useCombobox<ListChoice>({
      items,
      inputValue: typed ?? selected?.name ?? '',
      selectedItem: null,
      defaultHighlightedIndex: 0,
      itemToString: choiceName,
      stateReducer: keepSelectionOnBlur,
      // Distant rows are not in the document; ListMenu scrolls by index.
      scrollIntoView: () => undefined,
      onSelectedItemChange: ({ selectedItem }) => {
        setTyped(null);
        if (selectedItem?.kind === 'list') onSelect(selectedItem.list);
        if (selectedItem?.kind === 'create') onCreate(selectedItem.name);
      },
      onIsOpenChange: ({ isOpen: open }) => {
        if (!open) setTyped(null);
      },
    });

  const search = others?.search;
  const isTyped = useIsUnchanged(text) && text !== '';
  useEffect(() => {
    if (isTyped) search?.(text);
  }, [search, isTyped, text]);
  useEffect(() => {
    if (document.activeElement === document.body) inputIn(box.current)?.focus();
  }, []);
  // Before any further key press, so that typing replaces the shown name.
  useLayoutEffect(() => {
    const input = inputIn(box.current);
    if (!searching && document.activeElement === input) input?.select();
  }, [searching, selected?.name, isOpen]);

  return (
    <div className={styles.field}>
      <label {...getLabelProps()} className={styles.label}>
        {t('popup.lists.label')}
      </label>
      <div className={styles.box} ref={box}>
        <input
          {...getInputProps({
            // Not downshift's `onInputValueChange`, which comes after a render with the old value: React would show the chosen
            // name again in between, and a quick second letter would be appended to it.
            onChange: (event: ChangeEvent<HTMLInputElement>) => {
              setTyped(event.currentTarget.value);
            },
            onFocus: (event: FocusEvent<HTMLInputElement>) => {
              event.currentTarget.select();
            },
            onMouseDown: (event: MouseEvent<HTMLInputElement>) => {
              if (searching) return;
              // A press on selected text would place the caret after `click`, and typing would append to the name.
              event.preventDefault();
              event.currentTarget.focus();
              event.currentTarget.select();
            },
            onKeyDown: (event: KeyboardEvent) => {
              // When the picker is closed, Escape closes the popup.
              if (event.key === 'Escape' && !isOpen)
                Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
            },
          })}
          className={styles.input}
          dir="auto"
          spellCheck={false}
          maxLength={LIST_NAME_MAX_LENGTH}
          placeholder={t('popup.lists.placeholder')}
        />
        <button {...getToggleButtonProps()} type="button" className={styles.toggle} aria-label={t('popup.lists.open')}>
          <ChevronIcon />
        </button>
      </div>
      <div {...getMenuProps()} className={styles.menu} hidden={!isOpen}>
        {isOpen && (
          <ListMenu
            rows={rows}
            selectedId={selected?.id ?? null}
            highlighted={highlightedIndex}
            itemProps={getItemProps}
          />
        )}
      </div>
    </div>
  );
}

function inputIn(box: HTMLElement | null): HTMLInputElement | null {
  return box?.querySelector('input') ?? null;
}

function choiceName(choice: ListChoice | null): string {
  if (choice === null) return '';
  return choice.kind === 'list' ? choice.list.name : choice.name;
}

/** Leaving the field does not choose the highlighted row. */
function keepSelectionOnBlur(
  state: UseComboboxState<ListChoice>,
  { type, changes }: UseComboboxStateChangeOptions<ListChoice>,
): Partial<UseComboboxState<ListChoice>> {
  return type === useCombobox.stateChangeTypes.InputBlur
    ? { ...changes, selectedItem: state.selectedItem, inputValue: state.inputValue }
    : changes;
}
