import { answers, picks, presses, reads, sees, types } from './steps/page.ts'
import { nameOf } from './steps/told.ts'
import { answersTheChecklist, choosesAPartner, decides, saysTierAndReason, takesUp } from './steps/triage.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const zoe = nameOf('zoe')

async function givenAConcernWaits({ before, at }: Stage) {
  await before('zoe').at(new Date('2026-10-13T17:00:00Z')).raise('Tired, forgets things, cried once.')
  at('2026-10-13T20:30:00Z')
}

async function whenDanielDepartsFromTheChecklist({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await takesUp(daniel, zoe)
  await answersTheChecklist(daniel, 'a')
  await reads(daniel, 'Path (a): brief school support')
  await choosesAPartner(daniel, { navigator: 'Maya Okafor' })
  await saysTierAndReason(daniel, {})
  await decides(daniel)
  await reads(daniel.getByRole('alert'), /Write down why you choose this one/)
  await reads(daniel.getByRole('alert'), /Name a second person who looks at it today/)
  await accessible(daniel)
}

async function whenHeGivesAReasonAndNamesHelen({ enter }: Stage) {
  const daniel = await enter('daniel')
  await types(
    daniel,
    /^Why another path/,
    'Her mother asked for an assessment last spring and was put on a list.',
  )
  await picks(daniel, /^Second person/, 'Helen Park')
  await decides(daniel)
  await sees(daniel, `Triage decision for ${zoe}`)
  await reads(daniel, /Helen Park owes an answer/)
}

async function thenHelenFindsItOnHerTodayAndAgrees({ enter, accessible }: Stage) {
  const helen = await enter('helen')
  await reads(helen, 'A triage decision waits for your second look')
  await accessible(helen)
  await helen.getByRole('link', { name: 'Answer the review' }).click()
  await sees(helen, `Triage decision for ${zoe}`)
  await accessible(helen)
  await answers(helen, 'Do you agree with this path?', 'I agree')
  await presses(helen, 'Send your answer')
  await reads(helen, /Helen Park agrees/)
}

journey(
  'A counselor departs from the checklist: a reason and a second person are needed, and she answers',
  async (stage) => {
    await givenAConcernWaits(stage)
    await whenDanielDepartsFromTheChecklist(stage)
    await whenHeGivesAReasonAndNamesHelen(stage)
    await thenHelenFindsItOnHerTodayAndAgrees(stage)
  },
)
