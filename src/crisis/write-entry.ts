import { z } from 'zod'
import { refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice } from '#concerns/contract.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { day, id, timeOfDay } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import type { Transaction } from '#platform/database/database.ts'
import { type CrisisStandard, getStandard, modelInForce } from '#standards/contract.ts'
import { partOf } from './alert-store.ts'
import { staysThere } from './another-student.ts'
import { addEntry, entriesOf } from './entry-store.ts'
import type { Draft, Entry, EntryKind } from './entry.ts'
import { type Incident, newsKind, subjectOf } from './incident.ts'
import { rightedBy } from './passing-store.ts'
import { mayFollow } from './policy.ts'
import { type Running } from './levels.ts'
import { checkDueAt } from './rules.ts'
import { holdIncident, saveIncident } from './store.ts'
import { setCheck } from './tell.ts'
import { tellOutside } from './tell-outside.ts'
import type { Treating } from './treating.ts'
import { obstaclesToWriting } from './writing.ts'

/** When something happened, if not now. What does not fit is read as now: no time ever stops an entry. */
export const happened = {
  atTime: timeOfDay.optional().catch(undefined),
  onDay: day.optional().catch(undefined),
  /** The instant itself, of what a device kept while there was no network. */
  happenedAt: z.iso.datetime().optional().catch(undefined),
  /** When it was pressed first, where nobody was signed in any more: they press it again from its page. */
  pressedAt: z.iso.datetime().optional().catch(undefined),
  /** What the page showed last: somebody may have written the same down since. */
  seen: id.optional().catch(undefined),
}
const Happened = z.object(happened)
export type Happened = z.output<typeof Happened>

/** The version the rubric was run by, else the one in force: an incident is judged by what it used. */
export async function standardFor(
  { tx, now }: { tx: Transaction; now: Date },
  entries: readonly Entry[],
): Promise<{ id: string; body: CrisisStandard }> {
  const used = entries.findLast(({ standardId }) => standardId !== null)?.standardId
  const { id, body } = used ? await getStandard(tx, used) : (await modelInForce(tx, now)).crisis
  return { id, body: body as CrisisStandard }
}

export type Held = Omit<Running, 'incident'> & { incident: Incident; standardId: string }

/** Takes an incident for the rest of the act: two people at once go one after the other. */
export async function workOnIncident(unit: Unit, incidentId: string): Promise<Held> {
  const incident = (await holdIncident(unit, incidentId)) ?? notFound()
  if (!mayFollow(unit.actor, incident, await partOf(unit.tx, incidentId))) notFound()
  unit.permit(true, subjectOf(incident))
  const entries = await entriesOf(unit.tx, incidentId)
  const standard = await standardFor(unit, entries)
  return { incident, entries, standard: standard.body, standardId: standard.id }
}

const week = 7 * 86_400_000
/** An instant a device kept: one that is to come, or long ago, is a clock that is wrong. */
export function keptInstant(kept: string | undefined, now: Date): Date | undefined {
  const ago = kept === undefined ? -1 : now.getTime() - Date.parse(kept)
  return ago >= 0 && ago < week ? new Date(now.getTime() - ago) : undefined
}

/** The instant somebody means: of today, or of the evening before where the clock has not come to it yet. */
export async function happenedAt(
  unit: Unit,
  { atTime, onDay, happenedAt: kept, pressedAt }: Omit<Happened, 'seen'>,
): Promise<Date> {
  const instant = keptInstant(kept ?? pressedAt, unit.now)
  if (instant !== undefined) return instant
  if (atTime === undefined) return unit.now
  const calendar = await calendarOf(unit.tx)
  const at = instantAt(calendar, onDay ?? dayOf(calendar, unit.now), atTime)
  if (at <= unit.now) return at
  const before = instantAt(calendar, dayOf(calendar, new Date(unit.now.getTime() - 86_400_000)), atTime)
  return onDay === undefined && before <= unit.now ? before : unit.now
}

/** An entry that says the words of what was pressed without a network: it speaks of that, and of its time. */
export const wordsFor = (pressed: Entry | undefined, draft: Draft, when: Happened): [Draft, Happened] =>
  pressed === undefined
    ? [draft, when]
    : [
        { ...draft, aboutId: pressed.id },
        { happenedAt: pressed.happenedAt.toISOString(), seen: when.seen },
      ]

/** What says why at once, with who looks at it. */
const explained: readonly EntryKind[] = ['response_called', 'step_skipped']

type Said = {
  draft: Draft
  reason?: string | undefined
  reviewerId?: string | undefined
  /** The agency that treats the student, where it was told. */
  agency?: Treating | undefined
}

/**
 * What a device kept without a network goes on with the incident where that was put right meanwhile: nobody
 * there could have known.
 */
async function whereItGoesOn(unit: Unit, held: Held, { draft, when }: { draft: Draft; when: Happened }) {
  const { endedAs, id } = held.incident
  if (endedAs !== 'another_student' || when.happenedAt === undefined || staysThere(draft.kind)) return held
  const nextId = await rightedBy(unit.tx, id)
  const incident = nextId === undefined ? undefined : await holdIncident(unit, nextId)
  if (incident === undefined) return held
  unit.record('crisis.carried_on', subjectOf(incident), { kind: draft.kind })
  return { ...held, incident, entries: await entriesOf(unit.tx, incident.id) }
}

/** Judges an entry, keeps it, and starts the timer anew. @returns why not, or the id of the entry */
export async function writeEntry(
  unit: Unit,
  { held: asked, said, when }: { held: Held; said: Said; when: Happened },
) {
  const held = await whereItGoesOn(unit, asked, { draft: said.draft, when })
  const { incident, standard } = held
  const because = obstaclesToWriting(held, {
    ...said,
    by: unit.actor.personId,
    seen: when.seen,
    isSentLater: when.happenedAt !== undefined,
  })
  if (because.length > 0) return refused(because)
  const at = await happenedAt(unit, when)
  const entryId = addEntry(unit, incident, { ...said.draft, happenedAt: at })
  const { kind, what = null, words = null, items = null } = said.draft
  const entry = { id: entryId, kind, what, words, items, happenedAt: at, enteredBy: unit.actor.personId }
  await tellOutside(unit, incident, { entry, agency: said.agency })
  if (said.reviewerId !== undefined) askReviewer(unit, incident, said.reviewerId)
  if (said.reason !== undefined && said.reviewerId !== undefined && explained.includes(kind))
    explain(unit, incident, { reason: said.reason, reviewerId: said.reviewerId, aboutId: entryId })
  if (incident.state !== 'closed') {
    const due = checkDueAt(standard, unit.now)
    saveIncident(unit, { ...incident, checkDueAt: due })
    setCheck(unit, { incidentId: incident.id, at: due })
  }
  return entryId
}

/** Whoever is asked to look at a departure is told of it. */
const askReviewer = (unit: Unit, incident: Incident, personId: string) =>
  insertNotice(unit, { personId, kind: newsKind(incident, 'review_asked'), subject: subjectOf(incident) })

/** Keeps why a call departs from the tree, and who looks at it. */
const explain = (
  unit: Unit,
  incident: Incident,
  { reason, reviewerId, aboutId }: { reason: string; reviewerId: string; aboutId: string },
) =>
  addEntry(unit, incident, {
    kind: 'departure_explained',
    words: reason,
    personId: reviewerId,
    aboutId,
    happenedAt: unit.now,
  })
