import type { Actor } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import type { Training } from '#access/trainings.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { modelInForce } from '#standards/contract.ts'
import { type Own, requiredNow, requiredOf, trainedAmong } from './own-store.ts'
import { countDue, firstRecorders, type Recorder } from './people-store.ts'
import { trainingRecorders } from './policy.ts'
import type { Standing } from './training.ts'
import { isDue, pairsAsked, rolesAsked, standingOf } from './rules.ts'

type At = { tx: Transaction; actor: Actor; now: Date }
type When = Pick<At, 'tx' | 'now'>

const todayOf = async ({ tx, now }: When) => dayOf(await calendarOf(tx), now)
const decidersOf = async ({ tx, now }: When) => (await modelInForce(tx, now)).triage_staff.body.roles

/** Which training is asked of which role now. */
export async function askedNow(when: When) {
  const required = await requiredNow(when.tx, when.now)
  return required.length === 0 ? [] : pairsAsked(required, await decidersOf(when))
}

/** Whom to ask for a training: the first who may record one at these schools, and is somebody else. */
export const whomToAsk = async (
  when: When,
  { schools, without }: { schools: readonly string[]; without: string | null },
): Promise<Recorder[]> =>
  firstRecorders(when.tx, { schools, roles: trainingRecorders, without, today: await todayOf(when) })

/** One training as somebody stands with it today. */
export type OwnTraining = Own & { standing: Standing; asked: boolean }

/** How somebody stands with each training their district requires, and which are asked of a role. */
export async function trainingsOf(
  { tx, now }: When,
  { personId, role }: { personId: string; role: Role },
): Promise<OwnTraining[]> {
  const today = await todayOf({ tx, now })
  const required = await requiredOf(tx, { person: personId, now, today })
  if (required.length === 0) return []
  const deciders = await decidersOf({ tx, now })
  return required.map((each) => ({
    ...each,
    standing: standingOf(each.until, today),
    asked: rolesAsked(each.topic, deciders).includes(role),
  }))
}

/** The same of whoever asks. */
export const ownTrainings = async ({ tx, actor, now }: At): Promise<OwnTraining[]> =>
  actor.personId === null ? [] : trainingsOf({ tx, now }, { personId: actor.personId, role: actor.role })

/** How many trainings somebody is asked for and has none, or one that ends soon; late where it is none. */
export async function countOwnDue(at: At): Promise<{ count: number; late: number }> {
  const due = (await ownTrainings(at)).filter((each) => each.asked && isDue(each.standing))
  return { count: due.length, late: due.filter((each) => each.standing !== 'soon').length }
}

/** How many people at schools within reach lack a training that is asked of them. */
export async function countLacking({ tx, actor, now }: At): Promise<number> {
  const pairs = await askedNow({ tx, now })
  return pairs.length === 0 ? 0 : countDue(tx, actor, { pairs, today: await todayOf({ tx, now }) })
}

/** Those of some people who are trained for something; everybody where no such training is required. */
export async function trainedOf<P extends { id: string }>(
  { tx, now }: When,
  { people, topic }: { people: readonly P[]; topic: Training },
): Promise<P[]> {
  if (!(await requiredNow(tx, now)).includes(topic)) return [...people]
  const ids = people.map(({ id }) => id)
  const trained = await trainedAmong(tx, { people: ids, topic, today: await todayOf({ tx, now }) })
  return people.filter(({ id }) => trained.has(id))
}

/** Why somebody may not do what a training opens: how it stands with them, and whom to ask. */
export type Lacking = { topic: Training; until: string | null; today: string; ask: Recorder[] }
export async function lackingOf(
  { tx, actor, now }: At,
  { topic, schools }: { topic: Training; schools: readonly string[] },
): Promise<Lacking> {
  const own = (await ownTrainings({ tx, actor, now })).find((each) => each.topic === topic)
  const ask = await whomToAsk({ tx, now }, { schools, without: actor.personId })
  return { topic, until: own?.until ?? null, today: await todayOf({ tx, now }), ask }
}
