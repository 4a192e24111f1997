import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { holdForTriage, subjectOf, takenUp } from './acknowledge-concern.ts'
import { inTheWay } from './in-the-way.ts'
import { concernLifecycle } from './lifecycle.ts'
import { insertQuestion, questionsOf } from './question-store.ts'
import { saveConcern } from './store.ts'
import { tellReporter } from './tell-reporter.ts'
import { type ActObstacle, actWords } from './words.ts'

/** Triage staff need more from the colleague who raised a concern. The colleague reads only that [R008]. */
export const askReporter = act({
  name: 'concerns/ask-reporter',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: z.object({ concernId: id }),
  refusals: actWords,
  async do(unit, { concernId }) {
    const concern = await holdForTriage(unit, concernId)
    const questions = await questionsOf(unit.tx, concernId)
    const because: ActObstacle[] = inTheWay({
      not_open: concernLifecycle.ends(concern.state),
      nobody_to_ask: concern.reporterId === null,
      question_open: questions.some(({ answeredAt }) => answeredAt === null),
    })
    if (because.length > 0) return refused(because)
    if (concern.state === 'submitted') saveConcern(unit, takenUp(unit, concern))
    await insertQuestion(unit, { concernId, id: unit.id(), by: unit.actor.personId as string })
    unit.record('concern.question_asked', subjectOf(concern))
    tellReporter(unit, concern, 'reporter.question')
    return done({ concernId })
  },
})
