/** When the simulated workspaces, teams and people came to be. */
export const FOUNDED = '2024-01-01T00:00:00.000Z';

/** `DateTime` as Linear writes it. */
export function dateTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export function optionalDateTime(milliseconds: number | null): string | null {
  return milliseconds === null ? null : dateTime(milliseconds);
}
