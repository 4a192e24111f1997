import { assignCoordinator } from '#caseloads/assign-coordinator.ts'
import { agreeTime } from '#classroom/agree-time.ts'
import { addMember } from '#wraparound/add-member.ts'
import { addStep } from '#wraparound/add-step.ts'
import { formTeam } from '#wraparound/form-team.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Pick<Awaited<ReturnType<typeof agencyStory>>, 'being' | 'must'>

/** A team around a student, with a step somebody of the school does. */
async function teamIds({ being, must }: Story): Promise<Record<string, string>> {
  const given = { studentId: families.sofia.id }
  const { teamId } = must(await formTeam.perform(being('maya'), given))
  const maya = { teamId, side: 'school', personId: cast.daniel.id, role: 'helps_at_school' }
  const { memberId } = must(await addMember.perform(being('maya'), maya))
  const step = { teamId, memberId, what: 'check_in_school', dueOn: '2026-10-20' }
  return { teamId, memberId, stepId: must(await addStep.perform(being('maya'), step)).stepId }
}

/** A care coordinator of another agency than the one most referrals go to. */
export async function coordinatorIds(story: Story): Promise<Record<string, string>> {
  const given = { personId: cast.grace.id, partnerId: partners.northbank.id }
  const { coordinationId } = story.must(await assignCoordinator.perform(story.being('ruth'), given))
  const time = { kind: 'in_class', weekday: 1, fromAt: '09:00', untilAt: '10:00', lesson: 'math' }
  const agreed = { ...time, studentId: families.sofia.id, teacherId: cast.joan.id, partnerId: '' }
  const { classTimeId } = story.must(await agreeTime.perform(story.being('maya'), agreed))
  return { coordinationId, classTimeId, ...(await teamIds(story)) }
}
