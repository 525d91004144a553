/** Adds the modal dialogs that jsdom lacks. Escape cancels the open one, as in a browser. */
export function dialogs(): void {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
  // Test files share the document, and a listener is added to it once.
  document.addEventListener('keydown', cancelOnEscape);
}

function cancelOnEscape({ key }: KeyboardEvent): void {
  const open = document.querySelector('dialog[open]');
  if (key === 'Escape') open?.dispatchEvent(new Event('cancel', { cancelable: true }));
}
