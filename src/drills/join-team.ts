import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { act, done } from '#access/act.ts'
import { teamKinds } from '#crisis/contract.ts'
import { findSchool } from '#district/contract.ts'
import { choice, id, mailAddress, phone, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { drillKeepers } from './policy.ts'
import { insertMember } from './team-store.ts'

const left = (given: unknown) => (given === '' ? undefined : given)

/** Puts a professional, a caregiver or a community partner on the crisis team of a school [R114]. */
export const joinTeam = act({
  name: 'drills/join-team',
  by: drillKeepers,
  given: z.object({
    schoolId: id,
    kind: choice(teamKinds, 'Choose whom they stand for'),
    name: text(120, 'Give their name'),
    role: text(120, 'Say what they do, or whom they come from'),
    phone: z.preprocess(left, phone().optional()),
    email: z.preprocess(left, mailAddress.optional()),
  }),
  async do(unit, { schoolId, phone: number, email, ...given }) {
    const school = (await findSchool(unit.tx, schoolId)) ?? notFound()
    if (!coversSchool(unit.actor, school.id)) notFound()
    unit.permit(true, { type: 'school', id: school.id })
    const reached = { phone: number ?? null, email: email ?? null }
    const teamMemberId = insertMember(unit, { schoolId, ...given, ...reached })
    unit.record('crisis_team.joined', { type: 'crisis_team_member', id: teamMemberId }, { kind: given.kind })
    return done({ teamMemberId })
  },
})
