import type { ComponentChildren } from 'preact'
import { Table } from '#design/contract.ts'
import type { SeenFunnel } from '../look-funnel.ts'
import { funnelWords } from './funnel-words.ts'

const say = funnelWords()
type Shown<Name extends 'volume' | 'needs' | 'declined'> = {
  [K in Name]: NonNullable<SeenFunnel[Name]>
}

/** One part of the page below the funnel. */
export const Part = (part: { name: 'volume' | 'needs' | 'declined'; children: ComponentChildren }) => (
  <section class="after flow" aria-labelledby={`${part.name}-h`}>
    <h2 id={`${part.name}-h`}>{say(part.name)}</h2>
    {part.children}
  </section>
)

/** Decisions by tier, in rows, and by path, in columns. */
export const VolumeTable = ({ volume: { tiers, all } }: Shown<'volume'>) => {
  if (all.all === 0) return <p>{say('volume_none')}</p>
  const rows = [
    ...tiers.map(({ tier, ...counts }) => ({ ...counts, named: say('tier_number', { tier }) })),
    { ...all, named: say('all') },
  ]
  return (
    <>
      <p>{say('volume_note')}</p>
      <Table
        caption={<span class="vh">{say('volume')}</span>}
        rows={rows}
        narrow="pairs"
        columns={[
          { head: say('tier'), cell: ({ named }) => named },
          { head: say('path_a'), cell: ({ a }) => String(a), num: true },
          { head: say('path_b'), cell: ({ b }) => String(b), num: true },
          { head: say('path_c'), cell: ({ c }) => String(c), num: true },
          { head: say('all'), cell: (row) => String(row.all), num: true },
        ]}
      />
    </>
  )
}

/** What was referred again, and how long a first visit took. */
export const Needs = ({ needs: { needs, repeats, seen, daysToVisit, ...of } }: Shown<'needs'>) => (
  <ul>
    <li>{say('needs_count', { count: needs })}</li>
    <li>{say('repeats', { count: repeats })}</li>
    <li>{say('seen', { count: seen })}</li>
    {daysToVisit !== null && <li>{say('took', { days: daysToVisit })}</li>}
    {of.monthSince > 0 && <li>{say('after_month', { count: of.afterMonth, of: of.monthSince })}</li>}
  </ul>
)

/** How often an agency could not accept, by the reason it gave. */
export const DeclinedTable = ({ declined }: Shown<'declined'>) => (
  <Table
    caption={<span class="vh">{say('declined')}</span>}
    rows={declined}
    columns={[
      { head: say('declined_reason'), cell: ({ reason }) => reason },
      { head: say('declined_count'), cell: ({ count }) => String(count), num: true },
    ]}
  />
)
