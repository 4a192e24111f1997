import { screen, type View } from '#access/screen.ts'
import { Page, PageHead, Table } from '#design/contract.ts'
import { fewest } from '#platform/small-counts.ts'
import { lookFigures, type SeenFigures } from '../look-figures.ts'
import { causeWords, escalationWords, figureWords } from '../screen-words.ts'

const say = figureWords()
const list = escalationWords()
const cause = causeWords()
type Figures = NonNullable<SeenFigures['all']>

const days = (middle: number | null): string =>
  middle === null ? say('none_closed') : say('days', { days: middle })

/** What all of them come to, each number leading to those it counts where they may be opened. */
const InAll = ({ all, readsEach }: { all: Figures; readsEach: boolean }) => (
  <ul>
    <li>{say('opened', { count: all.opened })}</li>
    <li>{say('took', { days: days(all.middleDays) })}</li>
    {readsEach && (
      <>
        <li>
          <a href="/escalations?state=open">{say('see_open', { count: all.open })}</a>
        </li>
        <li>
          <a href="/escalations?state=closed">{say('see_closed', { count: all.opened - all.open })}</a>
        </li>
      </>
    )}
  </ul>
)

const FiguresPage = ({ all, causes, readsEach }: SeenFigures, view: View) => (
  <Page shell={view.shell}>
    <PageHead
      title={say('title')}
      {...(readsEach && { crumb: { href: '/escalations', label: list('title') } })}
    >
      <p>{say('lead')}</p>
    </PageHead>
    {all === undefined ? <p>{say('too_few', { fewest })}</p> : <InAll all={all} readsEach={readsEach} />}
    {causes.length > 0 && (
      <div class="after">
        <Table
          caption={say('by_cause')}
          rows={causes}
          columns={[
            { head: say('cause'), cell: (row) => cause(row.cause) },
            { head: say('head_opened'), cell: (row) => String(row.opened), num: true },
            { head: say('head_connected'), cell: (row) => String(row.connected), num: true },
            { head: say('head_plan'), cell: (row) => String(row.otherPlan), num: true },
            { head: say('head_open'), cell: (row) => String(row.open), num: true },
            { head: say('head_days'), cell: (row) => days(row.middleDays) },
          ]}
        />
      </div>
    )}
  </Page>
)

/** Stalled loops as figures. */
export const figuresScreen = screen({
  address: '/escalations/figures',
  title: say('title'),
  look: lookFigures,
  page: FiguresPage,
  // Whoever reads the list is led here from it.
  nav: {
    section: 'figures',
    label: say('title'),
    order: 32,
    stands: async ({ actor }) => actor.role === 'governance',
  },
})
