/** Minutes after a failed try until the next; after the last of them the mail is given up. */
const pauses = [1, 10, 60, 360] as const;

/** When to try again after so many failed tries, or `null` when it is given up. */
export function findNextTry(failed: number, now: Date): Date | null {
  const pause = pauses[failed - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * 60_000);
}

/** How many tries a mail has in all. */
export const mostTries = pauses.length + 1;
