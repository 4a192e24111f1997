import { Events } from '#design/contract.ts'
import { dayOf, dayWords, type SchoolCalendar, timeOf } from '#district/contract.ts'
import { limitWords } from '../limit-words.ts'
import type { KeptMiss } from '../missed-store.ts'
import { missedWords } from '../missed-words.ts'
import { standardsWords } from '../words.ts'

const say = missedWords()
const named = standardsWords()

type Props = {
  misses: readonly (KeptMiss & { lead?: boolean })[]
  calendar: SchoolCalendar
  now: Date
}

const missEvent = (miss: Props['misses'][number], { calendar, now }: Omit<Props, 'misses'>) => {
  const { clock, dueAt, noticedAt, holder, lead, standard } = miss
  const at = (moment: Date) =>
    say('at', {
      day: dayWords(dayOf(calendar, moment), dayOf(calendar, now)),
      time: timeOf(calendar, moment),
    })
  const { version, ...limit } = standard
  return {
    s: 'late' as const,
    what: say('line', { clock: named(`clock_${clock}`), at: at(dueAt) }),
    detail: say('held', {
      at: at(noticedAt),
      holder: holder ?? say(lead === true ? 'lead' : 'nobody'),
      limit: limitWords(limit),
      version,
    }),
  }
}

/** What was due and was not done on a record: what, when, and who was holding it. Nothing where none was. */
export const Misses = ({ misses, ...around }: Props) =>
  misses.length === 0 ? null : (
    <section class="flow" aria-labelledby="misses-h">
      <h2 id="misses-h">{say('title')}</h2>
      <Events events={misses.map((miss) => missEvent(miss, around))} />
    </section>
  )
