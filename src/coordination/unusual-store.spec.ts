import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type Story, referralStory } from '#tests/support/referral-story.ts'
import { sealPlain } from '#tests/support/keys.ts'
import { lookReaders } from './look-readers.ts'
import { lookUnusual } from './look-unusual.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const reads = (key: CastKey, family: FamilyKey) =>
  lookReaders.see(story.being(key), { studentId: families[family].id })
const said = async () => {
  const { unusual } = await lookUnusual.see(story.being('leila'), {})
  return unusual.map(({ personName, student, why }) => `${personName}, ${student?.name}: ${why.join(', ')}`)
}
/** What no act of these stories makes. */
const arrange = async (text: string, values: unknown[]) => {
  await story.admin.query('set session_replication_role = replica')
  await story.admin.query(text, values)
  await story.admin.query('set session_replication_role = origin')
}

test('a look by daylight, and one by whoever has a task, are not asked about', async () => {
  await story.decide('sofia')
  await reads('maya', 'sofia')
  await reads('ines', 'mateo')
  story.clock.set('2026-10-14T06:30:00Z')
  await reads('maya', 'sofia')
  expect(await said()).toEqual([])
})

test('a look at night without a task is, and one on three days', async () => {
  await reads('ines', 'sofia')
  expect(await said()).toEqual(['Ines Duarte, Sofia Delgado: outside_hours'])
  for (const day of ['14', '15']) {
    story.clock.set(`2026-10-${day}T20:30:00Z`)
    await reads('ines', 'mateo')
  }
  expect(await said()).toEqual([
    'Ines Duarte, Mateo Rivas: again_and_again',
    'Ines Duarte, Sofia Delgado: outside_hours',
  ])
})

test('a look at night by whoever decides in triage is not, while a concern about the student waits there', async () => {
  story.clock.set('2026-10-16T06:30:00Z')
  await reads('daniel', 'kayla')
  const mine = async () => (await said()).filter((line) => line.startsWith('Daniel'))
  expect(await mine()).toEqual(['Daniel Reyes, Kayla Simmons: outside_hours'])
  const concern = [story.districtId, newId(), schools.alderCreek.id, families.kayla.id]
  await arrange(
    `insert into concern (district_id, id, school_id, student_id, source, observed, urgency, state, received_at, due_at,
       due_standard) values ($1, $2, $3, $4, 'staff', 'x', 'today', 'submitted', now(), now(), '{}')`,
    concern,
  )
  expect(await mine()).toEqual([])
  await arrange(`update concern set school_id = $1 where id = $2`, [schools.harlow.id, concern[1]])
  expect(await mine()).toHaveLength(1)
  story.clock.set('2026-10-16T20:30:00Z')
})

test('one’s own child, and a child of the same household or name, are', async () => {
  const { theo, hana, ada } = families
  await arrange(
    `insert into assignment (district_id, id, person_id, role, student_id, starts_on)
     values ($1, $2, $3, 'caregiver', $4, '2026-09-01')`,
    [story.districtId, newId(), cast.maya.id, theo.id],
  )
  await arrange('update caregiver set phone = $1 where id = $2', [cast.maya.phone, hana.caregivers[0]?.id])
  await sealPlain(story.admin)
  await arrange(`update student set family_name = 'Okafor' where id = $1`, [ada.id])
  const before = await said()
  for (const family of ['theo', 'hana', 'ada'] as const) await reads('maya', family)
  const now = (await said()).filter((line) => !before.includes(line))
  expect(now.map((line) => line.replace(/^.*: /, '')).sort()).toEqual([
    'own_child',
    'same_family_name',
    'same_household',
  ])
})

test('a look without a task at the child of somebody the reader works with is, however the parent is known', async () => {
  const parentHas = async (phone: string | undefined) => {
    await arrange('update caregiver set phone = $1 where id = $2', [phone, families.mateo.caregivers[0]?.id])
    await sealPlain(story.admin)
  }
  const mine = async () => (await said()).filter((line) => /^Daniel.*colleagues_child/.test(line))
  await reads('daniel', 'mateo')
  await parentHas(cast.olive.phone)
  expect(await mine()).toEqual([])
  await parentHas(cast.ines.phone)
  expect(await mine()).toEqual(['Daniel Reyes, Mateo Rivas: colleagues_child'])
  await reads('daniel', 'theo')
  expect(await mine()).toContain('Daniel Reyes, Theo Brandt: colleagues_child')
})

test('nobody but the privacy officer reads the report, and reading it is written down', async () => {
  await expect(lookUnusual.see(story.being('maya'), {})).rejects.toMatchObject({ code: 'not_allowed' })
  const rows = await story.trailOf(`name = 'coordination/unusual' and kind = 'read' and role = $1`, [
    'privacy_officer',
  ])
  expect(rows.length).toBeGreaterThan(0)
})
