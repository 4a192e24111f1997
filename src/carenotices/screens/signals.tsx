import type { Doer } from '#access/doer.ts'
import { inTransaction } from '#access/doer.ts'
import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { lookSignals, type SeenSignals } from '../look-signals.ts'
import { signalWords } from '../screen-words.ts'
import { signalsFor } from '../signal-store.ts'

const say = signalWords()

const SignalsPage = (data: SeenSignals, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('title')}>
      <p>{say('lead')}</p>
    </PageHead>
    {data.signals.length === 0 ? (
      <Empty fact={say('none')} />
    ) : (
      <Table
        caption={<span class="vh">{say('students')}</span>}
        rows={data.signals}
        columns={[
          { head: say('student'), cell: ({ studentName }) => <bdi>{studentName}</bdi> },
          { head: say('school'), cell: ({ schoolName }) => schoolName },
          { head: say('until'), cell: ({ untilOn }) => dayWords(untilOn, data.today) },
        ]}
      />
    )}
    <p>
      <a href="/concerns/new">{say('raise')}</a>
    </p>
  </Page>
)

const isAsked = (doer: Doer): Promise<boolean> =>
  inTransaction(doer, async (tx) => {
    const found = await signalsFor({ tx, actor: doer.actor, now: doer.clock.now() })
    return found.length > 0
  })

/** Whom somebody is asked to handle with care. */
export const signalsScreen = screen({
  address: '/handle-with-care/signals',
  title: say('title'),
  look: lookSignals,
  page: SignalsPage,
  nav: { section: 'work', label: say('title'), order: 36, stands: isAsked },
})
