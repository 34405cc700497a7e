/** A value as JSON on one line, the fields of every object in the order of their names: what is the same reads the same. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_name, field: unknown) => (isPlain(field) ? sorted(field) : field));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}
