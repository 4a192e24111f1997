import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { holdMember } from '#crisis/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { drillKeepers } from './policy.ts'
import { insertCredit } from './team-store.ts'
import { teamActWords } from './words.ts'

/** Hours as people write them: whole ones, and quarters. Up to 100 in one line. */
const hours = z.coerce
  .number({ error: 'Give the hours, such as 1.5' })
  .refine(
    (given) => given > 0 && given <= 100 && Number.isInteger(given * 4),
    'Give hours in quarters, up to 100',
  )

/** Continuing education a member of a crisis team is credited with [R114]. */
export const recordCredit = act({
  name: 'drills/record-credit',
  by: drillKeepers,
  given: z.object({ teamMemberId: id, title: text(120, 'Say what it was for'), hours, earnedOn: day }),
  refusals: teamActWords,
  fields: { earned_ahead: 'earnedOn' },
  async do(unit, { teamMemberId, title, hours: earned, earnedOn }) {
    const member = (await holdMember(unit, teamMemberId)) ?? notFound()
    const subject = { type: 'crisis_team_member', id: member.id }
    unit.permit(true, subject)
    if (earnedOn > dayOf(await calendarOf(unit.tx), unit.now)) return refused(['earned_ahead'])
    insertCredit(unit, { memberId: member.id, title, quarterHours: earned * 4, earnedOn })
    unit.record('crisis_team.credited', subject, { quarter_hours: earned * 4, earned_on: earnedOn })
    return done({ teamMemberId })
  },
})
