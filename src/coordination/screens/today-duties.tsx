import { MarkedList } from '#design/contract.ts'
import { dutyLists } from '../duties.ts'
import type { SeenToday } from '../look-today.ts'
import { dutyWords } from './duty-words.ts'

const say = dutyWords()

/** What waits for the office somebody holds: each list once, with how much of it is late. */
export function Duties({ seen: { duties, show } }: { seen: SeenToday }) {
  if (duties.length === 0 || show !== 'everything') return null
  return (
    <section class="flow" aria-labelledby="duties">
      <h2 id="duties">{say('title')}</h2>
      <MarkedList
        items={duties.map(({ kind, count, late }) => ({
          s: late > 0 ? ('late' as const) : ('due' as const),
          text: (
            <>
              <a href={dutyLists[kind]}>{say(kind, { count })}</a>
              {late > 0 && late < count && <> {say('of_them_late', { late })}</>}
              {late > 0 && late === count && <> {say('late')}</>}
            </>
          ),
        }))}
      />
    </section>
  )
}
