import type { Viewing } from '#access/look.ts'
import { personTold } from '#access/told.ts'
import { lacks } from '#access/trained.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice } from '#concerns/contract.ts'
import { lackingOf, trainedOf } from '#training/contract.ts'
import { addEntry } from './entry-store.ts'
import type { Entry } from './entry.ts'
import { type Incident, subjectOf } from './incident.ts'
import { levelNow } from './levels.ts'
import { peopleToTell } from './tell.ts'

/** Whether whoever acts has no training to run the rubric. A drill teaches: there it is theirs to run. */
export const cannotRun = ({ actor }: Pick<Unit, 'actor'>, { drillId }: Pick<Incident, 'drillId'>): boolean =>
  drillId === null && actor.personId !== null && lacks(actor, 'rubric')

const askedIn = (entries: readonly Entry[]) => entries.findLast(({ kind }) => kind === 'trained_asked')

/** Whether somebody trained may still be asked: nobody was, and nobody ran the rubric meanwhile. */
export const mayAskTrained = (
  entries: readonly Entry[],
  { state, drillId }: Pick<Incident, 'state' | 'drillId'>,
): boolean =>
  state !== 'closed' && drillId === null && askedIn(entries) === undefined && levelNow(entries) === undefined

/**
 * Asks the first who is told of an incident and is trained to run the rubric, and lets the lead know. The
 * incident says so and goes on: nothing in it waits for a training but the rubric [R106] [R308].
 */
export async function askSomebodyTrained(unit: Unit, incident: Incident): Promise<void> {
  const people = await peopleToTell(unit, incident)
  const [lead] = people
  const [trained] = await trainedOf(unit, { people, topic: 'rubric' })
  const kind = 'crisis.trained_asked'
  const subject = subjectOf(incident)
  for (const personId of new Set([trained?.id, lead?.id])) {
    if (personId === undefined) continue
    insertNotice(unit, { personId, kind, subject })
    await unit.tell(personTold, { personId, kind, subject })
  }
  const personId = trained?.id ?? lead?.id ?? null
  addEntry(unit, incident, { kind: 'trained_asked', personId, happenedAt: unit.now })
  unit.record('crisis.trained_asked', subject, { person: personId })
}

/** What of a training stands between whoever reads an incident and the rubric, and who runs it for them. */
export async function rubricFor(view: Viewing, incident: Incident, entries: readonly Entry[]) {
  const asked = askedIn(entries)
  const of = {
    asked: asked === undefined ? null : { at: asked.happenedAt, name: asked.personName },
    /** In a drill they run it, and read that in a crisis they would not. */
    drilled: incident.drillId !== null && lacks(view.actor, 'rubric'),
  }
  if (!cannotRun(view, incident)) return { ...of, lacking: null, trained: [], mayAsk: false, waits: false }
  const people = await peopleToTell(view, incident)
  const trained = await trainedOf(view, { people, topic: 'rubric' })
  return {
    ...of,
    lacking: await lackingOf(view, { topic: 'rubric', schools: [incident.schoolId] }),
    trained: trained.map(({ name, phone }) => ({ name, phone })),
    mayAsk: mayAskTrained(entries, incident),
    /** Somebody trained was asked: for whoever reads this the next step is next. */
    waits: asked !== undefined,
  }
}
