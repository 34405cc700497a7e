/** The id of the element that scrolls a page, beside the fixed side bar. Virtual lists measure against it. */
export const PAGE_SCROLL_ID = 'page';

/** The element that scrolls the page, once the shell is there. */
export function pageScrollElement(): HTMLElement | null {
  return document.getElementById(PAGE_SCROLL_ID);
}
