import { families } from '../riverside/families.ts'
import { follows, reads, sees, unfolds } from './steps/page.ts'
import { aReferralIsSent, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

async function thenAColleagueReadsOfTheTalkBeforeCalling({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto(`/students/${families.kayla.id}`)
  await sees(daniel, nameOf('kayla'))
  await reads(daniel, /Last contact with the family: .*Spoke with the caregiver\. Maya Okafor\./)
  await accessible(daniel)
}

async function andHowTheStudentMovedBetweenTiers({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await unfolds(daniel, 'More about the student')
  await follows(daniel, 'Tiers')
  await reads(daniel, /Tier 3 now, since/)
  await reads(daniel, /In: .*Decided by/)
  await accessible(daniel)
}

journey(
  'A colleague reads of the last contact with a family before calling it, and how its child came to care',
  async (stage) => {
    await aReferralIsSent(stage, 'kayla', 'cedarStreet')
    await thenAColleagueReadsOfTheTalkBeforeCalling(stage)
    await andHowTheStudentMovedBetweenTiers(stage)
  },
)
