import { screen, type View } from '#access/screen.ts'
import { type Column, Empty, Page, PageHead, Table } from '#design/contract.ts'
import { fewest } from '#platform/small-counts.ts'
import type { ReturnCounts } from '../figures.ts'
import { lookReturnFigures, type SeenReturnFigures } from '../look-figures.ts'
import { returnFigureWords } from '../figure-words.ts'

const say = returnFigureWords()
type Window = SeenReturnFigures['windows'][number]
type Row = Window['schools'][number]

const count = (name: keyof ReturnCounts): Column<Row> => ({
  head: say(name),
  cell: ({ counts }) => String(counts[name]),
  num: true,
})

/** Schools whose counts can be read, and where these are several, what all come to together. */
const rowsOf = ({ schools, total }: Window): readonly Row[] =>
  total === null || schools.length === 1 ? schools : [...schools, { name: say('all'), counts: total }]

const AfterSoManyDays = ({ window }: { window: Window }) => (
  <div class="after">
    <Table
      caption={say('after', { days: window.days })}
      rows={rowsOf(window)}
      narrow="pairs"
      columns={[
        { head: say('school'), cell: ({ name }) => name },
        count('returned'),
        count('restored'),
        count('missedMore'),
        count('unknown'),
        count('excluded'),
        count('urgent'),
        count('held'),
      ]}
    />
  </div>
)

const FiguresPage = (seen: SeenReturnFigures, view: View) => {
  const told = seen.windows.filter((window) => rowsOf(window).length > 0)
  return (
    <Page shell={view.shell}>
      <PageHead title={say('title')}>
        <p>{say('lead', { days: seen.days })}</p>
        {!seen.readsEach && <p>{say('few', { fewest })}</p>}
      </PageHead>
      {told.length === 0 && <Empty fact={seen.readsEach ? say('nobody') : say('none', { fewest })} />}
      {told.map((window) => (
        <AfterSoManyDays window={window} />
      ))}
      {told.length > 0 && seen.hidden > 0 && <p class="quiet">{say('hidden', { count: seen.hidden })}</p>}
    </Page>
  )
}

/** Whether students who came back after a crisis are stable, in counts. */
export const returnFiguresScreen = screen({
  address: '/returns/figures',
  title: say('title'),
  look: lookReturnFigures,
  page: FiguresPage,
  nav: { section: 'figures', label: say('menu'), order: 33 },
})
