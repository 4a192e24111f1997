import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import {
  type Caregiver,
  caregiversToContact,
  detailKeepers,
  findStudent,
  type Student,
  studentName,
} from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { choicesOfFamily } from './choices-store.ts'
import type { FamilyChoice, FamilyChoiceKind } from './choice.ts'
import { needsOf } from './need-store.ts'
import { householdKeepers, mayKeepHousehold } from './policy.ts'
import { alsoCaredFor } from './siblings-store.ts'
import { profileOf } from './store.ts'

/**
 * Brothers and sisters, where the family let them be shown: those within reach of who looks, and of others
 * not even that there is one. Somebody who is kept away leads to nobody.
 */
async function siblingsOf(
  view: Viewing,
  { id: studentId }: Student,
  caregivers: readonly Pick<Caregiver, 'id'>[],
) {
  const known = caregivers.map(({ id: caregiverId }) => caregiverId)
  const ids = await alsoCaredFor(view.tx, { studentId, caregivers: known })
  const found = await Promise.all(ids.map((each) => findStudent(view.tx, view.actor, each)))
  const siblings = found.flatMap((each) => each ?? [])
  for (const each of siblings) view.saw({ type: 'student', id: each.id, studentId: each.id })
  return siblings.map((each) => ({
    id: each.id,
    name: studentName(each),
    grade: each.grade,
    schoolName: each.schoolName,
  }))
}

const asShown = ({ id: caregiverId, ...caregiver }: Caregiver) => ({
  id: caregiverId,
  name: caregiver.name,
  relationship: caregiver.relationship,
  authority: caregiver.authority,
  language: caregiver.language,
  interpreter: caregiver.interpreter,
  contactRule: caregiver.contactRule,
  contactHours: caregiver.contactHours,
})

/** Of which class each choice is: it is read where it was made. */
const classOfChoice: Readonly<Record<FamilyChoiceKind, 'consent' | 'referrals' | 'handoffs' | undefined>> = {
  accepted: 'consent',
  declined: 'consent',
  picked_agency: 'referrals',
  waits: 'referrals',
  withdrew: 'referrals',
  declined_help: 'handoffs',
  declined_need: undefined,
}
function choicesKnownTo(view: Viewing, choices: readonly FamilyChoice[]): FamilyChoice[] {
  return choices.filter(({ kind }) => {
    const dataClass = classOfChoice[kind]
    return dataClass === undefined || view.knows(dataClass)
  })
}

/** What a school knows of a family: who cares, how to reach them, their days, and what is needed [R352]. */
export const lookProfile = look({
  name: 'households/profile',
  by: householdKeepers,
  given: z.object({ studentId: id }),
  shows: {
    for: 'coordination',
    whole: ['identity', 'background', 'contact_details', 'family_needs'],
    parts: ['consent', 'referrals', 'handoffs'],
  },
  async see(view, { studentId }) {
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const caregivers = await caregiversToContact(tx, student.id)
    const profile = await profileOf(tx, student.id)
    const siblings = profile?.siblingsShown === true ? await siblingsOf(view, student, caregivers) : null
    const calendar = await calendarOf(tx)
    const { schoolId } = student
    return {
      student: { id: student.id, name: studentName(student), homeLanguage: student.homeLanguage },
      caregivers: caregivers.map(asShown),
      profile,
      siblings,
      needs: await needsOf(tx, student.id),
      choices: choicesKnownTo(view, await choicesOfFamily(tx, student.id)),
      mayKeep: schoolId !== null && mayKeepHousehold(actor, { schoolId }),
      mayKeepDetails: detailKeepers.some((role) => role === actor.role),
      personId: actor.personId,
      calendar,
      today: dayOf(calendar, now),
    }
  },
})
export type SeenProfile = Awaited<ReturnType<typeof lookProfile.see>>
