import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { followings } from '#crisis/contract.ts'
import { Empty, Late, Page, PageHead, Table } from '#design/contract.ts'
import { lookReviews, type SeenReviews } from '../look-reviews.ts'
import { debriefWords, followingWords, stepNames } from '../screen-words.ts'
import { Improvements } from './improvement-parts.tsx'

const say = debriefWords()
const step = stepNames()
const following = followingWords()

type Row = SeenReviews['reviews'][number]

const How = ({ row, data }: { row: Row; data: SeenReviews }) => {
  const { writtenAt, dueAt, writtenByName: name } = row
  if (writtenAt !== null)
    return <>{say('written_by', { name: name ?? '', at: momentWords(writtenAt, data) })}</>
  const day = momentWords(dueAt, data)
  return row.isLate ? <Late>{say('late', { day })}</Late> : <>{say('due_on', { day })}</>
}

const List = ({ data }: { data: SeenReviews }) => (
  <Table
    caption={<span class="vh">{say('title')}</span>}
    rows={data.reviews}
    columns={[
      {
        head: say('when'),
        cell: ({ incidentId, openedAt }) => (
          <a href={`/crisis/incidents/${incidentId}/review`}>{momentWords(openedAt, data)}</a>
        ),
      },
      { head: say('who'), cell: ({ student }) => <bdi>{student ?? say('no_name')}</bdi> },
      { head: say('where'), cell: ({ schoolName }) => schoolName },
      { head: say('owner'), cell: ({ ownerName }) => ownerName },
      { head: say('how'), cell: (row) => <How row={row} data={data} /> },
    ]}
  />
)

/** How often each step was followed: what an audit of incidents reads [R109]. */
const Counted = ({ data: { counted, written, days } }: { data: SeenReviews }) => (
  <section class="after flow" aria-labelledby="counted">
    <h2 id="counted">{say('counted')}</h2>
    {written === 0 ? (
      <p>{say('counted_none', { days })}</p>
    ) : (
      <Table
        caption={say('counted_lead', { count: written, days })}
        rows={counted}
        columns={[
          { head: say('step'), cell: (row) => step(row.step) },
          ...followings.map((each) => ({
            head: following(each),
            num: true,
            cell: (row: SeenReviews['counted'][number]) => String(row.of[each]),
          })),
        ]}
      />
    )}
  </section>
)

const ReviewsPage = (data: SeenReviews, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('title')} crumb={{ href: '/crisis', label: say('back') }}>
      <p>{say('lead')}</p>
      <p>
        <a href="/crisis/change-requests">{say('change_all')}</a>
      </p>
    </PageHead>
    {data.reviews.length === 0 ? <Empty fact={say('none')} note={say('none_hint')} /> : <List data={data} />}
    {data.improvements.length > 0 && (
      <section class="after flow" aria-labelledby="owed">
        <h2 id="owed">{say('improve_owed')}</h2>
        <Improvements improvements={data.improvements} today={data.today} />
      </section>
    )}
    <Counted data={data} />
  </Page>
)

/** Every review that is owed, and what was written of late. */
export const reviewsScreen = screen({
  address: '/crisis/reviews',
  title: say('title'),
  look: lookReviews,
  nav: { section: 'crisis', label: say('title'), order: 22 },
  page: ReviewsPage,
})
