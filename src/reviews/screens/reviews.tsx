import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ErrorSummary, Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { caseWords } from '../case-words.ts'
import { lookReviews, type SeenReviews, type Week } from '../look-reviews.ts'
import { openReview } from '../open-review.ts'
import { progressWords } from '../progress-words.ts'
import { reviewWords } from '../screen-words.ts'
import { Reviews } from './review-list.tsx'
import { Begin, Left, OneSchool, UnderWay, WeekTable } from './week-parts.tsx'

const say = reviewWords()
const sayCase = caseWords()
const sayProgress = progressWords()

const ThisWeek = ({ data }: { data: SeenReviews }) => (
  <section class="after flow" aria-labelledby="this-week">
    <h2 id="this-week">{say('this_week')}</h2>
    {data.week.dueOn !== undefined && <p>{say('due_on', { day: dayWords(data.week.dueOn, data.today) })}</p>}
    {data.week.schools.every(({ open }) => open === 0) ? (
      <p>{say('nothing_open')}</p>
    ) : (
      <WeekTable
        caption={say('week_caption')}
        open={say('open')}
        rows={data.week.schools}
        due={{ dueOn: data.week.dueOn, today: data.today }}
      />
    )}
  </section>
)

const Earlier = ({ data }: { data: SeenReviews }) => (
  <section class="after flow" aria-labelledby="earlier">
    <h2 id="earlier">{say('earlier')}</h2>
    {data.earlier.length === 0 ? (
      <p>{say('no_earlier')}</p>
    ) : (
      <Table
        caption={say('earlier_caption')}
        narrow="pairs"
        rows={data.earlier}
        columns={[
          {
            head: say('week'),
            cell: ({ weekOn }: Week) => say('week_of', { day: dayWords(weekOn, data.today) }),
          },
          { head: say('open'), num: true, cell: ({ open }) => open },
          { head: say('reviewed'), num: true, cell: ({ reviewed }) => reviewed },
          { head: say('put_off'), num: true, cell: ({ deferred }) => deferred },
          { head: say('left'), num: true, cell: (row) => <Left of={row} /> },
        ]}
      />
    )}
  </section>
)

const ReviewsPage = (data: SeenReviews, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p>
        {say('lead')} <a href="/case-reviews">{sayCase('title')}</a>{' '}
        <a href="/progress-meetings">{sayProgress('title')}</a> <a href="/caseloads">{say('caseloads')}</a>{' '}
        <a href="/exclusions">{say('exclusions')}</a>
      </p>
    </PageHead>
    {data.more && <OneSchool to="/reviews" choice={data.choice} shell={view.shell} />}
    <UnderWay reviews={data.reviews} />
    <ThisWeek data={data} />
    <Begin to="/reviews" note={say('begin_note')} shown={data.shown} view={view} />
    <Reviews data={data} />
    <Earlier data={data} />
  </Page>
)

/** How much of what is open was reviewed, and the reviews. */
export const reviewsScreen = screen({
  address: '/reviews',
  title: say('title'),
  look: lookReviews,
  page: ReviewsPage,
  typed: ['school'],
  nav: { section: 'care', label: say('title'), order: 25 },
})
export const openingResource = resource({
  address: 'POST /reviews',
  act: openReview,
  stands: reviewsScreen,
  then: ({ reviewId }) => `/reviews/${reviewId}`,
})
