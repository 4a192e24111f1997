import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { query } from '#platform/database/query.ts'
import type { Closure, OpenHours, SchoolCalendar, Term, Weekday } from './calendar.ts'

type CalendarRow = {
  time_zone: string
  terms: Term[]
  closures: Closure[]
  hours: Record<Weekday, OpenHours>
}

const calendar = statement(
  ($: { district: string }) => sql<CalendarRow>`
    select d.time_zone,
      coalesce((select json_agg(json_build_object('startsOn', t.starts_on, 'endsOn', t.ends_on) order by t.starts_on)
        from school_term t where t.district_id = ${$.district}), '[]') as terms,
      coalesce((select json_agg(json_build_object('on', c.on_day, 'label', c.label) order by c.on_day)
        from school_closure c where c.district_id = ${$.district}), '[]') as closures,
      coalesce((select json_object_agg(h.weekday, json_build_object('opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI')))
        from working_hours h where h.district_id = ${$.district}), '{}') as hours
    from district d where d.district_id = ${$.district}`,
)

/** The district's school calendar and working hours, in its own time zone: what every clock runs on. */
export const calendarOf = (tx: Transaction): Promise<SchoolCalendar> =>
  tx.kept('calendar', async () => {
    const { time_zone, terms, closures, hours } = await tx.one(calendar, { district: tx.scope.districtId })
    return { timeZone: time_zone, terms, closures, hours }
  })

const school = statement(($: { district: string; id: string }) =>
  query
    .selectFrom('school')
    .where('district_id', '=', $.district)
    .where('id', '=', $.id)
    .select([
      'id',
      'name',
      'level',
      'neighborhood',
      'phone',
      'public_code as publicCode',
      'live_on as liveOn',
    ]),
)

/** One school of the district, or undefined. */
export const findSchool = (tx: Transaction, id: string) =>
  tx.maybe(school, { district: tx.scope.districtId, id })

const about = statement(($: { district: string }) =>
  query
    .selectFrom('district')
    .where('district_id', '=', $.district)
    .select(['district_id as id', 'name', 'state', 'time_zone as timeZone', 'demo']),
)

export const getDistrict = (tx: Transaction) =>
  tx.kept('district', () => tx.one(about, { district: tx.scope.districtId }))
