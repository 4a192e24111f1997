import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Empty, ErrorSummary, Page, PageHead, Table } from '#design/contract.ts'
import { dayOf, dayWords, weekdayCalendar } from '#district/contract.ts'
import { changeProtected } from '../change-protected.ts'
import { endProtection } from '../end-protection.ts'
import { lookProtections, type SeenProtections } from '../look-protections.ts'
import { protectContact } from '../protect-contact.ts'
import { endingReasonWords, protectionWords } from '../protection-words.ts'
import { studentName } from '../student.ts'
import { Mark } from './protection-mark.tsx'
import { Standing, whoseIs } from './protection-standing.tsx'

const say = protectionWords()
const because = endingReasonWords()

const Ended = ({ data: { ended, timeZone, today } }: { data: SeenProtections }) => (
  <section class="after flow" aria-labelledby="ended">
    <h2 id="ended">{say('ended')}</h2>
    <Table
      caption={<span class="vh">{say('ended')}</span>}
      rows={ended}
      columns={[
        { head: say('head_whose'), cell: (row) => <bdi>{whoseIs(row)}</bdi> },
        { head: say('head_because'), cell: (row) => because(row.endedBecause ?? 'day_came') },
        {
          head: say('head_when'),
          cell: ({ endedAt }) =>
            endedAt === null ? '' : dayWords(dayOf(weekdayCalendar(timeZone), endedAt), today),
        },
      ]}
    />
  </section>
)

const ProtectionsPage = (data: SeenProtections, view: View) => {
  const { student, standing, ended, mayMark } = data
  const own = `/students/${student.id}`
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('title_of', { name: studentName(student) })}
        crumb={
          data.readsPage
            ? { href: own, label: say('crumb') }
            : { href: `${own}/readers`, label: say('crumb_readers') }
        }
      >
        <p>
          {say('lead')} {say('lead_who')}
        </p>
      </PageHead>
      {standing.length === 0 && <Empty fact={say('none')} />}
      {standing.map((row) => (
        <Standing row={row} data={data} view={view} />
      ))}
      {mayMark && <Mark data={data} view={view} />}
      {ended.length > 0 && <Ended data={data} />}
    </Page>
  )
}

/** The contacts around one student that are protected, and the form to protect one. */
export const protectionsScreen = screen({
  address: '/students/:studentId/protected-contacts',
  title: say('title'),
  look: lookProtections,
  page: ProtectionsPage,
})

const then = ({ studentId }: { studentId: string }) => `/students/${studentId}/protected-contacts`
const stands = protectionsScreen

export const protectionResources = [
  resource({ address: 'POST /students/:studentId/protected-contacts', act: protectContact, stands, then }),
  resource({
    address: 'POST /students/:studentId/protected-contacts/:protectionId',
    act: changeProtected,
    stands,
    then,
  }),
  resource({
    address: 'POST /students/:studentId/protected-contacts/:protectionId/ending',
    act: endProtection,
    stands,
    then,
  }),
]
