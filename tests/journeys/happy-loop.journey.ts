import { expect } from 'vitest'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'
import {
  asksForConsent,
  booksTheFirstVisit,
  choosesTheAgency,
  givesThePlan,
  hearsTheReceipt,
  logsTheCall,
  opensTheHandoff,
  saysWhoTalks,
  sendsWithTheCaregiverThere,
  settlesGettingThere,
  tellsTheFourPoints,
} from './steps/handoff.ts'
import { acceptsNamingAClinician, opensThePacket, saysWhetherTheyCame } from './steps/agency.ts'
import { closesConnected, confirmsTheFeedback } from './steps/closing.ts'
import { follows, presses, reads, sees } from './steps/page.ts'
import {
  answersTheChecklist,
  choosesAPartner,
  decides,
  raisesAConcern,
  saysTierAndReason,
  takesUp,
} from './steps/triage.ts'

const finishing = 'Not told yet: what the family can choose'
const phone = { width: 360, height: 740 }

async function givenJoanRaisesAConcernOnHerPhone({ enter, accessible }: Stage) {
  const joan = await enter('joan')
  await joan.setViewportSize(phone)
  await raisesAConcern(joan, {
    about: 'Sofia Delgado',
    observed: 'Quiet for two weeks, eight pieces of work missing.',
  })
  await accessible(joan)
  await presses(joan, 'Send the concern')
  await sees(joan, 'My concerns')
  await reads(joan, 'Received')
  await accessible(joan)
}

async function whenDanielDecidesOnAPartner({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await accessible(daniel)
  await takesUp(daniel, 'Sofia Delgado')
  await accessible(daniel)
  await answersTheChecklist(daniel, 'b')
  await sees(daniel, 'The checklist indicates')
  await choosesAPartner(daniel, { navigator: 'Maya Okafor' })
  await saysTierAndReason(daniel, {})
  await accessible(daniel)
  await decides(daniel)
  await sees(daniel, 'Triage decision for Sofia Delgado')
  await accessible(daniel)
}

async function whenMayaTalksWithTheFamily({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await accessible(maya)
  await opensTheHandoff(maya, 'Sofia Delgado')
  await accessible(maya)
  await logsTheCall(maya)
  await accessible(maya)
  await follows(maya, 'Back to the handoff')
  await choosesTheAgency(maya, 'Cedar Street')
  await saysWhoTalks(maya, { interpreter: 'Interpreter 4471' })
  await reads(maya, finishing)
  await tellsTheFourPoints(maya)
  await maya.getByText(finishing).waitFor({ state: 'detached' })
  await asksForConsent(maya, ['Yes', 'Yes', 'No', 'Yes'], { witness: 'Interpreter 4471' })
  await accessible(maya)
}

async function whenMayaSendsAndBooks({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await sendsWithTheCaregiverThere(maya, 'Cedar Street')
  await hearsTheReceipt(maya, 'Noor Aziz')
  await booksTheFirstVisit(maya, { on: '2026-10-15', at: '16:30' })
  await settlesGettingThere(maya, { interpreter: true })
  await accessible(maya)
}

async function whenTheFamilyReadsItsPlanInSpanish({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await follows(maya, 'See it in Spanish')
  await reads(maya, /jueves/i)
  await accessible(maya)
  await maya.goBack()
  await givesThePlan(maya, 'Spanish')
  await presses(maya, 'Finish handoff')
  await reads(maya, /^Complete/)
  await accessible(maya)
}

async function whenNoorAcceptsNamingAClinician({ at, enter, accessible }: Stage) {
  at('2026-10-14T16:05:00Z')
  const noor = await enter('noor')
  await noor.goto('/inbox')
  await reads(noor, 'New referrals (1)')
  await accessible(noor)
  await opensThePacket(noor, 'Sofia Delgado')
  await reads(noor.getByRole('table', { name: 'Visits' }), /16:30/)
  await accessible(noor)
  await acceptsNamingAClinician(noor, 'Tomas Lindqvist')
  await accessible(noor)
}

async function whenNoorSaysTheyCame({ at, enter, accessible }: Stage) {
  at('2026-10-16T01:10:00Z')
  const noor = await enter('noor')
  await noor.goto('/inbox')
  await accessible(noor)
  await saysWhetherTheyCame(noor, 'Sofia Delgado', 'Came')
}

async function whenMayaConfirmsAndCloses({ at, enter, accessible }: Stage) {
  at('2026-10-16T16:30:00Z')
  const maya = await enter('maya')
  await maya.goto('/today')
  await reads(maya, 'Does the school know enough to carry on?')
  const promise = maya.getByRole('listitem').filter({ hasText: 'Sofia Delgado' }).first()
  await promise.getByRole('link', { name: 'Confirm the feedback' }).click()
  await sees(maya, /^Close referral/)
  await accessible(maya)
  await reads(maya, 'Loop open: feedback missing')
  await confirmsTheFeedback(maya)
  await accessible(maya)
  await closesConnected(maya)
}

async function thenTheStudentPageReadsClosed({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await sees(maya, 'Sofia Delgado')
  await reads(maya, 'Loop closed')
  for (const told of [
    'Concern raised',
    'Path (b): assessment by a partner',
    'Accepted',
    'Visit held',
    'Referral closed',
  ])
    await reads(maya, told)
  await accessible(maya)
}

async function thenJoanReadsOnlyThatItIsBeingHandled({ enter, accessible }: Stage) {
  const joan = await enter('joan')
  await joan.goto('/concerns/mine')
  await reads(joan, 'Being handled')
  await reads(joan, /Ask Daniel Reyes/)
  expect(await joan.getByRole('main').innerText()).not.toMatch(/Cedar Street|Path|Tier|visit/i)
  await accessible(joan)
}

journey('A concern becomes a first visit and a closed loop [R001] [R008] [R044] [R073]', async (stage) => {
  await givenJoanRaisesAConcernOnHerPhone(stage)
  await whenDanielDecidesOnAPartner(stage)
  await whenMayaTalksWithTheFamily(stage)
  await whenMayaSendsAndBooks(stage)
  await whenTheFamilyReadsItsPlanInSpanish(stage)
  await whenNoorAcceptsNamingAClinician(stage)
  await whenNoorSaysTheyCame(stage)
  await whenMayaConfirmsAndCloses(stage)
  await thenTheStudentPageReadsClosed(stage)
  await thenJoanReadsOnlyThatItIsBeingHandled(stage)
})
