import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import { lacks } from '#access/trained.ts'
import type { Unit } from '#access/unit.ts'
import { id, whole } from '#platform/given.ts'
import { type ChecklistResult, modelInForce, obstaclesToUsing, scoreChecklist } from '#standards/contract.ts'
import { holdForTriage, subjectOf, takenUp } from './acknowledge-concern.ts'
import type { Concern, Screening } from './concern.ts'
import { getOpenIncident } from './consequence-store.ts'
import { riskIndicated } from './happenings.ts'
import { inTheWay } from './in-the-way.ts'
import { concernLifecycle } from './lifecycle.ts'
import { isLive } from './live.ts'
import { isHighRisk } from './rules.ts'
import { insertScreening } from './screening-store.ts'
import { saveConcern } from './store.ts'
import { type ActObstacle, actWords } from './words.ts'

/** The score, or undefined when an answer belongs to another version of the checklist. */
function scored(...given: Parameters<typeof scoreChecklist>): ChecklistResult | undefined {
  try {
    return scoreChecklist(...given)
  } catch {
    return undefined
  }
}

/** Immediate risk does not wait for a decision: the crisis opens now, and its lead is told [R017]. */
async function openCrisis(unit: Unit, concern: Concern & { studentId: string }): Promise<string> {
  const { id: concernId, studentId, schoolId } = concern
  unit.record('concern.risk_indicated', subjectOf(concern))
  await unit.tell(riskIndicated, { concernId, studentId, schoolId })
  return getOpenIncident(unit.tx, concernId)
}

/**
 * Runs the one checklist in force on a concern and keeps the answers with their score [R013] [R014] [R020].
 * The path it indicates is shown; a person decides. Only an indication of path (c) acts by itself: it opens
 * the crisis.
 */
export const screenConcern = act({
  name: 'concerns/screen-concern',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: z.object({
    concernId: id,
    version: whole(1, 1_000_000),
    answers: z.record(z.string().max(60), z.string().max(60)).default({}),
  }),
  refusals: actWords,
  async do(unit, { concernId, version, answers }) {
    const concern = await holdForTriage(unit, concernId)
    const { studentId } = concern
    const [{ checklist }, live] = await Promise.all([
      modelInForce(unit.tx, unit.now),
      isLive(unit, concern.schoolId),
    ])
    const result = scored(checklist.body, answers)
    const stale = checklist.version !== version || result === undefined
    const because: ActObstacle[] = inTheWay({
      not_open: concernLifecycle.ends(concern.state),
      // What indicates danger is kept whoever answers: it opens a crisis, and waits for no training [R308].
      not_trained: lacks(unit.actor, 'triage') && result?.indicated !== 'c',
      student_unknown: studentId === null,
      answers_of_another_version: stale,
      checklist_unanswered: !stale && result.unanswered.length > 0,
      sample_not_approved: obstaclesToUsing(checklist, { live, now: unit.now }).length > 0,
    })
    if (because.length > 0 || result === undefined || studentId === null) return refused(because)
    const screening: Screening = {
      id: unit.id(),
      concernId,
      studentId,
      checklistId: checklist.id,
      checklistVersion: checklist.version,
      answers,
      score: result.score,
      indicated: result.indicated,
      immediate: [...result.immediate],
      screenedBy: unit.actor.personId as string,
      screenedAt: unit.now,
    }
    insertScreening(unit, screening)
    if (concern.state === 'submitted') saveConcern(unit, takenUp(unit, concern))
    const { score, indicated } = screening
    unit.record('concern.screened', subjectOf(concern), { score, indicated, version })
    const incidentId = isHighRisk(screening) ? await openCrisis(unit, { ...concern, studentId }) : null
    return done({ concernId, screeningId: screening.id, indicated, incidentId })
  },
})
