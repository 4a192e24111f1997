import type { FastifyPluginAsync } from 'fastify'
import type { Doer } from '#access/doer.ts'
import type { Shell } from '#design/contract.ts'
import { calendarFile } from '#platform/calendar-file.ts'
import type { House } from '#platform/http/house.ts'
import { lookTime } from '../look-time.ts'
import { calendarWords } from '../plan-words.ts'

/** Hands out the time of a visit as a file for a calendar. It stands beside the pages because it is none. */
export const visitFile =
  ({ visit: visitOf }: { visit: House<Doer, Shell>['visit'] }): FastifyPluginAsync =>
  async (app) => {
    const config = { who: lookTime.by, behind: lookTime.name }
    app.get('/family/visits/:appointmentId.ics', { config }, async (request, reply) => {
      const { doer, language } = await visitOf(request, undefined)
      const { id, startsAt, minutes, now } = await lookTime.see(doer, request.params)
      const summary = calendarWords(language)('summary')
      return reply
        .headers({
          'content-disposition': 'attachment; filename="reminder.ics"',
          'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
        })
        .send(calendarFile({ uid: `${id}@throughline`, madeAt: now, startsAt, minutes, summary }))
    })
  }
