import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Beside, OwnStep } from './own-part.ts'

type Of = { district: string; partner: string }

/** A team an agency is on, before what it may still read of the packet is taken from it. */
export type OwnTeam = {
  readonly id: string
  readonly teamId: string
  readonly studentId: string
  readonly referralId: string
  readonly number: number
  readonly joinedAt: Date
  readonly content: { readonly identity?: { readonly name: string } }
}
const teams = statement(
  ($: Of) => sql<OwnTeam>`
    select m.id, m.team_id as "teamId", m.student_id as "studentId", m.referral_id as "referralId", f.number,
      m.joined_at as "joinedAt", ${opened('packet.content', 'p')} as content
    from wraparound_member m
    join referral f on f.district_id = m.district_id and f.id = m.referral_id
    join packet p on p.district_id = m.district_id and p.referral_id = m.referral_id
    where m.district_id = ${$.district} and m.partner_id = ${$.partner} and m.left_at is null
    order by m.joined_at desc, m.id limit 200`,
)

/** The teams an agency is on. */
export const ownTeams = (tx: Transaction, partner: string): Promise<OwnTeam[]> =>
  tx.all(teams, { district: tx.scope.districtId, partner })

const steps = statement(
  ($: Of) => sql<OwnStep & { id: string }>`
    select s.id, s.team_id as "teamId", s.what, s.due_on as "dueOn", s.outcome from wraparound_step s
    where s.district_id = ${$.district} and s.partner_id = ${$.partner}
    order by s.outcome is not null, s.due_on, s.id limit 1000`,
)

/** What an agency itself does on its teams. */
export const ownSteps = (tx: Transaction, partner: string): Promise<(OwnStep & { id: string })[]> =>
  tx.all(steps, { district: tx.scope.districtId, partner })

const beside = statement(
  ($: { now: Date }) => sql<Beside>`
    select team_id as "teamId", member_id as "memberId", side, role, agency, what, due_on as "dueOn", outcome
    from house.wraparound_beside(${$.now})`,
)

/** What stands beside it on the teams of the agency that asks: judged by the database, yes by yes. */
export const besideOwn = (tx: Transaction, now: Date): Promise<Beside[]> => tx.all(beside, { now })
