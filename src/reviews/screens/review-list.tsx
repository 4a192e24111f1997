import { momentWords } from '#consent/contract.ts'
import { Empty, Table } from '#design/contract.ts'
import type { ListedReview } from '../coverage-store.ts'
import { reviewWords } from '../screen-words.ts'

const say = reviewWords()

const farOf = ({ reviewed, listed, deferred }: ListedReview) =>
  say(deferred === 0 ? 'far' : 'far_put_off', { reviewed, listed, deferred })

/** The reviews of somebody's schools: those under way first. */
export const Reviews = ({
  data,
}: {
  data: { reviews: readonly ListedReview[]; timeZone: string; now: Date }
}) => (
  <section class="after flow" aria-labelledby="reviews">
    <h2 id="reviews">{say('reviews')}</h2>
    {data.reviews.length === 0 ? (
      <Empty fact={say('no_reviews')} note={say('no_reviews_note')} />
    ) : (
      <Table
        caption={<span class="vh">{say('reviews')}</span>}
        rows={data.reviews}
        columns={[
          {
            head: say('when'),
            cell: ({ id, openedAt }) => <a href={`/reviews/${id}`}>{momentWords(openedAt, data)}</a>,
          },
          { head: say('schools'), cell: ({ schoolNames }) => schoolNames.join(', ') },
          { head: say('how_far'), cell: farOf },
          {
            head: say('ended'),
            cell: ({ closedAt }) => (closedAt === null ? say('under_way') : momentWords(closedAt, data)),
          },
        ]}
      />
    )}
  </section>
)
