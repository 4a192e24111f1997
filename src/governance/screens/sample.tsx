import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, KeyList, Late, MarkedList, Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { lookSample, type SeenSample } from '../look-sample.ts'
import { sampleWords } from '../screen-words.ts'
import { stratumWords } from '../words.ts'
import { Audit } from './audit.tsx'

const say = sampleWords()
const stratumOf = stratumWords()
type Props = { data: SeenSample }
type Row = SeenSample['cases'][number]

/** What it was drawn from and how, so that anybody can draw it again. */
const How = ({ data }: Props) => {
  const { sample, frames, isRedrawn } = data
  return (
    <section class="after flow" aria-labelledby="how">
      <h2 id="how">{say('how')}</h2>
      <KeyList
        items={[
          {
            key: say('drawn'),
            value: say('drawn_by', { at: momentWords(sample.drawnAt, data), name: sample.drawnByName }),
          },
          { key: say('seed'), value: <code>{sample.seed}</code> },
          { key: say('again'), value: isRedrawn ? say('again_same') : <Late>{say('again_other')}</Late> },
        ]}
      />
      <p class="quiet">{say('method')}</p>
      <MarkedList
        items={frames.map(({ stratum, asked, framed, isShort }) => ({
          s: 'end' as const,
          text: (
            <>
              {framed === null
                ? say('stratum_few', { stratum: stratumOf(stratum), asked })
                : say('stratum_line', { stratum: stratumOf(stratum), asked, framed })}{' '}
              {isShort && say('short')}
            </>
          ),
        }))}
      />
    </section>
  )
}

/** What came of a case, or where it is looked at by whoever may open it. */
const standsOf = (row: Row, { opensDecisions }: SeenSample) => {
  if (row.decisionId !== null && !opensDecisions) return say('looked_at')
  if (row.decisionId !== null) return <a href={`/decisions/${row.decisionId}`}>{say('look_at')}</a>
  if (row.reviewedAt !== null) return say('done_by', { name: row.reviewedByName ?? '' })
  return row.reviewerName === null ? <Late>{say('nobody')}</Late> : say('to_review')
}

const Cases = ({ data }: Props) => (
  <section class="after flow" aria-labelledby="cases">
    <h2 id="cases">{say('cases')}</h2>
    {data.cases.length === 0 ? (
      <Empty fact={say('no_cases')} />
    ) : (
      <Table
        caption={<span class="vh">{say('cases')}</span>}
        rows={data.cases}
        columns={[
          {
            head: say('case'),
            cell: ({ id, incidentId, student, stratum }) => (
              <>
                {incidentId === null ? (
                  <bdi>{student ?? say('no_name')}</bdi>
                ) : (
                  <a href={`/case-samples/cases/${id}`}>
                    <bdi>{student ?? say('no_name')}</bdi>
                  </a>
                )}
                <br />
                <small>{stratumOf(stratum)}</small>
              </>
            ),
          },
          { head: say('school'), cell: ({ schoolName }) => schoolName },
          { head: say('who'), cell: ({ reviewerName }) => <bdi>{reviewerName ?? ''}</bdi> },
          { head: say('stands'), cell: (row) => standsOf(row, data) },
        ]}
      />
    )}
  </section>
)

const SamplePage = (data: SeenSample, view: View) => {
  const { sample, today, counts } = data
  const span = { from: dayWords(sample.fromOn, today), until: dayWords(sample.untilOn, today) }
  return (
    <Page shell={view.shell}>
      <PageHead title={say('open', span)} crumb={{ href: '/case-samples', label: say('title') }}>
        <p>{counts === null ? say('governed_few') : say('governed', counts)}</p>
      </PageHead>
      {data.reviews && <Cases data={data} />}
      {counts !== null && counts.reviewed > 0 && (
        <section class="after flow" aria-labelledby="audit">
          <h2 id="audit">{say('audit')}</h2>
          <Audit audit={data.audit} />
        </section>
      )}
      <How data={data} />
    </Page>
  )
}

/** One sample. */
export const sampleScreen = screen({
  address: '/case-samples/:sampleId',
  title: say('one'),
  look: lookSample,
  page: SamplePage,
})
