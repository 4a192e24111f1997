import type { FamilyPlanData } from '../family-plan.ts'
import { type FamilyAt, familyDay, familyTime } from '#district/contract.ts'
import { videoVisit } from '#referrals/contract.ts'
import type { planWords } from '../plan-words.ts'

/** What every part of the plan is given: the facts, the words, and the family's own clock. */
export type Plan = { data: FamilyPlanData; say: ReturnType<typeof planWords>; at: FamilyAt }

/** A typed line as a sentence. */
const ended = (note: string | null) => (note === null || /[.!?]$/.test(note) ? note : `${note}.`)

type Row = { name: string; says: string }

function rowsOf({ data, say }: Plan): Row[] {
  const { visit, handoff } = data
  if (visit === null) return []
  const whom = visit.withWhom
  const interpreter = handoff.interpreterBooked === true
  const meet =
    whom !== null
      ? say(interpreter ? 'who_interpreter' : 'who_plain', { name: whom })
      : interpreter
        ? say('interpreter_only')
        : ''
  // The navigator's own words say it better than the general ones.
  const ride = [
    ended(handoff.transportNote) ?? (handoff.transport === null ? '' : say(`transport.${handoff.transport}`)),
    handoff.accompaniedBy === null ? '' : say('along', { name: handoff.accompaniedBy }),
  ]
  return [
    { name: say('who'), says: meet },
    {
      name: say('how_long'),
      says: visit.minutes === 60 ? say('hour') : say('minutes', { minutes: visit.minutes }),
    },
    { name: say('getting_there'), says: ride.filter(Boolean).join(' ') },
    { name: say('cost'), says: handoff.coverage === null ? '' : say(`cost.${handoff.coverage}`) },
  ].filter(({ says }) => says !== '')
}

/** When and where, in the largest type there is. */
export const Visit = (plan: Plan) => {
  const { data, say, at } = plan
  const { visit, partner } = data
  if (visit === null) return null
  const video = videoVisit(visit)
  return (
    <section class="visit" aria-labelledby="v">
      <h2 id="v">{say('visit')}</h2>
      <p class="when-big">
        <b>{familyDay(visit.startsAt, at)}</b> <span>{familyTime(visit.startsAt, at)}</span>
      </p>
      <p class="where">
        <b>
          <bdi>{partner?.name ?? ''}</bdi>
        </b>
        <br />
        {video === undefined ? (
          visit.place
        ) : (
          <>
            {say('by_video')} <a href={video.url}>{video.url}</a>
          </>
        )}
      </p>
      <dl class="auto">
        {rowsOf(plan).map(({ name, says }) => (
          <div>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
