import { completeDrill } from '#drills/complete-drill.ts'
import { joinTeam } from '#drills/join-team.ts'
import { planDrill } from '#drills/plan-drill.ts'
import { recordCredit } from '#drills/record-credit.ts'
import { recordFinding } from '#drills/record-finding.ts'
import { cast } from '../cast.ts'
import { schools } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const schoolId = schools.alderCreek.id

const team = [
  { kind: 'professional', name: 'Daniel Reyes', role: 'School counselor', phone: '555-0145' },
  { kind: 'caregiver', name: 'Rosa Whelan', role: 'Mother of two students', phone: '555-0190' },
  { kind: 'community', name: 'Jo Tanner', role: 'County mobile crisis team', email: 'jo@crisis.example' },
]

/**
 * The crisis team of Alder Creek is complete and went through a drill that showed two things. Harlow has a
 * drill ahead and a team without a caregiver; the other school never held one.
 */
export const drills: Story = async ({ teller, almanac: { moment, day } }) => {
  teller.at(moment(-24, '14:00'))
  const ruth = teller.being('ruth')
  const members = []
  for (const member of team) members.push(await perform(ruth, joinTeam, { schoolId, ...member }))
  const [daniel] = members
  const learned = { title: 'Talking with families in a crisis', hours: '1.5', earnedOn: day(-25) }
  await perform(ruth, recordCredit, { teamMemberId: daniel?.teamMemberId, ...learned })
  const planned = { schoolId, scenario: 'words_in_class', plannedOn: day(-20) }
  const { drillId } = await perform(ruth, planDrill, planned)

  teller.at(moment(-20, '15:40'))
  const present = ['ruth', 'daniel', 'joan', 'marcus', 'lucia'] as const
  await perform(ruth, completeDrill, {
    drillId,
    heldOn: day(-20),
    personIds: present.map((key) => cast[key].id),
    memberIds: members.slice(1).map(({ teamMemberId }) => teamMemberId),
  })
  await perform(ruth, recordFinding, {
    drillId,
    words: 'Nobody knew who calls when the lead is away. Put the backup on the card by each phone.',
    leadsTo: 'action',
    ownerId: cast.lucia.id,
    dueOn: day(2),
  })
  await perform(ruth, recordFinding, {
    drillId,
    words: 'The rubric asks twice about the same thing. Ask once.',
    leadsTo: 'standard',
    ownerId: cast.yolanda.id,
    dueOn: day(15),
  })
  teller.at(moment(-1, '10:10'))
  const ahead = { schoolId: schools.harlow.id, scenario: 'after_school', plannedOn: day(3) }
  await perform(ruth, planDrill, ahead)
  const priya = { kind: 'professional', name: 'Priya Nair', role: 'School counselor', phone: '555-0146' }
  await perform(ruth, joinTeam, { schoolId: schools.harlow.id, ...priya })
}
