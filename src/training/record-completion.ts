import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { trainings } from '#access/trainings.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, choices, day, id } from '#platform/given.ts'
import { insertCompletion } from './completion-store.ts'
import { knownAmong } from './people-store.ts'
import { trainingRecorders } from './policy.ts'
import { requirementsInForce } from './requirement-store.ts'
import { obstaclesToRecording, validUntil } from './rules.ts'
import { recordingWords } from './words.ts'

/** People were trained on a day: it holds for the months that the version in force gives [R308] [R118]. */
export const recordCompletion = act({
  name: 'training/record-completion',
  by: trainingRecorders,
  given: z.object({
    topic: choice(trainings, 'Choose which training'),
    personIds: choices(id).pipe(z.array(id).max(200, 'Mark at most 200 people at once')),
    trainedOn: day,
  }),
  refusals: recordingWords,
  fields: {
    not_required: 'topic',
    trained_ahead: 'trainedOn',
    nobody: 'personIds',
    yourself: 'personIds',
    unknown_person: 'personIds',
  },
  async do(unit, { topic, personIds, trainedOn }) {
    const { tx, actor, now } = unit
    unit.permit(true)
    const people = [...new Set(personIds)]
    const today = dayOf(await calendarOf(tx), now)
    const requirement = (await requirementsInForce(tx, now)).find((each) => each.topic === topic)
    const because = obstaclesToRecording({
      required: requirement?.required ?? false,
      trainedOn,
      today,
      people,
      known: await knownAmong(tx, actor, { people, today }),
      by: actor.personId,
    })
    if (because.length > 0 || requirement === undefined) return refused(because)
    const until = validUntil(trainedOn, requirement.validMonths)
    for (const personId of people) {
      const given = { personId, topic, requirementId: requirement.id, trainedOn, validUntil: until }
      const subject = { type: 'training_completion', id: insertCompletion(unit, given) }
      unit.record('training.completed', subject, { person: personId, topic, valid_until: until })
    }
    return done({ topic, count: people.length })
  },
})
