import { dayWords } from '#district/contract.ts'
import type { AgreedTime } from '../store.ts'
import type { ToldObservation } from '../observation-store.ts'
import { tellWords, timesWords } from '../screen-words.ts'
import { kindWords, observedWords, weekdayName } from '../words.ts'

const say = timesWords()
const sayTell = tellWords()
const kind = kindWords()
const sayObserved = observedWords()

/** The agreed times, beside a form that books a visit. */
export const ClassTimesNote = ({ times }: { times: readonly AgreedTime[] }) =>
  times.length === 0 ? null : (
    <div class="flow">
      <p>{say('title')}</p>
      <ul>
        {times.map((time) => (
          <li>
            {say('span', {
              day: weekdayName(time.weekday),
              from: time.fromAt,
              until: time.untilAt,
            })}
            {'. '}
            {kind(time.kind)}.
          </li>
        ))}
      </ul>
    </div>
  )

/** What was noticed in class, as the agency reads it. */
export const ToldInClass = ({
  told,
  today,
}: {
  told: readonly Omit<ToldObservation, 'id'>[]
  today: string
}) =>
  told.length === 0 ? null : (
    <section class="after flow" aria-labelledby="in-class">
      <h2 id="in-class">{sayTell('told')}</h2>
      <ul>
        {told.map(({ observed, seenOn }) => (
          <li>
            {sayTell('on', {
              day: dayWords(seenOn, today),
              what: observed.map((code) => sayObserved(code)).join(', '),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
