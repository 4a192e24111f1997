import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  ButtonLink,
  Choices,
  ErrorSummary,
  Filter,
  Form,
  kept,
  keptAll,
  Late,
  Meant,
  Narrow,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { isTyped } from '#platform/choosing.ts'
import type { Coverage } from '../coverage-store.ts'
import { lookReviews, type SeenReviews, type Week } from '../look-reviews.ts'
import { openReview } from '../open-review.ts'
import { reviewWords } from '../screen-words.ts'
import { Reviews } from './review-list.tsx'

const say = reviewWords()
type Props = { data: SeenReviews; view: View }

const leftOf = ({ open, reviewed }: Pick<Coverage, 'open' | 'reviewed'>) => open - reviewed

/** How many nobody reviewed: marked where the day by which it is due has come. */
const Left = ({ of, data }: { of: Pick<Coverage, 'open' | 'reviewed'>; data?: SeenReviews }) => {
  const left = leftOf(of)
  if (left === 0) return <>{say('none_left')}</>
  const dueOn = data?.week.dueOn
  return data !== undefined && dueOn !== undefined && dueOn > data.today ? (
    <>{left}</>
  ) : (
    <Late>{String(left)}</Late>
  )
}

const ThisWeek = ({ data }: { data: SeenReviews }) => (
  <section class="after flow" aria-labelledby="this-week">
    <h2 id="this-week">{say('this_week')}</h2>
    {data.week.dueOn !== undefined && <p>{say('due_on', { day: dayWords(data.week.dueOn, data.today) })}</p>}
    {data.week.schools.every(({ open }) => open === 0) ? (
      <p>{say('nothing_open')}</p>
    ) : (
      <Table
        caption={say('week_caption')}
        narrow="pairs"
        rows={data.week.schools}
        columns={[
          { head: say('school'), cell: ({ schoolName }) => schoolName },
          { head: say('open'), num: true, cell: ({ open }) => open },
          { head: say('reviewed'), num: true, cell: ({ reviewed }) => reviewed },
          { head: say('put_off'), num: true, cell: ({ deferred }) => deferred },
          { head: say('left'), num: true, cell: (row) => <Left of={row} data={data} /> },
        ]}
      />
    )}
  </section>
)

/** The meeting that goes on, where one does: the one thing to press. */
const UnderWay = ({ data }: { data: SeenReviews }) => {
  const going = data.reviews.filter(({ closedAt }) => closedAt === null)
  if (going.length === 0) return null
  return (
    <div class="flow">
      {going.map(({ id, schoolNames }) => (
        <p>
          <ButtonLink kind="go" href={`/reviews/${id}`}>
            {say('go_on', { schools: schoolNames.join(', ') })}
          </ButtonLink>
        </p>
      ))}
    </div>
  )
}

const Begin = ({ data, view }: Props) => {
  const { value, ...field } = kept(view)('schoolIds')
  const only = data.shown.length === 1 ? data.shown.map(({ id }) => id) : []
  const chosen = value === undefined ? only : keptAll(view, 'schoolIds')
  return (
    <section class="after flow" aria-labelledby="begin">
      <h2 id="begin">{say('begin')}</h2>
      <Form to="/reviews" shell={view.shell} layout="box read flow">
        <p>{say('begin_note')}</p>
        <Choices
          {...field}
          many
          legend={say('which_schools')}
          chosen={chosen}
          options={data.shown.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button kind="go">{say('begin_save')}</Button>
      </Form>
    </section>
  )
}

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

/** Where there are more schools than one page shows. */
const OneSchool = ({ data, shell }: { data: SeenReviews; shell: View['shell'] }) => (
  <>
    <p class="quiet">{say('first_schools')}</p>
    <Filter to="/reviews" typed={isTyped(data.choice) ? shell : undefined}>
      <Narrow
        name="school"
        label={say('one_school')}
        choosing={data.choice}
        all={say('all')}
        clear="/reviews"
      />
    </Filter>
    <Meant label={say('one_school')} choosing={data.choice} href={(id) => `/reviews?school=${id}`} />
  </>
)

const ReviewsPage = (data: SeenReviews, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p>
        {say('lead')} <a href="/caseloads">{say('caseloads')}</a>
      </p>
    </PageHead>
    {data.more && <OneSchool data={data} shell={view.shell} />}
    <UnderWay data={data} />
    <ThisWeek data={data} />
    <Begin data={data} view={view} />
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
  nav: { section: 'pathway', label: say('title'), order: 25 },
})
export const openingResource = resource({
  address: 'POST /reviews',
  act: openReview,
  stands: reviewsScreen,
  then: ({ reviewId }) => `/reviews/${reviewId}`,
})
