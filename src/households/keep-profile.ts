import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findStudent } from '#people/contract.ts'
import { choice, choices, id, ticked, whole } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { householdKeepers, mayKeepHousehold } from './policy.ts'
import { capacities, familyTransports, notAsked, obstaclesToKeeping, workLimits } from './profile.ts'
import { profileOf, saveProfile } from './store.ts'
import { keepingWords } from './words.ts'

/** An answer of a list, or none where nobody asked. */
const asked = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.preprocess((given) => (given === notAsked ? undefined : given), choice(options).optional())

/** What a family told of its days, its way to a visit and how much it carries [R352]. */
export const keepProfile = act({
  name: 'households/keep-profile',
  by: householdKeepers,
  given: z.object({
    studentId: id,
    /** The profile that was shown; 0 where there was none. */
    version: whole(0, 1_000_000),
    workLimits: choices(choice(workLimits)),
    transport: asked(familyTransports),
    capacity: asked(capacities),
    siblingsShown: ticked,
  }),
  refusals: keepingWords,
  fields: { no_limits_and_some: 'workLimits' },
  async do(unit, { studentId, version, transport, capacity, ...told }) {
    const { tx, actor } = unit
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    const { schoolId } = student
    const subject = { type: 'student', id: student.id, studentId: student.id }
    unit.permit(schoolId === null || mayKeepHousehold(actor, { schoolId }), subject)
    const kept = await profileOf(tx, student.id)
    if ((kept?.version ?? 0) !== version) throw new Problem('changed_meanwhile')
    const because = obstaclesToKeeping(told, { hasSchool: schoolId !== null })
    if (because.length > 0 || schoolId === null) return refused(because)

    const profile = { ...told, transport: transport ?? null, capacity: capacity ?? null }
    const profileId = saveProfile(unit, { ...profile, studentId, schoolId }, kept)
    unit.record('family_profile.kept', { type: 'family_profile', id: profileId, studentId })
    return done({ studentId })
  },
})
