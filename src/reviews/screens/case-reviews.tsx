import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ErrorSummary, Page, PageHead } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { caseWords } from '../case-words.ts'
import { lookCaseReviews, type SeenCaseReviews } from '../look-case-reviews.ts'
import { openCaseReview } from '../open-case-review.ts'
import { reviewWords } from '../screen-words.ts'
import { Reviews } from './review-list.tsx'
import { Begin, OneSchool, UnderWay, WeekTable } from './week-parts.tsx'

const say = caseWords()
const sayReview = reviewWords()

const ThisWeek = ({ data: { week, today } }: { data: SeenCaseReviews }) => (
  <section class="after flow" aria-labelledby="this-week">
    <h2 id="this-week">{sayReview('this_week')}</h2>
    {week.dueOn !== undefined && <p>{sayReview('due_on', { day: dayWords(week.dueOn, today) })}</p>}
    {week.schools.every(({ open }) => open === 0) ? (
      <p>{say('nobody_on')}</p>
    ) : (
      <WeekTable
        caption={say('caption')}
        open={say('on_caseload')}
        rows={week.schools}
        due={{ dueOn: week.dueOn, today }}
      />
    )}
    <p>{say('not_consented', { count: week.notConsented })}</p>
  </section>
)

const CaseReviewsPage = (data: SeenCaseReviews, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')} crumb={{ href: '/reviews', label: sayReview('title') }}>
      <p>{say('lead')}</p>
    </PageHead>
    {data.more && <OneSchool to="/case-reviews" choice={data.choice} shell={view.shell} />}
    <UnderWay reviews={data.reviews} />
    <ThisWeek data={data} />
    <Begin to="/case-reviews" note={say('begin_note')} shown={data.shown} view={view} />
    <Reviews data={data} />
  </Page>
)

/** The case reviews across agencies. */
export const caseReviewsScreen = screen({
  address: '/case-reviews',
  title: say('title'),
  look: lookCaseReviews,
  page: CaseReviewsPage,
  typed: ['school'],
})
export const caseOpeningResource = resource({
  address: 'POST /case-reviews',
  act: openCaseReview,
  stands: caseReviewsScreen,
  then: ({ reviewId }) => `/reviews/${reviewId}`,
})
