import { families } from '../riverside/families.ts'
import { follows, picks, presses, reads, sees } from './steps/page.ts'
import { nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const asFile = (lines: readonly string[]) => ({
  name: 'absences.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['student,date,status', ...lines].join('\n')),
})
const days = ['2026-10-01', '2026-10-05', '2026-10-08']
const missed = days.map((day) => `${families.kayla.localId},${day},whole_day`)

async function whenTheFileOfTheEveningComesIn({ enter, accessible }: Stage) {
  const ben = await enter('ben')
  await ben.goto('/school-days')
  await presses(ben, 'Take it in')
  await reads(ben, 'Choose a file')
  await ben.getByLabel('CSV or Ed-Fi XML file').setInputFiles(asFile([...missed, 'R1,yesterday,whole_day']))
  await presses(ben, 'Take it in')
  await reads(ben, /Line 5: The day is not written like 2026-10-15/)
  await accessible(ben)
  await ben.getByLabel('CSV or Ed-Fi XML file').setInputFiles(asFile(missed))
  await presses(ben, 'Take it in')
  await reads(ben, 'Files taken in')
  await accessible(ben)
}

async function andACounselorEntersTheDayItDoesNotHave({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto(`/students/${families.kayla.id}/school-days`)
  await sees(daniel, 'School days')
  await accessible(daniel)
  await picks(daniel, 'What', 'Day missed')
  await picks(daniel, 'Which', 'Day missed: Whole day')
  await daniel.getByLabel('Day', { exact: true }).fill('2026-10-13')
  await presses(daniel, 'Enter it')
  await reads(daniel, 'Chronic absence, Tue Oct 13')
}

async function thenAConcernWaitsInTriageThatNamesTheDays({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto('/concerns')
  await reads(daniel, 'Attendance')
  await follows(daniel, nameOf('kayla'))
  await reads(daniel, /Missed 4 whole days of 40 school days this year\./)
  await reads(daniel, /Thu\sOct\s1, Mon\sOct\s5, Thu\sOct\s8, Tue\sOct\s13/)
  await accessible(daniel)
}

journey('Days missed cross the limit, and triage hears of it without anybody raising it', async (stage) => {
  stage.at('2026-10-13T20:30:00Z')
  await whenTheFileOfTheEveningComesIn(stage)
  await andACounselorEntersTheDayItDoesNotHave(stage)
  await thenAConcernWaitsInTriageThatNamesTheDays(stage)
})
