import { cast } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'

const by = 'ruth' as const

/** Acts about drills and crisis teams. */
export const drillScenes = [
  {
    act: 'drills/plan-drill',
    by,
    given: { schoolId: schools.alderCreek.id, scenario: 'words_in_class', plannedOn: '2026-10-20' },
  },
  {
    act: 'drills/begin-drill',
    by,
    given: { drillId: '=timedDrill', personIds: cast.ruth.id },
  },
  {
    act: 'drills/add-present',
    by,
    given: { drillId: '=heldDrill', personIds: cast.joan.id },
  },
  {
    act: 'drills/complete-drill',
    by,
    given: { heldOn: '2026-10-13', personIds: cast.ruth.id, memberIds: '=teamMemberId' },
  },
  { act: 'drills/call-off-drill', by, given: {} },
  { act: 'drills/record-finding', by, given: { drillId: '=heldDrill', ownerId: cast.ruth.id } },
  { act: 'drills/finish-finding', by, given: { outcome: 'done' } },
  { act: 'drills/join-team', by, given: { schoolId: schools.alderCreek.id } },
  { act: 'drills/leave-team', by, given: {} },
  { act: 'drills/record-credit', by, given: { hours: '1.5', earnedOn: '2026-10-12' } },
] as const
