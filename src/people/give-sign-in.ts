import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { identityChecks } from '#access/sign-in/identity-check.ts'
import { askForInvitation } from '#access/sign-in/invite-person.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, holdPerson } from '#district/contract.ts'
import { choice, id, mailAddress } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { closesTheFamily } from './block.ts'
import { standingKinds } from './block-store.ts'
import { isOfAge, lastDayAsChild, obstaclesToGiving } from './family-sign-in.ts'
import {
  addFamilyMember,
  beginSignIn,
  caregiversAsPeople,
  familySignIns,
  linkCaregiver,
  personAt,
  setInvitationAddress,
} from './family-sign-in-store.ts'
import { givingWords } from './family-sign-in-words.ts'
import { signInGivers } from './policy.ts'
import { guardianOf, holdStudent } from './store.ts'
import { type Caregiver, type Student, studentName } from './student.ts'

type Meant = { student: Student; caregiver: Caregiver | undefined; email: string | null }

/** Who is reached at the address: the same human, or somebody else, whose sign-in it must not become. */
function atAddress(
  { caregiver, student }: Meant,
  own: string | undefined,
  there: Awaited<ReturnType<typeof personAt>>,
) {
  if (there === undefined || there.id === own) return { personId: own, sharedAddress: false }
  // Staff who are parents too sign in as they do already; nobody signs in as another caregiver or student.
  const same =
    caregiver === undefined
      ? there.studentId === student.id
      : own === undefined && there.caregiverId === null && there.studentId === null
  return { personId: same ? there.id : own, sharedAddress: !same }
}

/** Which person they are already, and what stands between that person and the student. */
async function known(unit: Unit, meant: Meant) {
  const { tx } = unit
  const { student, caregiver, email } = meant
  const given = await familySignIns(tx, student.id)
  const family = await caregiversAsPeople(tx, student.id)
  const linked = family.find(({ caregiverId }) => caregiverId === caregiver?.id)?.personId ?? undefined
  const own = caregiver === undefined ? given.find(({ role }) => role === 'student')?.personId : linked
  const there = email === null ? undefined : await personAt(tx, email)
  const { personId, sharedAddress } = atAddress(meant, own, there)
  const kinds = personId === undefined ? [] : await standingKinds(tx, { studentId: student.id, personId })
  return {
    personId,
    linked: linked !== undefined,
    keptAway: kinds.some(closesTheFamily),
    signsIn: given.some((each) => each.personId === personId && each.endedAt === null),
    sharedAddress,
  }
}

/** The person who signs in: who they are already, else somebody new. */
async function personFor(
  unit: Unit,
  meant: Meant,
  before: { personId: string | undefined; linked: boolean },
) {
  const { student, caregiver } = meant
  const email = meant.email as string
  const name = caregiver?.name ?? studentName(student)
  const language = caregiver?.language ?? student.homeLanguage
  const personId = before.personId ?? (await addFamilyMember(unit, { name, email, language }))
  if (caregiver !== undefined && !before.linked)
    await linkCaregiver(unit, { caregiverId: caregiver.id, personId, studentId: student.id })
  const person = (await holdPerson(unit, personId)) ?? notFound()
  if (person.loginId === null && before.personId !== undefined)
    await setInvitationAddress(unit, personId, email)
  return person
}

/**
 * Gives a caregiver, or a student of age, a sign-in for one student: after whoever gives it made sure who it
 * is and proved anew who they are themselves. The invitation goes to the address on record that is safe.
 */
export const giveSignIn = act({
  name: 'people/give-sign-in',
  by: signInGivers,
  provenLately: true,
  given: z.object({
    studentId: id,
    /** Left out for the student. */
    caregiverId: id.optional(),
    /** For the student: of a caregiver it stands in the details. */
    email: mailAddress.optional(),
    checkedHow: choice(identityChecks, 'Say how you made sure who it is'),
  }),
  refusals: givingWords,
  fields: { no_address: 'email', address_shared: 'email' },
  async do(unit, { studentId, caregiverId, email: typed, checkedHow }) {
    const student = (await holdStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const caregiver =
      caregiverId === undefined
        ? undefined
        : ((await guardianOf(unit.tx, student.id, caregiverId)) ?? notFound())
    unit.permit(true, { type: 'student', id: student.id, studentId: student.id })
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const email = (caregiver === undefined ? typed : caregiver.email) ?? null
    const before = await known(unit, { student, caregiver, email })
    const because = obstaclesToGiving({ ...before, caregiver, email, ofAge: isOfAge(student, today) })
    if (because.length > 0) return refused(because)

    const person = await personFor(unit, { student, caregiver, email }, before)
    const given = { studentId: student.id, personId: person.id, caregiverId: caregiver?.id ?? null }
    // A caregiver's ends by itself on the day before the student is of age.
    const until = caregiver === undefined ? null : lastDayAsChild(student)
    const signInId = await beginSignIn(unit, { ...given, checkedHow, today, until })
    if (person.loginId === null) await askForInvitation(unit, person.id)
    return done({ studentId: student.id, signInId })
  },
})
