import type { Transaction } from '#platform/database/database.ts'
import { idOf } from './ids.ts'
import { closures, riversideId, schools, summer, terms } from './places.ts'
import { insertRows, type Row, traceSetting } from './rows.ts'

const district_id = riversideId
const weekdays = [1, 2, 3, 4, 5]
const hoursId = (weekday: number) => idOf(`hours/${weekday}`)
const closureId = (on: string) => idOf(`closure/${on}`)

const districtRow: Row = {
  district_id,
  name: 'Riverside Schools',
  state: 'CA',
  time_zone: 'America/Los_Angeles',
  demo: true,
  created_at: summer,
}

const schoolRows = Object.values(schools).map(
  (school): Row => ({
    district_id,
    id: school.id,
    source_id: school.sourceId,
    name: school.name,
    level: school.level,
    neighborhood: school.neighborhood,
    phone: school.phone,
    public_code: school.code,
    live_on: school.liveOn,
  }),
)

const termRows = terms.map(
  (term): Row => ({
    district_id,
    id: term.id,
    name: term.name,
    starts_on: term.startsOn,
    ends_on: term.endsOn,
  }),
)

const closureRows = closures.map(
  ({ on, label }): Row => ({ district_id, id: closureId(on), on_day: on, label }),
)

const hoursRows = weekdays.map(
  (weekday): Row => ({ district_id, weekday, id: hoursId(weekday), opens: '07:30', closes: '17:00' }),
)

/** The district, its schools, its calendar and its working hours. */
export async function seedPlaces(tx: Transaction, at: Date): Promise<void> {
  await insertRows(tx, 'district', [districtRow])
  await insertRows(tx, 'school', schoolRows)
  await insertRows(tx, 'school_term', termRows)
  await insertRows(tx, 'school_closure', closureRows)
  await insertRows(tx, 'working_hours', hoursRows)
  const ids = [
    ...terms.map(({ id }) => id),
    ...closures.map(({ on }) => closureId(on)),
    ...weekdays.map(hoursId),
  ]
  await traceSetting(tx, { at, type: 'district', ids: [district_id, ...ids] })
  await traceSetting(tx, { at, type: 'school', ids: Object.values(schools).map(({ id }) => id) })
}
