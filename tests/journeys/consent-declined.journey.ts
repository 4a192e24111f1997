import { asksForConsent, choosesTheAgency, saysWhoTalks } from './steps/handoff.ts'
import { answers, follows, presses, reads, sees, unfolds } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

let referralId = ''

async function givenAReferralWaitsForItsHandoff({ before, at }: Stage) {
  const walk = before('kayla').at(new Date('2026-10-13T18:00:00Z'))
  await walk.raise('Has missed nine days since the start of the year.')
  await walk.decide('b')
  referralId = walk.referralId
  at('2026-10-13T20:30:00Z')
}

async function whenTheFamilySaysNo({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/handoff`)
  await saysWhoTalks(maya, {})
  await choosesTheAgency(maya, 'Cedar Street')
  await asksForConsent(maya, ['No'], { witness: 'Ines Duarte' })
  await reads(maya, /The family chose not to share/)
  await accessible(maya)
}

async function thenSchoolSupportIsOffered({ enter }: Stage) {
  const maya = await enter('maya')
  await reads(maya, 'Nothing. The family chose not to share.')
  await maya.getByRole('button', { name: 'Send to Cedar Street', disabled: true }).waitFor()
  await answers(maya, /Support at school is offered instead/, 'No, thank you')
  await presses(maya, 'Save the answer to the offer')
  await reads(maya, /Support at school was offered .*: No, thank you/)
}

async function whenMayaClosesItAsTheFamilysChoice({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /Nothing was sent/)
  await follows(maya, 'Go to closing')
  await unfolds(maya, 'Family choice')
  await accessible(maya)
  const choice = maya.getByRole('group').filter({ hasText: 'The family chose not to go on.' }).last()
  await answers(choice, 'Who asked?', 'A caregiver')
  await answers(choice, 'How?', 'By phone')
  await presses(maya, 'Close as the family’s choice')
  await sees(maya, 'Kayla Simmons')
  await reads(maya, /The family chose not to share|family choice/i)
  await accessible(maya)
}

async function thenTheReferralReadsFamilyChoice({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /Ended: family choice/)
  await accessible(maya)
}

async function thenTheAgencyKnowsNothing({ enter, accessible }: Stage) {
  const noor = await enter('noor')
  await noor.goto('/inbox')
  await reads(noor, 'Nothing is asked of you right now.')
  await accessible(noor)
  await noor.goto(`/inbox/${referralId}`)
  await sees(noor, 'There is nothing here that you can open.')
}

journey('A family says no: nothing leaves the school, and support there is offered [R150]', async (stage) => {
  await givenAReferralWaitsForItsHandoff(stage)
  await whenTheFamilySaysNo(stage)
  await thenSchoolSupportIsOffered(stage)
  await whenMayaClosesItAsTheFamilysChoice(stage)
  await thenTheReferralReadsFamilyChoice(stage)
  await thenTheAgencyKnowsNothing(stage)
})
