import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { systemActor } from '../actor.ts'
import { writeTraces } from '../trail.ts'

/** Who is invited, as the invitation and the rules about a password need to know them. */
export type Invited = {
  districtId: string
  personId: string
  name: string
  email: string | null
  language: string
  loginId: string | null
  districtName: string
  /** The roles of every assignment that has not ended. */
  roles: readonly { role: string }[]
}

export type PersonKey = { districtId: string; personId: string }

const find = statement(
  ($: { district: string; person: string; now: Date }) => sql<Invited>`
    select p.district_id as "districtId", p.id as "personId", p.name, p.email, p.language,
      p.login_id as "loginId", d.name as "districtName",
      coalesce((select json_agg(json_build_object('role', a.role)) from assignment a
        where a.district_id = p.district_id and a.person_id = p.id and a.ended_at is null), '[]') as roles
    from person p join district d on d.district_id = p.district_id
    where p.district_id = ${$.district} and p.id = ${$.person} and (p.ended_at is null or p.ended_at > ${$.now})`,
)
const setLogin = statement(
  ($: { district: string; person: string; login: string }) => sql`
    update person set login_id = ${$.login}
    where district_id = ${$.district} and id = ${$.person} and (login_id is null or login_id = ${$.login})`,
)

/** A person who has not left; undefined otherwise. */
export const findPerson = (
  db: Db,
  { districtId, personId }: PersonKey,
  now: Date,
): Promise<Invited | undefined> =>
  db.transaction({ districtId, side: 'system' }, (tx) =>
    tx.maybe(find, { district: districtId, person: personId, now }),
  )

/**
 * Joins a person and their sign-in account, and writes it down.
 * @throws when the person has another account already
 */
export async function joinLogin(
  db: Db,
  { districtId, personId }: PersonKey,
  { loginId, at, name }: { loginId: string; at: Date; name: 'invitation.taken_up' | 'login.provided' },
): Promise<void> {
  await db.transaction({ districtId, side: 'system' }, async (tx) => {
    const changed = await tx.run(setLogin, { district: districtId, person: personId, login: loginId })
    if (changed !== 1) throw new Error('The person has another sign-in account')
    const subject = { type: 'person', id: personId }
    writeTraces(tx, { actor: systemActor(districtId), at }, [{ kind: 'sign_in', name, subject }])
  })
}
