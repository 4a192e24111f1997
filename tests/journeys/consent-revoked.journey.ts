import { families } from '../riverside/families.ts'
import { rowOf } from './steps/agency.ts'
import { answers, follows, presses, reads, sees, types } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const kayla = nameOf('kayla')
let referralId = ''

async function givenAVisitIsArranged(stage: Stage) {
  referralId = (await aVisitIsArranged(stage, 'kayla', '2026-10-15')).referralId
}

async function givenNoorHasThePacketOpen({ enter }: Stage) {
  const noor = await enter('noor')
  await noor.goto(`/inbox/${referralId}`)
  await sees(noor, kayla)
}

async function whenTheFamilyTakesItsConsentBack({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/consents`)
  await accessible(maya)
  await follows(maya, 'End this consent')
  await sees(maya, /End consent with Cedar Street/)
  await accessible(maya)
  await answers(maya, 'How did they ask?', 'By phone')
  await presses(maya, 'End consent')
  await sees(maya, /Consents with Cedar Street/)
  await reads(maya, /^Ended|Taken back/)
}

async function thenTheNextPostIsRefusedWithItsReason({ enter, accessible }: Stage) {
  const noor = await enter('noor')
  await noor.getByText('Book a visit').first().click()
  await types(noor, 'Day', '2026-10-16')
  await types(noor, 'Time', '15:00')
  await types(noor, 'Where, or the link', '214 Cedar Street')
  await presses(noor, 'Book this visit')
  await reads(noor.getByRole('alert'), /The family has not agreed that you tell the school how it goes/)
  await accessible(noor)
}

async function thenTheAgencyReadsThatSharingStopped({ enter, accessible }: Stage) {
  const noor = await enter('noor')
  await noor.goto('/inbox')
  await reads(noor, 'Sharing stopped (1)')
  await reads(noor, /The family ended consent/)
  await accessible(noor)
  await presses(noor, 'I have read this')
  await reads(noor, 'Inbox')
  await rowOf(noor, 'Sharing stopped').waitFor({ state: 'detached' })
}

async function thenTheSchoolReadsNotShared({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /Not shared: the family has not agreed, or agrees no longer/)
  await reads(maya, 'Next: Contact the family')
  await accessible(maya)
  await maya.goto(`/students/${families.kayla.id}`)
  await reads(maya, 'Nothing is shared any more')
  await reads(maya, /Not shared since/)
  await accessible(maya)
  await maya.goto('/referrals')
  await reads(maya, 'not shared')
  await accessible(maya)
}

journey(
  'A family changes its mind: the agency is told to stop, and the school asks the family [R071]',
  async (stage) => {
    await givenAVisitIsArranged(stage)
    await givenNoorHasThePacketOpen(stage)
    await whenTheFamilyTakesItsConsentBack(stage)
    await thenTheNextPostIsRefusedWithItsReason(stage)
    await thenTheAgencyReadsThatSharingStopped(stage)
    await thenTheSchoolReadsNotShared(stage)
  },
)
