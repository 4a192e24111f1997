import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { followedSteps, recordOf, stepTimes } from '#crisis/contract.ts'
import { requestReaders } from '#debriefs/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import type { Drill } from './drill.ts'
import { findingsOfDrill } from './finding-store.ts'
import { ownersFor } from './owners.ts'
import { presentAt } from './part-store.ts'
import { peopleFor } from './people-for.ts'
import { drillKeepers, drillReaders } from './policy.ts'
import { namedLike, obstaclesToAdding } from './rules.ts'
import { findDrill } from './store.ts'

/** So many people are marked on one page: a longer list would weigh too much, and is searched by name. */
const most = 150

/** Who can be marked as taking part: of the staff those whose name is like what was typed. */
async function toMark(view: Viewing, drill: Drill, typed: string) {
  const known = await peopleFor(view, drill.schoolId)
  const present = new Set((await presentAt(view.tx, drill.id)).map((each) => each.id))
  const isNew = (each: { id: string }) => !present.has(each.id)
  const { shown, more } = namedLike(known.staff.filter(isNew), { typed, most })
  return { staff: shown, team: known.team.filter(isNew), more, searched: more > 0 || typed !== '' }
}

/** How long each step of a timed drill took, once it is over: until then the live incident has its page. */
async function timesOf(view: Viewing, drill: Drill) {
  const recorded = drill.begunAt === null ? undefined : await recordOf(view, drill.id)
  if (recorded === undefined) return null
  const { startedAt, closedAt } = recorded.incident
  const followed = followedSteps(recorded)
  const times = stepTimes(recorded, closedAt ?? view.now)
  return {
    startedAt,
    isRunning: closedAt === null,
    steps: times.map((time) => ({ ...time, followed: followed[time.step] })),
  }
}

/** One drill: the scenario, who took part, how long the steps took, and what it showed. */
export const lookDrill = look({
  name: 'drills/drill',
  by: drillReaders,
  given: z.object({ drillId: id, who: optionalText(80) }),
  shows: 'no student',
  async see(view, { drillId, who = '' }) {
    const { tx, actor, now } = view
    const drill = (await findDrill(tx, actor, drillId)) ?? notFound()
    view.permit(true)
    view.sawNoStudent()
    const keeps = (drillKeepers as readonly string[]).includes(actor.role)
    const open = drill.completedAt === null && drill.calledOffAt === null
    const owners = keeps && drill.completedAt !== null ? await ownersFor(view, drill.schoolId, 'action') : []
    const adds = keeps && obstaclesToAdding(drill).length === 0
    const nobody = { staff: [], team: [], more: 0, searched: false }
    const present = await presentAt(tx, drillId)
    return {
      drill,
      open,
      keeps,
      adds,
      people: adds || (keeps && open) ? await toMark(view, drill, who) : nobody,
      who,
      present,
      takesPart: present.some((each) => each.id === actor.personId),
      times: await timesOf(view, drill),
      findings: await findingsOfDrill(tx, drillId),
      owners: owners.map((person) => ({ id: person.id, name: person.name, role: person.role })),
      personId: actor.personId,
      readsRequests: (requestReaders as readonly string[]).includes(actor.role),
      today: dayOf(await calendarOf(tx), now),
      timeZone: (await calendarOf(tx)).timeZone,
    }
  },
})
export type SeenDrill = Awaited<ReturnType<typeof lookDrill.see>>
