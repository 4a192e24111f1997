import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type AroundTeam, aroundTeam, mayBeGiven } from './around-team.ts'
import { mayKeepTeam, teamKeepers } from './policy.ts'
import { stepsOf } from './step-store.ts'
import { teamOf } from './store.ts'
import type { Team } from './team.ts'

/** Members as the school reads them: a caregiver by name where the reader may know how to reach one. */
const membersSeen = (view: Viewing, around: AroundTeam) =>
  around.members.map(({ personId, partnerId: _, caregiverId: __, referralId, ...member }) => ({
    ...member,
    mayBeGiven: mayBeGiven(around, { ...member, personId }),
    name: member.side === 'caregiver' && !view.knows('contact_details') ? null : member.name,
    /** An agency whose yes does not hold any more reads nothing of the team. */
    readsNothing: referralId !== null && !around.consents.has(referralId),
  }))

const choicesOf = (view: Viewing, { staff, agencies, consents, caregivers }: AroundTeam) => ({
  staff: staff.map(({ id: personId, name, role }) => ({ id: personId, name, role })),
  agencies: agencies.map(({ id: referralId, name }) => ({
    id: referralId,
    name,
    consented: consents.has(referralId),
  })),
  caregivers: view.knows('contact_details') ? caregivers : [],
})

async function seenTeam(view: Viewing, team: Team) {
  const around = await aroundTeam(view, team)
  const steps = await stepsOf(view.tx, team.id)
  return {
    id: team.id,
    formedAt: team.formedAt,
    endedAt: team.endedAt,
    mayKeep: mayKeepTeam(view.actor, team) && team.endedAt === null,
    members: membersSeen(view, around),
    steps: steps.map(({ id: stepId, memberId, what, dueOn, outcome }) => ({
      id: stepId,
      memberId,
      what,
      dueOn,
      outcome,
    })),
    choices: choicesOf(view, around),
  }
}

/** The team around a student: who is on it, and the plan they share [R173]. */
export const lookTeam = look({
  name: 'wraparound/team',
  by: teamKeepers,
  given: z.object({ studentId: id }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'], parts: ['contact_details'] },
  async see(view, { studentId }) {
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const [team, calendar] = await Promise.all([teamOf(tx, student.id), calendarOf(tx)])
    const { schoolId } = student
    return {
      student: { id: student.id, name: studentName(student), schoolName: student.schoolName },
      team: team && (await seenTeam(view, team)),
      mayForm: schoolId !== null && mayKeepTeam(actor, { schoolId }),
      timeZone: calendar.timeZone,
      today: dayOf(calendar, now),
      now,
    }
  },
})
export type SeenTeamPage = Awaited<ReturnType<typeof lookTeam.see>>
export type SeenTeam = NonNullable<SeenTeamPage['team']>
