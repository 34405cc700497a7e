import { type ComponentType, createElement, lazy, useState } from 'react';

/** A part's code: read when it is called for, and at hand from then on. */
export interface Later<Module> {
  (): Promise<Module>;
  /** Null until it has been read. */
  loaded: () => Module | null;
}

/** For a part of the app that not every start needs. */
export function readLater<Module>(load: () => Promise<Module>, atHand: Module | null = null): Later<Module> {
  let module = atHand;
  const read = async (): Promise<Module> => (module ??= await load());
  return Object.assign(read, { loaded: () => module });
}

/**
 * A component of a part that is loaded when it is first drawn. One that is at hand already is drawn at once: React
 * holds back what it once had to wait for, for up to 300 ms.
 */
export function lazyPart<Module, Props extends object>(
  load: Later<Module>,
  pick: (module: Module) => ComponentType<Props>,
): ComponentType<Props> {
  const Later: ComponentType<Props> = lazy(async () => ({ default: pick(await load()) }));
  return function Part(props: Props) {
    // Chosen once: another component in its place would begin anew and forget what was typed into it.
    const [Chosen] = useState(() => {
      const module = load.loaded();
      return module ? pick(module) : Later;
    });
    return createElement(Chosen, props);
  };
}
