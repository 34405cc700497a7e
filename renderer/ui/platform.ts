/** Whether this is macOS: its keys are named and placed differently. */
export const isMac: boolean = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);
