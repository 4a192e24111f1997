import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

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

export const find = statement(
  ($: { district: string; person: string; now: Date }) => sql<Invited>`
    select p.district_id as "districtId", p.id as "personId", p.name, p.email, p.language,
      p.login_id as "loginId", d.name as "districtName",
      coalesce((select json_agg(json_build_object('role', a.role)) from assignment a
        where a.district_id = p.district_id and a.person_id = p.id and a.ended_at is null), '[]') as roles
    from person p join district d on d.district_id = p.district_id
    where p.district_id = ${$.district} and p.id = ${$.person} and (p.ended_at is null or p.ended_at > ${$.now})`,
)
export const setLogin = statement(
  ($: { district: string; person: string; login: string }) => sql`
    update person set login_id = ${$.login}
    where district_id = ${$.district} and id = ${$.person} and (login_id is null or login_id = ${$.login})`,
)
