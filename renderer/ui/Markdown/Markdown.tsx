import { lazy, memo, Suspense } from 'react';
import { plainText } from '../../../shared/plain-text';
import classes from './Markdown.module.css';
import { paragraphsOf } from './paragraphs';

const MarkedUp = lazy(async () => ({ default: (await import('./MarkedUp')).MarkedUp }));

/**
 * The user's own words. Most have no Markdown in them and are drawn at once; the parser is read when the first text
 * needs it, and until then that text stands there without its marks.
 */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  const paragraphs = paragraphsOf(text);
  return (
    <div className={classes.words} dir="auto">
      {paragraphs ? (
        <Paragraphs of={paragraphs} />
      ) : (
        <Suspense fallback={<Paragraphs of={plainText(text).split(/\n{2,}/)} />}>
          <MarkedUp text={text} />
        </Suspense>
      )}
    </div>
  );
});

function Paragraphs({ of }: { of: string[] }) {
  // A paragraph is nothing but its text: its place is all there is to tell it by.
  // oxlint-disable-next-line react/no-array-index-key
  return of.map((paragraph, index) => <p key={index}>{paragraph}</p>);
}
