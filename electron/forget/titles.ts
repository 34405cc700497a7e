import { z } from 'zod';

const TitledDrafts = z.looseObject({
  drafts: z.array(z.looseObject({ title: z.string().default('') })),
});

/** The titles of the drafts in a drafts file that hold something. A file that cannot be read is said by its own error. */
export function titlesOf(text: string | null, holds: (draft: string) => boolean): string[] {
  if (text === null) return [];
  const { drafts } = TitledDrafts.parse(JSON.parse(text));
  return drafts.filter((draft) => holds(JSON.stringify(draft))).map(({ title }) => title);
}
