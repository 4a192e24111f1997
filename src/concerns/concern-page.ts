import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { consentsOf, shelfOf } from '#consent/contract.ts'
import { getPartner } from '#directory/contract.ts'
import { calendarOf, dayOf, findSchool } from '#district/contract.ts'
import { getStudentCard, personNames, searchStudents, studentName } from '#people/contract.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { clockWords, dayWords, missesOf } from '#standards/contract.ts'
import type { Concern } from './concern.ts'
import { findOpened } from './consequence-store.ts'
import { decidersAt } from './deciders.ts'
import { decisionOf, decisionsOf } from './decision-store.ts'
import { concernLifecycle } from './lifecycle.ts'
import { followIfNamed, followsQueue, mayRead, mayTriage, whyNotTriaging } from './policy.ts'
import { questionsOf } from './question-store.ts'
import { openBeside } from './queue-store.ts'
import { isOverdue } from './rules.ts'
import { latestScreening } from './screening-store.ts'
import { findConcern } from './store.ts'

/**
 * Finds a concern its reader may read; one they may not looks like one that does not exist. @throws Problem
 * not_found
 */
export async function readConcern(view: Viewing, concernId: string): Promise<Concern> {
  const concern = (await findConcern(view, concernId)) ?? notFound()
  const reader = { actor: view.actor, deciders: await decidersAt(view) }
  view.permit(followsQueue(view.actor.role, reader.deciders))
  if (!mayRead(reader, concern)) notFound()
  return concern
}

/** Students a request from the public page may be about: by the name typed there, or by a name typed now. */
async function candidates(view: Viewing, { studentId, aboutName }: Concern, typed: string | undefined) {
  if (studentId !== null) return []
  return searchStudents(view.tx, view.actor, { typed: typed || (aboutName ?? '') })
}

/** What the family allowed, agency by agency: shown wherever a student is talked about [R146]. */
async function allowedBy(view: Viewing, studentId: string) {
  const { tx, now } = view
  if (!view.knows('consent')) return []
  const consents = await consentsOf(tx, studentId)
  const shelves = []
  for (const partnerId of new Set(consents.map((consent) => consent.partnerId))) {
    const { shortName: partner } = await getPartner(tx, partnerId)
    const rows = shelfOf(consents, { partnerId, now }).filter(({ is }) => is !== 'not_asked')
    shelves.push({ partner, rows })
  }
  return shelves
}

/** A concern without who it is about or how whoever asked is reached, where they may not know. */
const knownOf = (view: Viewing, concern: Concern): Concern => ({
  ...concern,
  ...(!view.knows('identity') && { aboutName: null, aboutGrade: null }),
  ...(!view.knows('contact_details') && { askedBy: null, askedByContact: null }),
})

async function aboutStudent(view: Viewing, { studentId, id: concernId }: Concern) {
  if (studentId === null || !view.knows('identity'))
    return { student: null, beside: [], decisions: [], allowed: [] }
  const card = await getStudentCard(view.tx, studentId)
  const decided = view.knows('triage') ? await decisionsOf(view.tx, studentId) : []
  return {
    student: { id: studentId, name: studentName(card), grade: card.grade, schoolName: card.schoolName },
    beside: await openBeside(view.tx, { studentId, id: concernId }),
    allowed: await allowedBy(view, studentId),
    decisions: decided.map(({ id: decisionId, chosen, tier, decidedAt }) => ({
      id: decisionId,
      path: chosen,
      tier,
      decidedAt,
    })),
  }
}

/** What has been done about a concern so far, and by whom. */
async function workDone(view: Viewing, { id: concernId, reporterId, acknowledgedBy, closedBy }: Concern) {
  const { tx } = view
  const triaged = view.knows('triage')
  const questions = await questionsOf(tx, concernId)
  const decision = triaged ? await decisionOf(tx, concernId) : undefined
  const names = await personNames(tx, [
    reporterId,
    acknowledgedBy,
    closedBy,
    ...questions.map(({ askedBy }) => askedBy),
  ])
  const opened = decision && (await findOpened(tx, { id: decision.id, path: decision.chosen }))
  return {
    reporter: names.get(reporterId ?? '') ?? null,
    takenBy: names.get(acknowledgedBy ?? '') ?? null,
    closedBy: names.get(closedBy ?? '') ?? null,
    questions: questions.map((question) => ({ ...question, askedByName: names.get(question.askedBy) ?? '' })),
    screening: triaged ? ((await latestScreening(tx, concernId)) ?? null) : null,
    decision: decision === undefined ? null : { id: decision.id, path: decision.chosen },
    opened: opened ?? null,
  }
}

/** One concern, for those who triage it: what was seen, who it is about, and what has been done. */
export const concernPage = look({
  name: 'concerns/concern',
  by: careTeam,
  ifNamed: followIfNamed,
  given: z.object({ concernId: id, name: optionalText(80) }),
  shows: {
    for: 'triage',
    whole: ['concerns'],
    parts: ['identity', 'contact_details', 'triage', 'consent'],
  },
  async see(view, { concernId, name }) {
    const concern = await readConcern(view, concernId)
    const reader = { actor: view.actor, deciders: await decidersAt(view) }
    const calendar = await calendarOf(view.tx)
    const found = view.knows('identity') ? await candidates(view, concern, name) : []
    const studentIds = found.map((student) => student.id)
    view.saw({
      type: 'concern',
      id: concernId,
      studentId: concern.studentId,
      ...(studentIds.length > 0 && { studentIds }),
    })
    const open = !concernLifecycle.ends(concern.state)
    return {
      concern: knownOf(view, concern),
      schoolName: (await findSchool(view.tx, concern.schoolId))?.name ?? '',
      overdue: open && isOverdue(concern, calendar, view.now),
      misses: await missesOf(view.tx, concernId),
      calendar,
      clock: clockWords(calendar, { dueAt: concern.dueAt, now: view.now }),
      observedOn: concern.observedOn && dayWords(concern.observedOn, dayOf(calendar, view.now)),
      open,
      mayTriage: mayTriage(reader, concern),
      notTriaging: whyNotTriaging(reader, concern),
      search: name ?? '',
      candidates: found,
      timeZone: calendar.timeZone,
      at: view.now,
      ...(await workDone(view, concern)),
      ...(await aboutStudent(view, concern)),
    }
  },
})

export type ConcernData = Awaited<ReturnType<typeof concernPage.see>>
