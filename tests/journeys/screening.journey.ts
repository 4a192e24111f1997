import { bytesOf, sampleQuestionnaire } from '#screenings/sample-for-specs.ts'
import { families } from '../riverside/families.ts'
import { answerText, type AnswerLine } from '../support/screening-files.ts'
import { follows, picks, presses, reads, sees, unfolds } from './steps/page.ts'
import { nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const asFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const form = (text: string | object) => asFile('form.json', new TextDecoder().decode(bytesOf(text)))
const answers = (...lines: AnswerLine[]) => asFile('answers.csv', answerText(lines))

async function whenTheDistrictBringsAnInstrument({ enter, accessible }: Stage) {
  const yolanda = await enter('yolanda')
  await yolanda.goto('/screening/instruments')
  const file = yolanda.getByLabel('FHIR Questionnaire (JSON)')
  await file.setInputFiles(form('{"resourceType": "Questionnaire"'))
  await presses(yolanda, 'Bring it')
  await reads(yolanda, /This is no JSON file/)
  await accessible(yolanda)
  await file.setInputFiles(form(sampleQuestionnaire))
  await presses(yolanda, 'Bring it')
  await reads(yolanda, 'No cut-off is set: no round can be opened.')
  await yolanda.getByText('Set the next version').click()
  await yolanda.getByLabel('From how many points on').fill('5')
  await yolanda.getByLabel('Where it was decided, and why').fill('Sample: meeting of October')
  await presses(yolanda, 'Set it')
  await reads(yolanda, 'Sample: meeting of October')
  await accessible(yolanda)
}

async function andACounselorOpensARound({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto('/screening')
  await picks(daniel, 'Instrument', 'Sample: days (1)')
  await presses(daniel, 'Open it')
  await reads(daniel, 'Choose at least one grade.')
  await accessible(daniel)
  for (const grade of ['6', '7', '8']) await daniel.getByLabel(grade, { exact: true }).check()
  await daniel.getByLabel('First day').fill('2026-10-12')
  await daniel.getByLabel('Last day').fill('2026-10-16')
  await presses(daniel, 'Open it')
  await sees(daniel, 'Sample: days, Alder Creek Middle School')
}

async function andAFamilyDoesNotWantIt({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto(`/students/${families.mateo.id}`)
  await unfolds(daniel, 'More about the student')
  await follows(daniel, 'Screening')
  await accessible(daniel)
  await presses(daniel, 'Write it down')
  await reads(daniel, 'The family does not want the student screened')
  await accessible(daniel)
}

async function thenTheirAnswersAreRefusedWithTheWholeFile({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto('/screening')
  await follows(daniel, 'Sample: days')
  const kayla: AnswerLine = [families.kayla.localId, '2026-10-13', 'most_days most_days most_days never']
  const mateo: AnswerLine = [families.mateo.localId, '2026-10-13', 'never never never never']
  await daniel.getByLabel('CSV file').setInputFiles(answers(kayla, mateo))
  await presses(daniel, 'Take it in')
  await reads(daniel, /Line 3: The family does not want the student screened/)
  await accessible(daniel)
  await daniel.getByLabel('CSV file').setInputFiles(answers(kayla))
  await presses(daniel, 'Take it in')
  await reads(daniel, 'Files taken in')
  await reads(daniel, 'Hidden')
  await accessible(daniel)
}

async function andTheResultOverTheCutOffWaitsInTriage({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto('/concerns')
  await reads(daniel, 'Screening')
  await follows(daniel, nameOf('kayla'))
  await reads(
    daniel,
    /Sample: days: 6 of 8 points\. From 5 on \(version 1 of the cut-off\) it comes to triage\./,
  )
  await accessible(daniel)
}

journey(
  'A school screens three grades, one family does not want it, and one result comes to triage',
  async (stage) => {
    stage.at('2026-10-13T20:30:00Z')
    await whenTheDistrictBringsAnInstrument(stage)
    await andACounselorOpensARound(stage)
    await andAFamilyDoesNotWantIt(stage)
    await thenTheirAnswersAreRefusedWithTheWholeFile(stage)
    await andTheResultOverTheCutOffWaitsInTriage(stage)
  },
)
