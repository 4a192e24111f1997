import { expect } from 'vitest'
import { recordException } from '#exceptions/record-exception.ts'
import { families } from '../riverside/families.ts'
import { perform } from '../riverside/stories/teller.ts'
import { opensThePacket } from './steps/agency.ts'
import { answeredTo } from './steps/family.ts'
import { follows, reads, sees } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { id: studentId } = families.sofia
const sofia = nameOf('sofia')
const report = {
  studentId,
  basis: 'mandated_report',
  items: ['identity', 'what_was_observed'],
  channel: 'phone',
  recipientKind: 'child_protection',
  recipientName: 'Intake worker 88',
  recipientOffice: 'County child protection',
  reportReference: 'CP-60114',
  onDay: '2026-10-13',
  atTime: '12:00',
}

async function givenAPacketThatTheAgencyRead(stage: Stage) {
  await aVisitIsArranged(stage, 'sofia', '2026-10-15')
  await opensThePacket(await stage.enter('noor'), sofia)
}

async function thenHerMotherReadsInSpanishWhoSawWhat({ enter, accessible }: Stage) {
  const carmen = await enter('carmen')
  await carmen.goto('/family')
  await sees(carmen, 'Lo que se comparte sobre Sofia')
  await reads(carmen, 'La escuela le dijo a Cedar Street Family Clinic')
  await reads(carmen, /Cedar Street Family Clinic: una vez, 13\sde\soctubre\sde\s2026/)
  await reads(carmen, /para pedir ayuda y saber si llegó/)
  await reads(carmen, /Llame a la escuela/)
  await accessible(carmen)
}

async function andWhatIsProtectedLeavesNoGap(stage: Stage) {
  const before = await answeredTo(stage, 'carmen')
  await perform(stage.being('daniel'), recordException, report)
  expect(await answeredTo(stage, 'carmen')).toEqual(before)
}

const crossings = async ({ admin }: Stage, which: string) =>
  (
    await admin.query<{ items: string[] }>(
      `select items from disclosure where student_id = $1 and ${which} order by at desc, id desc`,
      [studentId],
    )
  ).rows

async function whenRuthPrintsTheAccounting(stage: Stage) {
  const ruth = await stage.enter('ruth')
  await ruth.goto(`/students/${studentId}`)
  await follows(ruth, 'Print what was shared')
  await sees(ruth, `Lo que se compartió sobre ${sofia}`)
  await reads(ruth, /Una copia para la familia/)
  await reads(ruth, /La escuela a Cedar Street Family Clinic/)
  await stage.accessible(ruth)
  await follows(ruth, 'English')
  await sees(ruth, `What was shared about ${sofia}`)
  await reads(ruth, /A copy for the family/)
  await stage.accessible(ruth)
}

async function thenItEqualsWhatLeft(stage: Stage) {
  const ruth = await stage.enter('ruth')
  const rows = ruth.getByRole('table', { name: 'What crossed', exact: true }).getByRole('row')
  const left = await crossings(stage, `family_sees = 'family'`)
  expect(left.length).toBeGreaterThan(1)
  expect(await rows.count()).toBe(left.length + 1)
  const said = await rows.nth(left.length).innerText()
  expect(left.at(-1)?.items).toContain('identity')
  expect(said).toMatch(/School to Cedar Street Family Clinic/)
  await ruth.emulateMedia({ media: 'print' })
  const onPaper = await ruth.locator('body').innerText()
  await ruth.emulateMedia({ media: 'screen' })
  expect(onPaper).toMatch(/Read at the agency/)
  expect(onPaper).not.toMatch(/Print this page|child protection|Intake worker|Riverside Schools menu/)
}

async function andTheSchoolsOwnFileHoldsTheReportForWhoeverReviewsIt(stage: Stage) {
  const leila = await stage.enter('leila')
  await leila.goto(`/students/${studentId}/accounting?whole=yes&to=file`)
  await reads(leila, /give no family this copy/)
  await reads(leila, 'School to County child protection')
  const rows = leila.getByRole('table', { name: 'What crossed', exact: true }).getByRole('row')
  expect(await rows.count()).toBe((await crossings(stage, 'true')).length + 1)
  await stage.accessible(leila)
}

journey(
  'A mother reads in Spanish who saw what, and one click prints the accounting, which equals what left',
  async (stage) => {
    await givenAPacketThatTheAgencyRead(stage)
    await thenHerMotherReadsInSpanishWhoSawWhat(stage)
    await andWhatIsProtectedLeavesNoGap(stage)
    await whenRuthPrintsTheAccounting(stage)
    await thenItEqualsWhatLeft(stage)
    await andTheSchoolsOwnFileHoldsTheReportForWhoeverReviewsIt(stage)
  },
)
