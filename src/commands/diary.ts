import { type DestinationStream, pino } from 'pino'
import type { ErrorLog } from '#platform/http/error-log.ts'

/** A line of a stack that says where: a message of several lines stands there too. */
const isPlace = (line: string) => /^\s+at .+:\d+:\d+\)?$/.test(line)

/**
 * What a serving process writes down, as lines of JSON on its output. Of what went wrong it keeps the kind
 * and the place and never the message, which can hold what somebody typed.
 */
export function openDiary(to?: DestinationStream): { say(line: string): void; broken: ErrorLog } {
  const logger = to === undefined ? pino({ base: null }) : pino({ base: null }, to)
  return {
    say: (line) => logger.info(line),
    broken({ id, route, error }) {
      const { name: kind, code, stack } = error as Error & { code?: string }
      logger.error({ id, route, kind, code, stack: stack?.split('\n').filter(isPlace).slice(0, 3) })
    },
  }
}
