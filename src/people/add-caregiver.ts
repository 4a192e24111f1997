import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { caregiverDetails } from './details.ts'
import { insertCaregiver } from './details-store.ts'
import { noticeFamilyAtWork } from './notice-family.ts'
import { detailKeepers } from './policy.ts'
import { obstaclesToReaching } from './rules.ts'
import { holdStudent } from './store.ts'
import { reachingWords } from './words.ts'

/** An adult the roster does not know cares for this student. */
export const addCaregiver = act({
  name: 'people/add-caregiver',
  by: detailKeepers,
  given: z.object({ studentId: id, ...caregiverDetails }),
  refusals: reachingWords,
  async do(unit, { studentId, ...given }) {
    const student = (await holdStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const subject = { type: 'student', id: student.id, studentId: student.id }
    unit.permit(true, subject)
    const obstacles = obstaclesToReaching(given)
    if (obstacles.length > 0) return refused(obstacles)

    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const caregiverId = await insertCaregiver(unit, {
      ...given,
      studentId: student.id,
      phone: given.phone ?? null,
      email: given.email ?? null,
      contactHours: given.contactHours || null,
      authorityCheckedOn: given.authority === 'unknown' ? null : today,
    })
    await noticeFamilyAtWork(unit, { caregiverId })
    unit.record('caregiver.added', { type: 'caregiver', id: caregiverId, studentId: student.id })
    unit.record('guardianship.added', subject, {
      caregiver_id: caregiverId,
      relationship: given.relationship,
    })
    return done({ studentId: student.id, caregiverId })
  },
})
