import { readFileSync } from 'node:fs'

/** The only way to ask what time it is. Rules take the time as an argument; acts take it from here. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands at one instant until it is moved. */
export function standingClock(at: Date | string): Clock & { set(at: Date | string): void } {
  let instant = new Date(at)
  return { now: () => new Date(instant), set: (next) => void (instant = new Date(next)) }
}

/** For so many milliseconds a clock file is taken to say what it said: asking then costs next to nothing. */
export const clockFileKept = 20

/**
 * The clock a process runs on. `THROUGHLINE_CLOCK` is an instant to stand at, or the path of a file that
 * holds one and is looked into again every {@link clockFileKept} ms, so that a test can move time while the
 * server runs.
 * @param setting the value of THROUGHLINE_CLOCK, or undefined for the system clock
 * @throws when the setting is neither an instant nor a readable file that holds one
 */
export function clockFrom(setting: string | undefined): Clock {
  if (setting === undefined || setting === '') return systemClock
  if (!Number.isNaN(Date.parse(setting))) return standingClock(setting)
  const read = () => {
    const text = readFileSync(setting, 'utf8').trim()
    const instant = new Date(text)
    if (Number.isNaN(instant.getTime()))
      throw new Error(`The clock file holds no instant: ${JSON.stringify(text)}`)
    return instant
  }
  let [instant, readAt] = [read(), performance.now()]
  const now = () => {
    if (performance.now() - readAt >= clockFileKept) [instant, readAt] = [read(), performance.now()]
    return new Date(instant)
  }
  return { now }
}
