import type { Member, MemberSide, SchoolRole } from './team.ts'

/** Who is to join a team: one of the three ids, by the side. */
export type Joining = {
  readonly side: MemberSide
  readonly role?: SchoolRole | undefined
  readonly personId?: string | undefined
  readonly referralId?: string | undefined
  readonly caregiverId?: string | undefined
}
type Known = Pick<Member, 'side' | 'personId' | 'referralId' | 'caregiverId' | 'leftAt'>

/** What is so around a team when somebody is to join it. */
export type Around = {
  readonly ended: boolean
  readonly members: readonly Known[]
  /** People of the school who may be on a team about this student. */
  readonly staff: readonly string[]
  /** Caregivers who may be told. */
  readonly caregivers: readonly string[]
  /** Referrals whose agency accepted. */
  readonly accepted: readonly string[]
  /** Of those, the ones the family lets be coordinated with now. */
  readonly coordinated: readonly string[]
}

export type ObstacleToJoining =
  | 'team_ended'
  | 'person_missing'
  | 'role_missing'
  | 'agency_missing'
  | 'caregiver_missing'
  | 'not_consented'
  | 'on_it_already'

const same = (one: Known, other: Joining) =>
  one.side === other.side &&
  (one.side === 'student' ||
    (one.personId !== null && one.personId === other.personId) ||
    (one.referralId !== null && one.referralId === other.referralId) ||
    (one.caregiverId !== null && one.caregiverId === other.caregiverId))

const among = (known: readonly string[], id: string | undefined) => id !== undefined && known.includes(id)

function obstaclesToWhom(joining: Joining, around: Around): ObstacleToJoining[] {
  const { side, role, personId, referralId, caregiverId } = joining
  const found: [boolean, ObstacleToJoining][] = [
    [side === 'school' && !among(around.staff, personId), 'person_missing'],
    [side === 'school' && role === undefined, 'role_missing'],
    [side === 'agency' && !among(around.accepted, referralId), 'agency_missing'],
    [
      side === 'agency' && among(around.accepted, referralId) && !among(around.coordinated, referralId),
      'not_consented',
    ],
    [side === 'caregiver' && !among(around.caregivers, caregiverId), 'caregiver_missing'],
  ]
  return found.flatMap(([stops, obstacle]) => (stops ? [obstacle] : []))
}

/** Everything in the way of somebody joining a team: an agency joins on the family's yes [R173]. */
export function obstaclesToJoining(joining: Joining, around: Around): ObstacleToJoining[] {
  if (around.ended) return ['team_ended']
  const already = around.members.some((each) => each.leftAt === null && same(each, joining))
  return [...obstaclesToWhom(joining, around), ...(already ? (['on_it_already'] as const) : [])]
}

export type ObstacleToStep = 'team_ended' | 'member_gone' | 'due_in_the_past'

/** Why a step cannot be put in the plan so. */
export const obstaclesToStep = (
  { dueOn, today }: { dueOn: string; today: string },
  around: { ended: boolean; member: Pick<Member, 'leftAt'> | undefined },
): ObstacleToStep[] =>
  around.ended
    ? ['team_ended']
    : [
        ...(around.member === undefined || around.member.leftAt !== null ? (['member_gone'] as const) : []),
        ...(dueOn < today ? (['due_in_the_past'] as const) : []),
      ]
