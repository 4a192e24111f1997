import { pino } from 'pino'
import type { ErrorLog } from '#platform/http/app.ts'

/**
 * What a serving process writes down, as lines of JSON on its output. Of what went wrong it keeps the kind
 * and the place and never the message, which can hold what somebody typed.
 */
export function openDiary(): { say(line: string): void; broken: ErrorLog } {
  const logger = pino({ base: null })
  return {
    say: (line) => logger.info(line),
    broken({ id, route, error }) {
      const { name: kind, code, stack } = error as Error & { code?: string }
      logger.error({ id, route, kind, code, stack: stack?.split('\n').slice(1, 4) })
    },
  }
}
