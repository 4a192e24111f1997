import type { Actor } from '#access/actor.ts'
import { schoolStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { staffAt } from '#concerns/contract.ts'
import { teamsOf } from '#crisis/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { type Parts, presentAt } from './part-store.ts'

type At = { tx: Transaction; actor: Actor; now: Date }

/** Who can take part in a drill of a school: whoever works there now, and its crisis team, each by name. */
export async function peopleFor({ tx, actor, now }: At, schoolId: string) {
  const working = await staffAt(tx, { schoolId, roles: schoolStaff, about: [], now })
  const team = (await teamsOf(tx, actor)).filter((member) => member.schoolId === schoolId)
  const byName = <P extends { name: string }>(people: readonly P[]) =>
    people.toSorted((one, other) => one.name.localeCompare(other.name))
  return {
    staff: byName(working).map(({ id, name, role }) => ({ id, name, role })),
    team: byName(team).map(({ id, name, kind }) => ({ id, name, kind })),
  }
}

/** Those of the people given who are not on the list yet; undefined where somebody cannot take part. */
export async function newParts(
  unit: Unit,
  { id, schoolId }: { id: string; schoolId: string },
  given: Parts,
): Promise<Parts | undefined> {
  const known = await peopleFor(unit, schoolId)
  const before = new Set((await presentAt(unit.tx, id)).map((each) => each.id))
  const isKnown = (ids: readonly string[], among: readonly { id: string }[]) =>
    ids.every((each) => among.some((one) => one.id === each))
  if (!isKnown(given.people, known.staff) || !isKnown(given.members, known.team)) return undefined
  const fresh = (ids: readonly string[]) => [...new Set(ids)].filter((each) => !before.has(each))
  return { people: fresh(given.people), members: fresh(given.members) }
}
