import {
  createTheme,
  type CSSVariablesResolver,
  type ExtendComponent,
  type MantineColorsTuple,
  type MenuFactory,
  type ModalFactory,
  type NotificationFactory,
  type SegmentedControlFactory,
} from '@mantine/core';

const pine: MantineColorsTuple = [
  '#ebf5f1',
  '#d9ece5',
  '#b0d9cb',
  '#82c7b0',
  '#55b396',
  '#2fa184',
  '#1f8a6f',
  '#1a7a62',
  '#13604d',
  '#0d4637',
];

/** White on shade 7 is 5.9:1. */
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#fbe4e2',
  '#f3c3bf',
  '#eb9f99',
  '#e07a73',
  '#d4574f',
  '#c43f38',
  '#b3312d',
  '#8f2421',
  '#6b1a18',
];

/** Warm greys, so that Mantine's own surfaces sit on the paper. */
const gray: MantineColorsTuple = [
  '#f9f8f5',
  '#f4f2ee',
  '#e9e5de',
  '#dcd7ce',
  '#cfc9bf',
  '#a8a399',
  '#76736c',
  '#5f6268',
  '#3a3c41',
  '#23262b',
];

const dark: MantineColorsTuple = [
  '#e6e4df',
  '#c4c1bb',
  '#a5a29c',
  '#716f6b',
  '#454341',
  '#323130',
  '#272726',
  '#1c1c1c',
  '#1b1b1b',
  '#141414',
];

export const theme = createTheme({
  colors: { pine, red, gray, dark },
  primaryColor: 'pine',
  // White on shade 7 is 5.3:1, on the lighter accent it would be 4.2:1.
  primaryShade: { light: 7, dark: 7 },
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '650' },
  defaultRadius: 'md',
  black: '#23262b',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: `Menu.extend` would bring the menu, and all it stands on, into the code that every start reads.
  components: {
    // Opened by keyboard, a menu begins at its first item, not at a stop above it.
    Menu: {
      defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md' },
    } satisfies ExtendComponent<MenuFactory>,
    // While a dialog fades out it would swallow the keys that are already meant for the page.
    Modal: {
      defaultProps: { radius: 'lg', transitionProps: { duration: 0 } },
      styles: { title: { fontSize: 17, fontWeight: 650 } },
    } satisfies ExtendComponent<ModalFactory>,
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } },
    } satisfies ExtendComponent<NotificationFactory>,
    SegmentedControl: {
      styles: {
        root: { background: 'var(--soft)' },
        // In the dark a lighter ground alone does not tell which one is chosen.
        indicator: { border: '1px solid var(--line-strong)' },
      },
    } satisfies ExtendComponent<SegmentedControlFactory>,
  },
  radius: { lg: '14px' },
  fontSizes: { xs: '12px', sm: '13.5px', md: '15px', lg: '17px', xl: '20px' },
});

/** Hands Mantine our tokens, so that a theme is decided in one place: `ui/tokens.css`. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--card)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--dim)',
    '--mantine-color-placeholder': 'var(--dim)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--danger-text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-pine-text': 'var(--accent-text)',
    '--mantine-color-pine-light': 'var(--accent-soft)',
    '--mantine-color-pine-light-color': 'var(--accent-text)',
    '--mantine-color-red-text': 'var(--danger-text)',
    // What a menu takes for the words of a red item.
    '--mantine-color-red-6': 'var(--danger-text)',
    '--mantine-color-red-light': 'var(--danger-soft)',
    '--mantine-color-red-light-color': 'var(--danger-text)',
  };
  return { variables: {}, light: shared, dark: shared };
};
