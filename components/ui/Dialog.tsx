import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** Escape was pressed. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the harmless one first: it has the focus at opening. */
  readonly actions: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back to whoever opened it. */
export function Dialog({ open, title, onClose, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return;
    element.showModal();
    buttons.current?.querySelector('button')?.focus();
    return () => {
      element.close();
    };
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <div className={styles.content}>
          <h2 className={styles.title} id={`${id}title`}>
            {title}
          </h2>
          {children}
          <div className={styles.actions} ref={buttons}>
            {actions}
          </div>
        </div>
      )}
    </dialog>
  );
}
