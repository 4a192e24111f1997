import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { type EmergencyUse, emergencyUseOf } from './emergency-use.ts'
import { entriesOf } from './entry-store.ts'
import type { Entry } from './entry.ts'
import { incidentFollowers } from './policy.ts'
import { departureAt, departuresOf, isOverEscalated, leftOutOf, responseOf } from './departures.ts'
import { explanationOf, levelAt, levelNow, loweringsOf, reviewOf } from './levels.ts'
import { incidentsWithCalls } from './store.ts'
import { standardFor } from './write-entry.ts'

const days = 365

type Used = EmergencyUse & { incidentId: string; schoolName: string }

/** What departed in one incident: calls that were not the tree's, steps left out, and runs below high. */
async function departuresIn(
  view: Viewing,
  { incident, entries }: { incident: { id: string; schoolName: string }; entries: readonly Entry[] },
) {
  const { body: standard } = await standardFor(view, entries)
  const said = { entries, standard }
  const row = (each: Entry) => ({
    incidentId: incident.id,
    schoolName: incident.schoolName,
    what: ['rubric_run', 'step_skipped'].includes(each.kind) ? each.what : responseOf(each),
    at: each.happenedAt,
    reason: explanationOf(entries, each)?.words ?? null,
    reviewer: explanationOf(entries, each)?.personName ?? null,
    finding: reviewOf(entries, each)?.what ?? null,
    found: reviewOf(entries, each)?.words ?? null,
  })
  const calls = departuresOf(said).map((call) => ({
    ...row(call),
    of: 'call' as const,
    level: levelAt(entries, call) ?? null,
    how: departureAt(said, call) ?? null,
    isOverEscalated: isOverEscalated(said, call),
  }))
  // A lower run that nobody gave a reason for lowers nothing: there is nothing to look at.
  const runs = loweringsOf(entries).filter((run) => explanationOf(entries, run) !== undefined)
  const high = { level: 'high', how: 'lower', isOverEscalated: false } as const
  const none = { level: levelNow(entries) ?? null, how: null, isOverEscalated: false } as const
  return [
    ...calls,
    ...leftOutOf(said).map((step) => ({ ...row(step), of: 'step' as const, ...none })),
    ...runs.map((run) => ({ ...row(run), of: 'run' as const, ...high })),
  ]
}

/** The queue of calls that were not what the level said, those that wait for a second look first [R104]. */
export const lookDepartures = look({
  name: 'crisis/departures',
  by: incidentFollowers,
  given: z.object({}),
  shows: { for: 'crisis', whole: ['crisis'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const since = new Date(now.getTime() - days * 86_400_000)
    const incidents = await incidentsWithCalls(tx, actor, since)
    const [all, uses] = [[] as Awaited<ReturnType<typeof departuresIn>>, [] as Used[]]
    for (const incident of incidents) {
      const entries = await entriesOf(tx, incident.id)
      const use = emergencyUseOf(entries)
      if (use !== undefined) uses.push({ ...use, incidentId: incident.id, schoolName: incident.schoolName })
      all.push(...(await departuresIn(view, { incident, entries })))
    }
    view.saw({
      type: 'crisis_incident',
      id: null,
      studentIds: [...new Set(incidents.flatMap(({ studentId }) => (studentId === null ? [] : [studentId])))],
    })
    return {
      departures: all.toSorted(
        (one, other) =>
          Number(one.finding !== null) - Number(other.finding !== null) || Number(other.at) - Number(one.at),
      ),
      uses: uses.toSorted((one, other) => Number(other.at) - Number(one.at)),
      waiting: all.filter(({ finding }) => finding === null).length,
      overEscalated: all.filter((each) => each.isOverEscalated).length,
      days,
      timeZone: (await calendarOf(tx)).timeZone,
      at: now,
    }
  },
})
export type SeenDepartures = Awaited<ReturnType<typeof lookDepartures.see>>
