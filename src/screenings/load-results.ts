import { z } from 'zod'
import { act, done } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { receiveConcern } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { amissSaid, answerFileGiven } from './files.ts'
import type { Round } from './instrument.ts'
import { screeners } from './policy.ts'
import { type Amiss, type AnswerFile, readResults, type Scored } from './read-results.ts'
import { insertLoad, insertResults, type NewResult, type Screened, screenedNamed } from './result-store.ts'
import { holdRound } from './round-store.ts'
import { isOver, mostPoints } from './scoring.ts'
import { observedWords } from './words.ts'

/** How many students one trace names. */
const atOnce = 400

const refuse = (amiss: readonly Amiss[]): never => {
  throw new Problem('not_valid', [{ code: 'lines_amiss', says: amissSaid(amiss), field: 'file' }])
}

type Line = Scored & { readonly who: Screened }

/**
 * Each line with its student. Of a name two go by nobody can tell, and whoever is kept out of screening is
 * in no file.
 */
async function matched(
  unit: Unit,
  round: Round,
  { scored, today }: { scored: readonly Scored[]; today: string },
) {
  const names = scored.map(({ student }) => student)
  const found = Map.groupBy(
    await screenedNamed(unit.tx, { round: round.id, names, today }),
    ({ named }) => named,
  )
  const amiss: Amiss[] = []
  const lines: Line[] = []
  for (const each of scored) {
    const [who, other] = found.get(each.student) ?? []
    if (who === undefined || other !== undefined || !who.inRound)
      amiss.push({ line: each.line, why: 'not_in_round' })
    else if (who.optedOut) amiss.push({ line: each.line, why: 'opted_out' })
    else lines.push({ ...each, who })
  }
  return amiss.length > 0 ? refuse(amiss) : lines
}

/** Brings a result to triage: to the concern that is open from screening already, or to a new one. */
async function bring(
  unit: Unit,
  round: Round,
  { who, points, on }: Line,
): Promise<{ id: string; isNew: boolean }> {
  if (who.openConcern !== null) return { id: who.openConcern, isNew: false }
  const said = { title: round.title, points, most: mostPoints(round.items) }
  const cut = { cut: round.cutOffPoints, number: round.cutOffNumber }
  const concernId = await receiveConcern(unit, {
    schoolId: round.schoolId,
    studentId: who.id,
    source: 'screener',
    observed: observedWords()('over', { ...said, ...cut }),
    observedOn: on,
    urgency: 'this_week',
  })
  return { id: concernId, isNew: true }
}

async function resultsFrom(unit: Unit, round: Round, lines: readonly Line[]) {
  const results: NewResult[] = []
  let raised = 0
  for (const line of lines) {
    const over = isOver(line.points, round.cutOffPoints)
    const concern = over ? await bring(unit, round, line) : undefined
    if (concern?.isNew) raised += 1
    const { id: studentId, grade } = line.who
    const concernId = concern?.id ?? null
    results.push({ studentId, grade: grade as string, screenedOn: line.on, over, concernId })
  }
  return { results, raised }
}

/** Scores the file by the instrument of the round. */
function scoredBy(round: Round, file: AnswerFile, today: string): readonly Scored[] {
  const scored = readResults(file, round.items, { opensOn: round.opensOn, closesOn: round.closesOn, today })
  return 'amiss' in scored ? refuse(scored.amiss) : scored
}

/**
 * Takes a file of answers in, whole or not at all: each is scored, and forgotten. A result at the cut-off or
 * over it comes to triage [R006]. Whoever has a result of this round keeps it.
 */
export const loadResults = act({
  name: 'screenings/load-results',
  by: screeners,
  given: z.object({ roundId: id, file: answerFileGiven }),
  async do(unit, { roundId, file: { read, hash } }) {
    const round = (await holdRound(unit, roundId)) ?? notFound()
    unit.permit(true, { type: 'screening_round', id: roundId })
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const lines = await matched(unit, round, { scored: scoredBy(round, read, today), today })
    const fresh = lines.filter(({ who }) => !who.known)
    const { results, raised } = await resultsFrom(unit, round, fresh)
    const loadId = unit.id()
    insertLoad(unit, {
      id: loadId,
      roundId,
      hash,
      added: fresh.length,
      known: lines.length - fresh.length,
      raised,
    })
    insertResults(unit, round, { loadId, results })
    const students = fresh.map(({ who }) => who.id)
    for (let from = 0; from === 0 || from < students.length; from += atOnce) {
      const subject = { type: 'screening_load', id: loadId, studentIds: students.slice(from, from + atOnce) }
      unit.record('screening_results.loaded', subject, { cut_off: round.cutOffNumber })
    }
    return done({ roundId, added: fresh.length, raised })
  },
})
