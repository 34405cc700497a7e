import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Size } from './geometry';

/** The size of an element in whole pixels; null before it is known. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return undefined;
    const measure = () => setSize({ width: observed.clientWidth, height: observed.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/**
 * Answers a function that has the picture drawn once, in the next frame, however often it is called until then. While
 * nobody calls it nothing runs.
 */
export function useDrawing(draw: () => void): () => void {
  const latest = useRef(draw);
  const frame = useRef<number | null>(null);
  useLayoutEffect(() => {
    latest.current = draw;
  });
  useEffect(
    () => () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current);
    },
    [],
  );
  return useCallback(() => {
    frame.current ??= requestAnimationFrame(() => {
      frame.current = null;
      latest.current();
    });
  }, []);
}

/** As many dots of the screen as the picture covers, so that it is sharp on every display. Answers how to draw on it. */
export function fitToScreen(
  canvas: HTMLCanvasElement,
  { width, height }: Size,
): CanvasRenderingContext2D | null {
  const scale = window.devicePixelRatio;
  const [dotsWide, dotsHigh] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== dotsWide) canvas.width = dotsWide;
  if (canvas.height !== dotsHigh) canvas.height = dotsHigh;
  const context = canvas.getContext('2d', { alpha: false });
  context?.setTransform(scale, 0, 0, scale, 0, 0);
  return context;
}
