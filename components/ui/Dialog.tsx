import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** Called on Escape. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the harmless one first: it gets the focus. */
  readonly actions: ReactNode;
}

/** The browser's modal dialog: it keeps the focus inside and returns it when closed. */
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
