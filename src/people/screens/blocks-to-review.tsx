import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { blockPageWords } from '../block-words.ts'
import { lookBlocksToReview, mostToReview, type SeenToReview } from '../look-blocks.ts'
import { since } from './blocks-standing.tsx'

const say = blockPageWords()

const ToReviewPage = (data: SeenToReview, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('review_title')}>
      <p class="lead">{say('review_lead')}</p>
    </PageHead>
    <div class="flow">
      {data.waiting.length === 0 ? (
        <Empty fact={say('review_none')} />
      ) : (
        <Table
          caption={<span class="vh">{say('review_title')}</span>}
          rows={data.waiting}
          columns={[
            { head: say('head_who'), cell: ({ personName }) => <bdi>{personName}</bdi> },
            { head: say('head_student'), cell: ({ studentName }) => <bdi>{studentName}</bdi> },
            { head: say('head_since'), cell: (row) => since(row, data) },
            {
              head: say('open_blocks'),
              fit: true,
              cell: ({ studentId, personName }) => (
                <a href={`/students/${studentId}/blocks`}>
                  {say('open_blocks')}
                  <span class="vh"> {personName}</span>
                </a>
              ),
            },
          ]}
        />
      )}
      {data.more && <p>{say('review_more', { limit: mostToReview })}</p>}
    </div>
  </Page>
)

/** Conflicts nobody else has looked at, in the menu of whoever answers for the records. */
export const blocksToReviewScreen = screen({
  address: '/privacy/conflicts',
  title: say('review_title'),
  look: lookBlocksToReview,
  page: ToReviewPage,
  nav: { section: 'records', label: say('review_title'), order: 32 },
})
