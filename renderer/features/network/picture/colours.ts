import type { Colours } from './scene';

/** The picture's colours as the style sheet has them for the theme at this moment. */
export function coloursOf(element: HTMLElement): Colours {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(`--net-${name}`).trim();
  return {
    surface: read('surface'),
    ink: read('ink'),
    dim: read('dim'),
    line: read('line'),
    other: read('other'),
    accent: read('accent'),
    none: read('none'),
    know: read('know'),
    like: read('like'),
    trust: read('trust'),
    font: style.fontFamily,
  };
}
