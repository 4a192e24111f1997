import type { Page } from '@playwright/test'
import { saysWhetherTheyCame } from './steps/agency.ts'
import { answers, follows, picks, presses, reads, sees, ticks, types } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const theo = nameOf('theo')
let referralId = ''

async function givenAVisitIsArrangedForThursday(stage: Stage) {
  referralId = (await aVisitIsArranged(stage, 'theo', '2026-10-15')).referralId
}

/** Only Theo's: other families of the demo district are reminded too. */
const rowOfTheo = (page: Page) => page.getByRole('listitem').filter({ hasText: theo })

async function whenMayaRemindsTheFamily({ at, enter, accessible }: Stage) {
  at('2026-10-14T18:00:00Z')
  const maya = await enter('maya')
  const owed = rowOfTheo(maya).filter({ hasText: 'Remind the family of the visit' })
  await accessible(maya)
  await follows(owed, 'Record the reminder')
  await sees(maya, 'Remind the family')
  await accessible(maya)
  await answers(maya, 'How?', 'By text')
  await presses(maya, 'It did not arrive')
  await reads(maya, 'By text: It did not arrive')
  await answers(maya, 'How?', 'By phone')
  await presses(maya, 'They will come')
  await reads(maya, /^Reminded .*they will come/)
  await accessible(maya)
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /Reminded .*they will come/)
}

async function whenNobodyCame({ at, enter }: Stage) {
  at('2026-10-16T01:10:00Z')
  const noor = await enter('noor')
  await saysWhetherTheyCame(noor, theo, 'Did not come')
}

async function whenMayaFindsANewTime({ at, enter, accessible }: Stage) {
  at('2026-10-16T16:00:00Z')
  const maya = await enter('maya')
  await reads(maya, 'A visit was missed. Find a new time with the family.')
  await accessible(maya)
  await maya.goto(`/referrals/${referralId}/handoff`)
  await follows(maya, 'Find a new time')
  await sees(maya, 'Move a visit')
  await accessible(maya)
  await types(maya, 'Day', '2026-10-20')
  await types(maya, 'Time', '16:30')
  await picks(maya, /^Later than/, 'Caregiver’s work schedule')
  await ticks(maya, 'Transportation')
  await presses(maya, 'Book the new time')
}

async function thenBothVisitsStand({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /Missed visit/)
  await reads(maya, /Oct\s20/)
  await reads(maya, 'Missed: 1 of 1 visits that were due.')
  await reads(maya, /Stood in the way: Transportation/)
  await reads(maya, /Remind the family by/)
  await accessible(maya)
  const noor = await enter('noor')
  await noor.goto(`/inbox/${referralId}`)
  const visits = noor.getByRole('table', { name: 'Visits' })
  await reads(visits.getByRole('row').filter({ hasText: 'Oct 15' }), 'Missed visit')
  await reads(visits.getByRole('row').filter({ hasText: 'Oct 20' }), /Tue|Oct\s20/)
}

async function thenFourRecordsAreLinked({ admin }: Stage) {
  const { rows } = await admin.query<{ result: string | null; replaces: string | null }>(
    `select moved.result, visit.replaces_id is not null as replaces from appointment visit
     left join appointment moved on moved.id = visit.replaces_id where visit.referral_id = $1 and visit.replaces_id is not null`,
    [referralId],
  )
  if (rows.length !== 1 || rows[0]?.result !== 'no_show')
    throw new Error(`The new visit replaces ${JSON.stringify(rows)}`)
  const linked = await admin.query<{ reminders: number; barriers: number }>(
    `select (select count(*)::int from appointment_reminder m where m.appointment_id = a.id) as reminders,
       (select count(*)::int from barrier b where b.appointment_id = a.id) as barriers
     from appointment a where a.referral_id = $1 and a.result = 'no_show'`,
    [referralId],
  )
  const [found] = linked.rows
  if (found?.reminders !== 1 || found.barriers !== 1)
    throw new Error(`Linked to the missed visit are ${JSON.stringify(found)}`)
}

journey(
  'A family is reminded of a visit and misses it: it stays on record, and a new one is linked to it [R057] [R083]',
  async (stage) => {
    await givenAVisitIsArrangedForThursday(stage)
    await whenMayaRemindsTheFamily(stage)
    await whenNobodyCame(stage)
    await whenMayaFindsANewTime(stage)
    await thenBothVisitsStand(stage)
    await thenFourRecordsAreLinked(stage)
  },
)
