import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { isLive, settleNotices } from '#concerns/contract.ts'
import { id } from '#platform/given.ts'
import { levelOf, modelInForce, obstaclesToUsing, riskLevels } from '#standards/contract.ts'
import { subjectOf } from './incident.ts'
import { cannotRun } from './trained.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/**
 * The rubric is run: each question answered, the level worked out by the version in force, and never typed.
 * Run again it is kept beside the one before [R101].
 */
export const runRubric = act({
  name: 'crisis/run-rubric',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    answers: z.record(z.string(), z.enum(riskLevels)).default({}).catch({}),
    ...happened,
  }),
  refusals: stepWords,
  async do(unit, { incidentId, answers, ...when }) {
    const held = await workOnIncident(unit, incidentId)
    const { crisis } = await modelInForce(unit.tx, unit.now)
    // A drill teaches the standard, also before it is signed: what it decides, it decides for nobody.
    const live = held.incident.drillId === null && (await isLive(unit, held.incident.schoolId))
    const level = levelOf(crisis.body, answers)
    const because = [
      // A drill teaches whoever takes part; a crisis is judged by somebody trained [R308].
      ...(cannotRun(unit, held.incident) ? (['not_trained'] as const) : []),
      ...(obstaclesToUsing(crisis, { live, now: unit.now }).length > 0
        ? (['sample_not_signed'] as const)
        : []),
      ...(level === undefined ? (['questions_open'] as const) : []),
    ]
    if (level === undefined || because.length > 0) return refused(because)
    const kept = Object.fromEntries(crisis.body.items.map(({ code }) => [code, answers[code] as string]))
    const draft = { kind: 'rubric_run', what: level, answers: kept, standardId: crisis.id } as const
    const entry = await writeEntry(unit, { held, said: { draft }, when })
    if (typeof entry !== 'string') return entry
    settleNotices(unit, incidentId, ['crisis.trained_asked'])
    unit.record('crisis.rubric_run', subjectOf(held.incident), { level, version: crisis.version })
    return done({ incidentId })
  },
})
