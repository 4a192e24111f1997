import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { caregiverDetails, version } from './details.ts'
import { saveCaregiver } from './details-store.ts'
import { noticeFamilyAtWork } from './notice-family.ts'
import { keepProtected } from './keep-protected.ts'
import { detailKeepers } from './policy.ts'
import { changedFields, obstaclesToReaching } from './rules.ts'
import { findStudent, holdCaregiver } from './store.ts'
import { reachingWords } from './words.ts'

/** How to reach a caregiver safely, and whether it was checked that they may consent for this student. */
export const updateCaregiver = act({
  name: 'people/update-caregiver',
  by: detailKeepers,
  given: z.object({ studentId: id, caregiverId: id, version, ...caregiverDetails }),
  refusals: reachingWords,
  async do(unit, { studentId, caregiverId, ...given }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const caregiver = (await holdCaregiver(unit.tx, student.id, caregiverId)) ?? notFound()
    const subject = { type: 'caregiver', id: caregiver.id, studentId: student.id }
    unit.permit(true, subject)
    if (caregiver.version !== given.version) throw new Problem('changed_meanwhile')
    const phone = given.phone ?? (caregiver.protection?.phone === true ? 'protected' : undefined)
    const obstacles = obstaclesToReaching({ ...given, phone })
    if (obstacles.length > 0) return refused(obstacles)

    const details = {
      ...given,
      phone: given.phone ?? null,
      email: given.email ?? null,
      contactHours: given.contactHours || null,
    }
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const authorityCheckedOn = given.authority === caregiver.authority ? caregiver.authorityCheckedOn : today
    const open = await keepProtected(unit, caregiver.id, details)
    await saveCaregiver(unit, { ...caregiver, ...details, ...open, authorityCheckedOn })
    await noticeFamilyAtWork(unit, { caregiverId: caregiver.id })
    const { version: _, ...compared } = details
    const fields = changedFields(caregiver, compared)
    unit.record('caregiver.updated', subject, { fields })
    unit.record(
      'guardianship.updated',
      { type: 'student', id: student.id, studentId: student.id },
      { caregiver_id: caregiver.id, fields },
    )
    return done({ studentId: student.id, caregiverId: caregiver.id, version: caregiver.version + 1 })
  },
})
