import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { addDisclosure } from '#consent/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type AroundTeam, aroundTeam } from './around-team.ts'
import { insertMember, nobody } from './member-store.ts'
import { mayKeepTeam, teamKeepers } from './policy.ts'
import { type Joining, obstaclesToJoining } from './rules.ts'
import { holdTeam } from './store.ts'
import { memberSides, roleOf, schoolRoles, type Team } from './team.ts'
import { joiningWords } from './words.ts'

const empty = (given: unknown) => (given === '' ? undefined : given)
const Given = z.object({
  teamId: id,
  side: choice(memberSides, 'Choose who joins'),
  role: z.preprocess(empty, choice(schoolRoles).optional()),
  personId: z.preprocess(empty, id.optional()),
  referralId: z.preprocess(empty, id.optional()),
  caregiverId: z.preprocess(empty, id.optional()),
})

/** Whom a membership names: what does not belong to its side is left out. */
function whomOf({ side, personId, referralId, caregiverId }: Joining, around: AroundTeam) {
  if (side === 'school') return { ...nobody, personId: personId ?? null }
  if (side === 'caregiver') return { ...nobody, caregiverId: caregiverId ?? null }
  const agency = around.agencies.find((each) => side === 'agency' && each.id === referralId)
  if (agency === undefined) return nobody
  const consentId = around.consents.get(agency.id) ?? null
  return { ...nobody, referralId: agency.id, partnerId: agency.partnerId, consentId }
}

/** That an agency is on the team, and reads who does what by when, is told on the family's yes to it. */
function tell(unit: Unit, { studentId }: Team, whom: ReturnType<typeof whomOf>) {
  const { referralId, partnerId, consentId } = whom
  if (referralId === null || partnerId === null || consentId === null) return
  const at = { referralId, studentId, partnerId, consentId }
  addDisclosure(unit, {
    ...at,
    direction: 'to_partner',
    items: ['coordination'],
    purpose: 'continuity_of_care',
  })
  unit.record('team.told', { type: 'referral', id: referralId, studentId }, { partner: partnerId })
}

/** Somebody joins the team around a student [R173]. */
export const addMember = act({
  name: 'wraparound/add-member',
  by: teamKeepers,
  given: Given,
  refusals: joiningWords,
  fields: {
    person_missing: 'personId',
    role_missing: 'role',
    agency_missing: 'referralId',
    not_consented: 'referralId',
    caregiver_missing: 'caregiverId',
  },
  async do(unit, { teamId, ...joining }) {
    const team = (await holdTeam(unit, teamId)) ?? notFound()
    const { studentId } = team
    unit.permit(mayKeepTeam(unit.actor, team), { type: 'wraparound_team', id: team.id, studentId })
    const around = await aroundTeam(unit, team)
    const obstacles = obstaclesToJoining(joining, {
      ended: team.endedAt !== null,
      members: around.members,
      staff: around.staff.map((each) => each.id),
      caregivers: around.caregivers.map((each) => each.id),
      accepted: around.agencies.map((each) => each.id),
      coordinated: [...around.consents.keys()],
    })
    if (obstacles.length > 0) return refused(obstacles)

    const { side } = joining
    const role = side === 'school' ? (joining.role ?? 'helps_at_school') : roleOf[side]
    const whom = whomOf(joining, around)
    const memberId = insertMember(unit, { ...whom, teamId, studentId, side, role })
    unit.record('team.joined', { type: 'wraparound_member', id: memberId, studentId }, { side, role })
    tell(unit, team, whom)
    return done({ teamId, studentId, memberId })
  },
})
