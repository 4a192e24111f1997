import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { families } from '../riverside/families.ts'
import { writeRoster } from '../riverside/oneroster.ts'
import { follows, presses, reads, sees } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const roster = writeRoster({ students: 40, schools: 2, version: '1.2', seed: 7 })
const file = { name: 'riverside.zip', mimeType: 'application/zip', buffer: roster }

const sends = async (page: Page) => {
  await page.goto('/roster')
  await page.getByLabel(/^OneRoster CSV zip/).setInputFiles(file)
  await presses(page, 'Read the file')
  await sees(page, 'riverside.zip')
}

async function whenBenSendsAFile({ enter, accessible }: Stage) {
  const ben = await enter('ben')
  await ben.goto('/roster')
  await reads(ben, 'No file has come in yet.')
  await accessible(ben)
  await presses(ben, 'Read the file')
  await reads(ben.getByRole('alert'), /Choose a file/)
  await sends(ben)
  await reads(ben, 'Being read')
  await accessible(ben)
}

async function thenHeReadsWhatItWouldChange({ enter, runJobs, accessible, admin }: Stage) {
  const ben = await enter('ben')
  await runJobs()
  await follows(ben, 'Look again')
  await reads(ben, 'Waits for you')
  await reads(ben, 'What applying it changes')
  await accessible(ben)
  const { rows } = await admin.query<{ there: string | number }>(
    `select count(*) as there from student where source_id not like 'S-%'`,
  )
  expect(Number(rows[0]?.there)).toBe(0)
}

async function whenHeAppliesIt({ enter, runJobs, accessible, admin }: Stage) {
  const ben = await enter('ben')
  await presses(ben, 'Apply this roster')
  await reads(ben.getByRole('alert').first(), 'Type how many')
  await accessible(ben)
  await ben.getByLabel('How many students leave?').fill(String(Object.keys(families).length))
  await presses(ben, 'Apply this roster')
  await runJobs()
  await follows(ben, 'Look again')
  await reads(ben, 'What it changed')
  await accessible(ben)
  const { rows } = await admin.query<{ there: string | number }>(
    `select count(*) as there from student where source_id not like 'S-%'`,
  )
  expect(Number(rows[0]?.there)).toBe(40)
}

async function thenTheSameFileChangesNothing({ enter, runJobs }: Stage) {
  const ben = await enter('ben')
  await sends(ben)
  await runJobs()
  await follows(ben, 'Look again')
  await reads(ben, /The same file was applied/)
  await reads(ben, '40 students are as before.')
  await presses(ben, 'Discard it')
  await reads(ben, 'Discarded')
}

async function thenATeacherMayNot({ enter }: Stage) {
  const joan = await enter('joan')
  expect((await joan.goto('/roster'))?.status()).toBe(403)
}

journey(
  'The keeper of the roster sends a file, reads what it would change, and applies it',
  async (stage) => {
    await whenBenSendsAFile(stage)
    await thenHeReadsWhatItWouldChange(stage)
    await whenHeAppliesIt(stage)
    await thenTheSameFileChangesNothing(stage)
    await thenATeacherMayNot(stage)
  },
)
