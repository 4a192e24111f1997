import { screen, type View } from '#access/screen.ts'
import { type Column, Empty, Page, PageHead, Table } from '#design/contract.ts'
import { fewest } from '#platform/small-counts.ts'
import { lookExperience, type SeenExperience } from '../look-experience.ts'
import { experienceWords } from '../rating-words.ts'

const say = experienceWords()
type Row = SeenExperience['schools'][number]
type Name = keyof Row['counts']

const count = (name: Name, head: string): Column<Row> => ({
  head,
  cell: ({ counts }) => String(counts[name]),
  num: true,
})

const Answers = ({ rows }: { rows: readonly Row[] }) => (
  <Table
    caption={say('caption')}
    rows={rows}
    narrow="pairs"
    columns={[
      { head: say('school'), cell: ({ name }) => name },
      count('rated', say('rated')),
      count('clear', say('clear')),
      count('partly', say('partly')),
      count('unclear', say('unclear')),
      count('none', say('easy')),
      count('some', say('some')),
      count('much', say('much')),
    ]}
  />
)

/** Schools whose counts can be read, and where these are several, what all come to together. */
const rowsOf = ({ schools, total }: SeenExperience): readonly Row[] =>
  total === null || schools.length === 1 ? schools : [...schools, { name: say('all'), counts: total }]

const ExperiencePage = (seen: SeenExperience, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('title')}>
      <p>{say('lead', { days: seen.days })}</p>
      <p>{say('few', { fewest })}</p>
    </PageHead>
    {rowsOf(seen).length > 0 ? <Answers rows={rowsOf(seen)} /> : <Empty fact={say('none', { fewest })} />}
  </Page>
)

/** What families said of the handoff, in counts. */
export const experienceScreen = screen({
  address: '/family-experience',
  title: say('title'),
  look: lookExperience,
  page: ExperiencePage,
  nav: { section: 'figures', label: say('menu'), order: 32 },
})
