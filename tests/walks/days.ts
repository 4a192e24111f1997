/** The day so many days ahead, on the clock of Riverside. */
export const daysOn = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'America/Los_Angeles' })
