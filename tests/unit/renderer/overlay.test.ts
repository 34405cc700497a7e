import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createOverlay } from '../../../renderer/ui/overlay';

interface Args {
  id: string;
}

describe('an overlay', () => {
  it('starts closed and hands over what it was opened with', () => {
    const overlay = createOverlay<Args>();
    expect(shownBy(overlay)).toBe('closed');
    overlay.open({ id: 'a' });
    expect(shownBy(overlay)).toBe('a');
    overlay.open({ id: 'b' });
    expect(shownBy(overlay)).toBe('b');
    overlay.close();
    expect(shownBy(overlay)).toBe('closed');
  });

  it('is apart from every other', () => {
    const [one, other] = [createOverlay<Args>(), createOverlay<Args>()];
    one.open({ id: 'a' });
    expect(shownBy(other)).toBe('closed');
  });
});

function shownBy(overlay: ReturnType<typeof createOverlay<Args>>): string {
  const Shown = () => overlay.useArgs()?.id ?? 'closed';
  return renderToString(createElement(Shown));
}
