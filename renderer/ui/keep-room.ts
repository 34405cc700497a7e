/**
 * Sets a length of the page, such as `--toast-room`, to what `measure` says of an element that lies over it, for as long as
 * the returned function was not called. So whatever the element covers can be given room.
 */
export function keepRoom(element: Element, variable: `--${string}`, measure: () => number): () => void {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty(variable, `${measure()}px`));
  observer.observe(element);
  return () => {
    observer.disconnect();
    style.removeProperty(variable);
  };
}
