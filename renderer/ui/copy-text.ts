import { toastInfo } from './toasts';

/**
 * Copies a text and says so with `said`. To be called while a key or a button is pressed. Not by `navigator.clipboard`: that
 * asks for a permission of the web platform, and the app grants none.
 */
export function copyText(text: string, said: string): void {
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    // Whatever else listens would put the marked text there.
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  toastInfo(copied ? said : 'It could not be copied. Mark the text and copy it by hand.');
}
