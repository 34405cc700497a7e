import { z } from 'zod';
import { Circle, Gathering } from '../model/gathering';
import { Id } from '../model/primitives';
import { call } from './call';
import { ById, Editing, Named, Nothing, Page, paged, PersonName, recordAdministration } from './common';

// Rules across fields (it ends before it starts) are checked again on the whole record when it is saved.
export const GatheringFields = z.object(Gathering.shape).omit(recordAdministration);
export type GatheringFields = z.infer<typeof GatheringFields>;
export const CircleFields = Circle.omit(recordAdministration);
export type CircleFields = z.infer<typeof CircleFields>;

export const GatheringRow = z.object({
  gathering: Gathering,
  circle: Named.nullable(),
  /** People with an entry at it, or first met there. */
  met: z.int(),
});
export type GatheringRow = z.infer<typeof GatheringRow>;

export const CircleRow = z.object({ circle: Circle, people: z.int(), gatherings: z.int() });
export type CircleRow = z.infer<typeof CircleRow>;

export const gatheringCalls = {
  /** Newest first, those still to come before the others. */
  'gatherings.list': call(
    z.object({ text: z.string().max(500).optional(), circleId: Id.optional() }).extend(Page.shape),
    paged(GatheringRow),
  ),
  'gatherings.get': call(
    ById,
    GatheringRow.extend({
      people: z.array(PersonName.extend({ interactionId: Id.nullable(), firstMet: z.boolean() })),
    }),
  ),
  'gatherings.save': call(
    z.object({ editing: Editing.nullable(), gathering: GatheringFields }),
    z.object({ id: Id }),
  ),
  /** Entries made at it stay; they only lose the link. */
  'gatherings.delete': call(ById, Nothing),
  'circles.list': call(Nothing, z.object({ circles: z.array(CircleRow) })),
  'circles.get': call(ById, CircleRow.extend({ members: z.array(PersonName) })),
  'circles.save': call(z.object({ editing: Editing.nullable(), circle: CircleFields }), z.object({ id: Id })),
  /** People and gatherings stay; they only lose the link. */
  'circles.delete': call(ById, Nothing),
};
