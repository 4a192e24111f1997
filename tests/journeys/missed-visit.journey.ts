import { saysWhetherTheyCame } from './steps/agency.ts'
import { follows, picks, presses, reads, sees, types } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const theo = nameOf('theo')
let referralId = ''

async function givenAVisitIsArrangedForThursday(stage: Stage) {
  referralId = (await aVisitIsArranged(stage, 'theo', '2026-10-15')).referralId
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
  await presses(maya, 'Book the new time')
}

async function thenBothVisitsStand({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /Missed visit/)
  await reads(maya, /Oct 20/)
  await accessible(maya)
  const noor = await enter('noor')
  await noor.goto(`/inbox/${referralId}`)
  const visits = noor.getByRole('table', { name: 'Visits' })
  await reads(visits.getByRole('row').filter({ hasText: 'Oct 15' }), 'Missed visit')
  await reads(visits.getByRole('row').filter({ hasText: 'Oct 20' }), /Tue|Oct 20/)
}

async function thenTheNewOneIsLinkedToTheMissedOne({ admin }: Stage) {
  const { rows } = await admin.query<{ result: string | null; replaces: string | null }>(
    `select moved.result, visit.replaces_id is not null as replaces from appointment visit
     left join appointment moved on moved.id = visit.replaces_id where visit.referral_id = $1 and visit.replaces_id is not null`,
    [referralId],
  )
  if (rows.length !== 1 || rows[0]?.result !== 'no_show')
    throw new Error(`The new visit replaces ${JSON.stringify(rows)}`)
}

journey('A visit is missed: it stays on record, and a new one is linked to it', async (stage) => {
  await givenAVisitIsArrangedForThursday(stage)
  await whenNobodyCame(stage)
  await whenMayaFindsANewTime(stage)
  await thenBothVisitsStand(stage)
  await thenTheNewOneIsLinkedToTheMissedOne(stage)
})
