import { screen, type View } from '#access/screen.ts'
import { Page, PageHead, Table } from '#design/contract.ts'
import { fewest } from '#platform/small-counts.ts'
import { exclusionCodeWords } from '#warnings/contract.ts'
import { windowDays } from '../exclusions.ts'
import { lookExclusions, type SeenExclusions } from '../look-exclusions.ts'
import { exclusionWords } from '../screen-words.ts'

const say = exclusionWords()
const kind = exclusionCodeWords()
type Figures = NonNullable<SeenExclusions['figures']>

const rowsOf = ({ lately, before, kinds }: Figures) => [
  { name: say('all'), lately: lately.events, before: before.events },
  { name: say('students'), lately: lately.students, before: before.students },
  ...kinds.map(({ code, ...counts }) => ({ name: kind(code as 'removal'), ...counts })),
]

const ExclusionsPage = ({ figures, readsEach }: SeenExclusions, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('title')} {...(readsEach && { crumb: { href: '/reviews', label: say('reviews') } })}>
      <p>{say('lead', { days: windowDays })}</p>
    </PageHead>
    {figures === undefined ? (
      <p>{say('too_few', { fewest })}</p>
    ) : (
      <div class="flow">
        <p>{say('facing', { count: figures.facing })}</p>
        <Table
          caption={<span class="vh">{say('title')}</span>}
          rows={rowsOf(figures)}
          columns={[
            { head: say('what'), cell: ({ name }) => name },
            { head: say('lately', { days: windowDays }), cell: (row) => row.lately, num: true },
            { head: say('before', { days: windowDays }), cell: (row) => row.before, num: true },
          ]}
        />
      </div>
    )}
  </Page>
)

/** Exclusions of students in the pathway as figures. */
export const exclusionsScreen = screen({
  address: '/exclusions',
  title: say('title'),
  look: lookExclusions,
  page: ExclusionsPage,
  nav: {
    section: 'figures',
    label: say('title'),
    order: 33,
    // Whoever goes through the list is led here from it.
    stands: async ({ actor }) => actor.role === 'governance',
  },
})
