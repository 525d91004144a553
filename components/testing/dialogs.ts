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
  document.addEventListener('keydown', ({ key }) => {
    const open = document.querySelector('dialog[open]');
    if (key === 'Escape') open?.dispatchEvent(new Event('cancel', { cancelable: true }));
  });
}
