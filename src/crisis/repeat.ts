import { addCalendarDays } from '#district/contract.ts'

/**
 * The day of the latest crisis before an incident, where it lies so near that the incident counts as a
 * repeat [R110]; undefined where there is none. The last day of the window counts.
 * @param days YYYY-MM-DD: when it began, and when earlier ones of the same student did
 * @param withinDays the window of the time standards, in calendar days
 */
export function repeatOf(
  { beganOn, earlierOn }: { beganOn: string; earlierOn: readonly string[] },
  withinDays: number,
): string | undefined {
  const latest = earlierOn
    .filter((day) => day <= beganOn)
    .toSorted()
    .at(-1)
  return latest !== undefined && addCalendarDays(latest, withinDays) >= beganOn ? latest : undefined
}
