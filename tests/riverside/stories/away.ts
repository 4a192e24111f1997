import { systemActor } from '#access/actor.ts'
import { checkLost } from '#coordination/check-lost.ts'
import { addCalendarDays, dayOf } from '#district/contract.ts'
import { nameBackup } from '#district/name-backup.ts'
import { setAbsence } from '#district/set-absence.ts'
import { jobs as rounds } from '#escalations/jobs.ts'
import { cast, type CastKey } from '../cast.ts'
import { riversideId } from '../places.ts'
import { calendar } from './almanac.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * The counselor of the high school is away for some days, and a colleague stands in. Others have named who
 * would. In the night the house looked whether anybody is lost.
 */
export const whoIsAway: Story = async ({ teller, almanac: { moment, ago } }) => {
  teller.at(moment(-3, '15:20'))
  const named: [CastKey, CastKey][] = [
    ['maya', 'grace'],
    ['jonah', 'priya'],
    ['priya', 'olive'],
    ['ruth', 'yolanda'],
  ]
  for (const [who, backup] of named)
    await perform(teller.being(who), nameBackup, { personId: cast[who].id, backupId: cast[backup].id })
  const today = dayOf(calendar, ago(0))
  await perform(teller.being('priya'), setAbsence, {
    personId: cast.priya.id,
    backupId: cast.olive.id,
    fromOn: addCalendarDays(today, -1),
    throughOn: addCalendarDays(today, 3),
  })
  const house = () => ({ ...teller.being('ruth'), actor: systemActor(riversideId) })
  // What the house does by itself all day was done before it looks in the night.
  teller.at(moment(0, '02:09'))
  for (const round of rounds) await round.run(house(), { district_id: riversideId })
  teller.at(moment(0, '02:10'))
  await checkLost(house())
}
