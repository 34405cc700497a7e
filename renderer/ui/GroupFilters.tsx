import { useRead } from '../api';
import { FilterMenu } from './FilterMenu';

interface GroupFiltersProps {
  circleId: string | null;
  tag: string | null;
  onChange(change: { circleId?: string | null; tag?: string | null }): void;
}

/** Circles and tags, where there are any. */
export function GroupFilters({ circleId, tag, onChange }: GroupFiltersProps) {
  const circles = useRead('circles.list', {}).data?.circles ?? [];
  const tags = useRead('tags.list', {}).data?.tags ?? [];
  return (
    <>
      {circles.length > 0 ? (
        <FilterMenu
          label="Circle"
          single
          options={circles.map(({ circle }) => ({ value: circle.id, label: circle.name }))}
          chosen={oneOf(circleId)}
          onChange={([chosen]) => onChange({ circleId: chosen ?? null })}
        />
      ) : null}
      {tags.length > 0 ? (
        <FilterMenu
          label="Tag"
          single
          options={tags.map((one) => ({ value: one.tag, label: one.tag }))}
          chosen={oneOf(tag)}
          onChange={([chosen]) => onChange({ tag: chosen ?? null })}
        />
      ) : null}
    </>
  );
}

/** A filter with one value at most, as a menu takes it. */
export function oneOf(value: string | null): string[] {
  return value === null ? [] : [value];
}
