const dayLength = 86_400_000;

const toNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength;

/** The day (ISO) so many days later, or earlier where `days` is below zero. */
export function shiftDay(day: string, days: number): string {
  return new Date((toNumber(day) + days) * dayLength).toISOString().slice(0, 10);
}

/** Monday 1 to Sunday 7, as ISO 8601 counts. */
export function weekdayOf(day: string): number {
  return ((((toNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
