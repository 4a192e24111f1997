import { type Role, roleWords } from '#access/roles.ts'
import type { View } from '#access/screen.ts'
import { Page, PageHead, Table } from '#design/contract.ts'
import type { SeenReaders } from '../look-readers.ts'
import { instantsOf } from './instants.ts'
import { smallWords } from './small-words.ts'

const say = smallWords()
const sayRole = roleWords()

/** As what they read, and on which ground where it was no task of theirs. */
const As = ({ row: { role, partnerName, brokeGlass } }: { row: SeenReaders['readers'][number] }) => (
  <>
    {[sayRole(role as Role), partnerName].filter(Boolean).join(', ')}
    {brokeGlass && (
      <>
        <br />
        <small>{say('broke_glass')}</small>
      </>
    )}
  </>
)

/** What whoever keeps records goes on to. */
const ForKeepers = ({ place }: { place: string }) => (
  <p>
    <a href={`${place}/accounting`}>{say('accounting')}</a>
    {' · '}
    <a href={`${place}/accounting?whole=yes&to=caregiver`}>{say('accounting_print')}</a>
    {' · '}
    <a href={`${place}/records`}>{say('records')}</a>
  </p>
)

/** Who opened the records of one student, how often and when last. */
export function ReadersPage(seen: SeenReaders, { shell }: View) {
  const at = instantsOf(seen)
  return (
    <Page shell={shell}>
      <PageHead
        crumb={
          seen.opensStudent
            ? { href: `/students/${seen.student.id}`, label: <bdi>{seen.student.name}</bdi> }
            : { href: '/search', label: say('search') }
        }
        title={say('readers_of', { name: seen.student.name })}
      >
        <p class="lead">{say('readers_lead', { days: seen.days })}</p>
        {seen.mayAccount && <ForKeepers place={`/students/${seen.student.id}`} />}
        {seen.mayKeepAway && (
          <p>
            <a href={`/students/${seen.student.id}/blocks`}>{say('blocks')}</a>
            {' · '}
            <a href={`/students/${seen.student.id}/protected-contacts`}>{say('protected_contacts')}</a>
          </p>
        )}
      </PageHead>
      <Table
        caption={<span class="vh">{say('readers')}</span>}
        rows={seen.readers}
        columns={[
          { head: say('who'), cell: ({ personName }) => personName ?? say('system') },
          {
            head: say('as'),
            cell: (row) => <As row={row} />,
          },
          { head: say('times'), cell: ({ times }) => times, num: true },
          { head: say('in_lists'), cell: ({ inLists }) => inLists, num: true },
          { head: say('last'), cell: ({ lastAt }) => at.both(lastAt) },
        ]}
      />
    </Page>
  )
}
