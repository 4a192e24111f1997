import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Banner, Clock, Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { clockWords, Misses, standardsWords, whenWords } from '#standards/contract.ts'
import { clockPageWords } from '../clock-page-words.ts'
import { lookClocks, type SeenClocks } from '../look-clocks.ts'

const say = clockPageWords()
const named = standardsWords()

const Running = ({ data }: { data: SeenClocks }) => {
  const { calendar, clocks, now } = data
  if (clocks.length === 0) return <p>{say(data.referral.hasEnded ? 'ended' : 'none')}</p>
  return (
    <Table
      caption={say('caption')}
      rows={clocks}
      columns={[
        { head: say('clock'), cell: ({ clock }) => named(`clock_${clock}`) },
        {
          head: say('due'),
          cell: (due) => {
            const { headline, detail } = clockWords(calendar, { dueAt: due.dueAt, now })
            return (
              <Clock
                means={headline}
                time={detail}
                at={due.dueAt}
                late={due.dueAt <= now}
                exact={whenWords(calendar, due)}
              />
            )
          },
        },
        { head: say('since'), cell: ({ startedAt }) => momentWords(startedAt, data) },
      ]}
    />
  )
}

const Missed = ({ data: { missed, calendar, now } }: { data: SeenClocks }) =>
  missed.length === 0 ? <p>{say('missed_none')}</p> : <Misses misses={missed} calendar={calendar} now={now} />

const ClocksPage = (data: SeenClocks, { shell }: View) => (
  <Page shell={shell}>
    <PageHead
      title={say('title')}
      crumb={{
        href: `/referrals/${data.referral.id}`,
        label: `${data.studentName}, ${say('number', { number: data.referral.number })}`,
      }}
    >
      <p>{say('lead')}</p>
      {(data.mayPause || data.escalationId !== undefined) && (
        <p class="row">
          {data.mayPause && <a href={`/referrals/${data.referral.id}/pauses`}>{say('pauses')}</a>}{' '}
          {data.escalationId !== undefined && (
            <a href={`/escalations/${data.escalationId}`}>{say('stalled')}</a>
          )}
        </p>
      )}
    </PageHead>
    {data.pausedThrough !== undefined && (
      <Banner kind="slow">{say('paused', { day: dayWords(data.pausedThrough, data.today) })}</Banner>
    )}
    <Running data={data} />
    <Missed data={data} />
  </Page>
)

/** What runs out when on one referral. */
export const clocksScreen = screen({
  address: '/referrals/:referralId/clocks',
  title: say('title'),
  look: lookClocks,
  page: ClocksPage,
})
