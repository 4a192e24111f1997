import { families } from '../riverside/families.ts'
import { action, discipline } from '../support/edfi-files.ts'
import { presses, reads, sees, ticks } from './steps/page.ts'
import { aReferralIsSent } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const asFile = (text: string) => ({ name: 'discipline.xml', mimeType: 'text/xml', buffer: Buffer.from(text) })
const text = discipline(
  action('A1', families.kayla.localId, {
    on: '2026-10-12',
    discipline: 'Out of School Suspension',
    days: '1',
  }),
)

async function whenTheFileOfDisciplineIsLookedAtAndTakenIn({ enter, accessible }: Stage) {
  const ben = await enter('ben')
  await ben.goto('/school-days')
  const file = ben.getByLabel('CSV or Ed-Fi XML file')
  const typed = text.replace(
    '<Interchange',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<Interchange',
  )
  await file.setInputFiles(asFile(typed))
  await presses(ben, 'Take it in')
  await reads(ben, /Nothing was taken in. Line 2: It has a document type/)
  await accessible(ben)
  await file.setInputFiles(asFile(text))
  await presses(ben, 'Look first what it would change')
  await reads(ben, 'Looked at only')
  await file.setInputFiles(asFile(text))
  await presses(ben, 'Take it in')
  await reads(ben, 'Taken in')
  await accessible(ben)
}

async function thenTheWeeklyListMarksTheStudent({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto('/exclusions')
  await reads(maya, 'Students with an open referral who were excluded lately: 1.')
  await accessible(maya)
  await maya.goto('/reviews')
  await ticks(maya, 'Alder Creek Middle School')
  await presses(maya, 'Make the list')
  await sees(maya, /Review of Alder Creek/)
  await reads(maya, /Excluded Mon\sOct\s12/)
  await accessible(maya)
}

async function andWhoGovernsIsToldOfNobody({ enter, accessible }: Stage) {
  const thomas = await enter('thomas')
  await thomas.goto('/exclusions')
  await reads(thomas, 'Fewer than 10 somewhere: then the figures could tell whom they are of.')
  await accessible(thomas)
}

journey(
  'A suspension of a student on the way to care is imported, and the weekly list marks it',
  async (stage) => {
    await aReferralIsSent(stage, 'kayla', 'cedarStreet')
    await whenTheFileOfDisciplineIsLookedAtAndTakenIn(stage)
    await thenTheWeeklyListMarksTheStudent(stage)
    await andWhoGovernsIsToldOfNobody(stage)
  },
)
