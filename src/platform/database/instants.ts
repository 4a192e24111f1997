/**
 * An instant as the server sends it, "2026-10-13 20:30:00.123456+00": the engine reads this itself, in half
 * the time of reading it by hand, and a list holds hundreds. What it can not read is an error, not a date.
 * @throws RangeError for text that is no instant, such as infinity
 */
export function readInstant(text: string): Date {
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not an instant: ${text}`)
  return instant
}
