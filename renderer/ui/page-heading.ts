/** Where a page is arrived at: its h1, marked with `tabIndex={-1} data-page-heading`. */
export const PAGE_HEADING = '[data-page-heading]';
