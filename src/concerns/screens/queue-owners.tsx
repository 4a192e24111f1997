import { screen, type View } from '#access/screen.ts'
import { roleWords, type Role } from '#access/roles.ts'
import { Button, Choices, ErrorSummary, Form, NamePages, Page, PageHead } from '#design/contract.ts'
import { seesOwners } from '../in-menu.ts'
import { queueOwners } from '../queue-owners.ts'
import type { Route } from '../route-store.ts'
import { say } from './screen-words.ts'

const roleSays = roleWords()
const ownerOf = (role: string | null) => (role === null ? say('queues_all') : roleSays(role as Role))
const optionsFor = (deciders: readonly Role[]) => [
  { value: 'all', label: say('queues_all') },
  ...deciders.map((role) => ({ value: role, label: roleSays(role) })),
]

type QueueProps = { queue: Route; mayRoute: boolean; deciders: readonly Role[]; view: View }

const Queue = ({ queue, mayRoute, deciders, view }: QueueProps) => (
  <section class="flow" aria-label={queue.schoolName}>
    {mayRoute ? (
      <Form to={`/schools/${queue.schoolId}/triage-queue`} shell={view.shell} layout="flow read">
        <Choices
          name="role"
          legend={say('queues_owner', { school: queue.schoolName })}
          options={optionsFor(deciders)}
          chosen={queue.role ?? 'all'}
        />
        <p>
          <Button>{say('queues_save')}</Button>
        </p>
      </Form>
    ) : (
      <p>
        <b>{queue.schoolName}:</b> {ownerOf(queue.role)}
      </p>
    )}
    {queue.unheld && <p>{say('queues_unheld')}</p>}
    {queue.setBy !== null && <p class="quiet">{say('queues_set', { name: queue.setBy })}</p>}
  </section>
)

type Owners = Awaited<ReturnType<typeof queueOwners.see>>

function QueueOwners({ part, queues, mayRoute, deciders }: Owners, view: View) {
  return (
    <Page shell={view.shell}>
      <PageHead title={say('queues')}>
        <p class="lead">{say('queues_lead')}</p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <NamePages shell={view.shell} to="/triage-queues" label={say('queue_school')} part={part}>
        {queues.map((queue) => (
          <Queue queue={queue} mayRoute={mayRoute} deciders={deciders} view={view} />
        ))}
      </NamePages>
    </Page>
  )
}

export const queueOwnersScreen = screen({
  address: '/triage-queues',
  title: say('queues'),
  look: queueOwners,
  typed: ['named'],
  page: QueueOwners,
  nav: { section: 'care', label: say('queues'), order: 40, stands: seesOwners },
})
