import { expect, test } from 'vitest'
import { standingClock } from '#platform/clock.ts'
import { reactions } from '#access/happening.ts'
import { actorOf, cast } from '#tests/riverside/cast.ts'
import { changed, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { rosterDistrict } from '#tests/support/roster-district.ts'
import { tuesday } from '#tests/support/world.ts'
import { protectContact } from './protect-contact.ts'

type Reached = { id: string; student: string; phone: string | null; version: number }

test('A protected contact stays protected when the next roster brings the same family with another number', async () => {
  const district = await rosterDistrict()
  try {
    const { assignmentId } = actorOf('leila')
    await district.admin.query(`begin; set local session_replication_role = replica;
      insert into person (district_id, id, name, language, created_at)
        values ('${riversideId}', '${cast.leila.id}', 'Leila Haddad', 'en', now());
      insert into assignment (district_id, id, person_id, role, whole_district, starts_on)
        values ('${riversideId}', '${assignmentId}', '${cast.leila.id}', 'privacy_officer', true, '2026-09-01'); commit`)
    await district.load(sampleRoster())
    const guardians = () =>
      district.rows<Reached>(
        `select c.id, g.student_id as student, c.phone, c.version from caregiver c
         join guardianship g on g.caregiver_id = c.id order by c.source_id, g.student_id`,
      )
    const marked = (await guardians()).find(({ phone }) => phone !== null) as Reached
    const leila = {
      db: district.db,
      actor: actorOf('leila'),
      clock: standingClock(tuesday),
      reactions: reactions([]),
    }
    const given = { studentId: marked.student, caregiverId: marked.id, reason: 'protective_order' }
    const outcome = await protectContact.perform(leila, {
      ...given,
      endsOn: '2027-06-30',
      readers: [cast.leila.id],
    })
    expect(outcome).toMatchObject({ done: true })
    const [file] = await district.rows<{ phone: string }>('select phone from protected_contact')
    expect(file?.phone).toBeTruthy()
    await district.load(sampleRoster(changed('users.csv', '555-0102', '555-0999')))
    const after = (await guardians()).find(({ id }) => id === marked.id)
    expect(after).toMatchObject({ phone: null })
    expect(await district.rows('select phone from protected_contact')).toEqual([file])
  } finally {
    await district.close()
  }
})
