import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { picks, presses, reads, ticks, types } from './steps/page.ts'
import { aReferralIsSent, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

async function givenATimeOfClassIsAgreed({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/students/${families.kayla.id}/class-times`)
  await reads(maya, 'Nothing is agreed yet')
  await accessible(maya)
  await picks(maya, 'Day', 'Thursday')
  await types(maya, 'From', '10:00')
  await types(maya, 'Until', '11:00')
  await picks(maya, 'What the time is for', 'Math')
  await picks(maya, 'The teacher who agreed', cast.joan.name)
  await presses(maya, 'Keep this time')
  await reads(maya, 'Thursday, 10:00 to 11:00')
  await accessible(maya)
}

async function whenAVisitIsBookedInItAReasonIsAsked({ enter, accessible }: Stage, referralId: string) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/handoff`)
  await reads(maya, 'Thursday, 10:00 to 11:00')
  await types(maya, 'Day', '2026-10-15')
  await types(maya, 'Time', '10:30')
  await presses(maya, 'Book the visit')
  await reads(maya, /The student has to be in class then/)
  await accessible(maya)
  await picks(maya, 'Why in a time of class?', 'The teacher agrees this once')
  await presses(maya, 'Book the visit')
  await maya.goto(`/referrals/${referralId}#visits`)
  await reads(maya, /Oct\s15,\s10:30/)
}

async function thenATeacherPassesOnNothingTheFamilyDidNotAgreeTo({ enter, accessible }: Stage) {
  const joan = await enter('joan')
  await joan.goto('/class-notes')
  await accessible(joan)
  await picks(joan, 'About whom?', nameOf('kayla'))
  await ticks(joan, 'Joins in')
  await presses(joan, 'Pass it on')
  await reads(joan, /It stays at school/)
  await accessible(joan)
}

journey(
  'A visit in a time of class asks for a reason, and what a teacher notices stays at school without a yes',
  async (stage) => {
    const { referralId } = await aReferralIsSent(stage, 'kayla', 'cedarStreet')
    await givenATimeOfClassIsAgreed(stage)
    await whenAVisitIsBookedInItAReasonIsAsked(stage, referralId)
    await thenATeacherPassesOnNothingTheFamilyDidNotAgreeTo(stage)
  },
)
