import { Late, Table } from '#design/contract.ts'
import { momentWords } from '#consent/contract.ts'
import type { SeenDrill } from '../look-drill.ts'
import { drillWords, followedWords, stepNames } from '../screen-words.ts'

const say = drillWords()
const step = stepNames()
const followed = followedWords()
type Times = NonNullable<SeenDrill['times']>
type Row = Times['steps'][number]

const minutes = (from: Date, to: Date) => Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))

const Taken = ({ row, times }: { row: Row; times: Times }) => {
  const said = row.at === null ? say('not_taken') : say('after', { count: minutes(times.startedAt, row.at) })
  return row.isLate ? <Late>{said}</Late> : <>{said}</>
}

const Limit = ({ row, times }: { row: Row; times: Times }) =>
  row.dueAt === null ? (
    <>{say('no_limit')}</>
  ) : (
    <>{say('within', { count: minutes(times.startedAt, row.dueAt) })}</>
  )

/** How long after the beginning each step was taken, beside the time the standard gives it. */
export const StepTimes = ({ data: { times, timeZone, drill } }: { data: SeenDrill }) =>
  times === null || times.isRunning ? null : (
    <section class="after flow" aria-labelledby="times">
      <h2 id="times">{say('times')}</h2>
      <p>
        {say('begun_at', {
          at: momentWords(times.startedAt, { timeZone, now: drill.completedAt ?? times.startedAt }),
        })}
      </p>
      <Table
        caption={<span class="vh">{say('times')}</span>}
        rows={times.steps}
        columns={[
          { head: say('step'), cell: (row) => step(row.step) },
          { head: say('taken'), cell: (row) => <Taken row={row} times={times} /> },
          { head: say('limit'), cell: (row) => <Limit row={row} times={times} /> },
          { head: say('how_it_went'), cell: (row) => followed(row.followed) },
        ]}
      />
    </section>
  )
