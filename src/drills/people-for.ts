import type { Actor } from '#access/actor.ts'
import { schoolStaff } from '#access/roles.ts'
import { staffAt } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { teamsOf } from './team-store.ts'

/** More people than that sit at no table: a list of them would weigh too much. */
const most = 150

type At = { tx: Transaction; actor: Actor; now: Date }

/** Who can take part in a drill of a school: whoever works there now, and its crisis team. */
export async function peopleFor({ tx, actor, now }: At, schoolId: string) {
  const working = await staffAt(tx, { schoolId, roles: schoolStaff, about: [], now })
  const team = (await teamsOf(tx, actor)).filter((member) => member.schoolId === schoolId)
  const byName = <P extends { name: string }>(people: readonly P[]) =>
    people.toSorted((one, other) => one.name.localeCompare(other.name))
  return {
    staff: byName(working.slice(0, most)).map(({ id, name, role }) => ({ id, name, role })),
    team: byName(team).map(({ id, name, kind }) => ({ id, name, kind })),
  }
}
