import { type DestinationStream, pino } from 'pino'
import type { AttemptLog, ErrorLog } from '#platform/http/error-log.ts'

/** A line of a stack that says where: a message of several lines stands there too. */
const isPlace = (line: string) => /^\s+at .+:\d+:\d+\)?$/.test(line)

type Diary = { say(line: string): void; broken: ErrorLog; attempted: AttemptLog }

/**
 * What a serving process writes down, as lines of JSON on its output. Of what went wrong it keeps the kind
 * and the place and never the message, which can hold what somebody typed.
 */
export function openDiary(to?: DestinationStream): Diary {
  const logger = to === undefined ? pino({ base: null }) : pino({ base: null }, to)
  return {
    say: (line) => logger.info(line),
    attempted: ({ id, route, code, network }) =>
      logger.warn({ id, route, attempt: code, ...(network !== undefined && { network }) }),
    broken({ id, route, error }) {
      const { name: kind, code, stack } = error as Error & { code?: string }
      logger.error({ id, route, kind, code, stack: stack?.split('\n').filter(isPlace).slice(0, 3) })
    },
  }
}
