export interface FilterOption {
  value: string;
  label: string;
}

/** Up to this many choices are named on the button; more are counted. */
const NAMED = 2;

/** "Stage", "Stage: Like", "Stage: Know, Like", "Stage: 3 chosen" */
export function filterTitle(
  label: string,
  options: readonly FilterOption[],
  chosen: readonly string[],
): string {
  if (chosen.length === 0) return label;
  if (chosen.length > NAMED) return `${label}: ${chosen.length} chosen`;
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value);
  return `${label}: ${names.join(', ')}`;
}

/** The entries of a table of labels as options, in the table's order. */
export function optionsOf(labels: Readonly<Record<string, string>>): FilterOption[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
