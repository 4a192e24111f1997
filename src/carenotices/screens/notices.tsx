import type { Doer } from '#access/doer.ts'
import { inTransaction } from '#access/doer.ts'
import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Clock, Empty, Page, PageHead, Table } from '#design/contract.ts'
import { clockWords } from '#standards/contract.ts'
import { lookNotices, type SeenCareNotices } from '../look-notices.ts'
import { careWords } from '../screen-words.ts'
import { noticesToldTo } from '../store.ts'

const say = careWords()
type Row = SeenCareNotices['notices'][number]

/** Who has it, or by when somebody answers. */
const Has = ({ row, data }: { row: Row; data: SeenCareNotices }) => {
  if (row.acknowledgedAt !== null) return <>{row.acknowledgedByName}</>
  const { headline, detail } = clockWords(data.calendar, { dueAt: row.answerDueAt, now: data.now })
  return (
    <>
      {say('nobody_yet')}
      <br />
      <Clock means={headline} time={detail} at={row.answerDueAt} late={row.answerDueAt <= data.now} />
    </>
  )
}

const NoticesPage = (data: SeenCareNotices, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('title')}>
      <p>{say('lead')}</p>
    </PageHead>
    {data.notices.length === 0 ? (
      <Empty fact={say('none')} note={say('none_note')} />
    ) : (
      <Table
        caption={<span class="vh">{say('notices')}</span>}
        rows={data.notices}
        columns={[
          {
            head: say('child'),
            cell: (row) => (
              <a href={`/handle-with-care/notices/${row.id}`}>
                <bdi>{row.studentName ?? (row.childName === '' ? say('one') : row.childName)}</bdi>
              </a>
            ),
          },
          { head: say('school'), cell: ({ schoolName }) => schoolName },
          { head: say('came'), cell: ({ receivedAt }) => momentWords(receivedAt, data) },
          { head: say('has_it'), cell: (row) => <Has row={row} data={data} /> },
          { head: say('what_done'), cell: ({ steps }) => say('done_so_far', { count: steps }) },
          { head: say('until'), cell: ({ expiresAt }) => momentWords(expiresAt, data) },
        ]}
      />
    )}
  </Page>
)

/** Whether somebody was told of a notice that stands: then it has a place in their menu. */
const wasTold = (doer: Doer): Promise<boolean> =>
  inTransaction(doer, async (tx) => {
    const found = await noticesToldTo({ tx, actor: doer.actor, now: doer.clock.now() })
    return found.length > 0
  })

/** The notices somebody was told of. */
export const noticesScreen = screen({
  address: '/handle-with-care',
  title: say('title'),
  look: lookNotices,
  page: NoticesPage,
  nav: { section: 'work', label: say('title'), order: 35, stands: wasTold },
})
