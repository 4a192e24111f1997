import { reasonsShown } from '#access/reasons-shown.ts'
import { roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { lookScheduler, type SeenScheduler } from '../look-scheduler.ts'
import { nameScheduler } from '../name-scheduler.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()
const role = roleWords()

const SchedulerPage = ({ school, scheduler, staff }: SeenScheduler, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('scheduler', { school: school.name })}
      crumb={{ href: '/schools', label: say('schools') }}
    >
      <p>{say('scheduler_lead')}</p>
    </PageHead>
    <Form to={`/schools/${school.id}/scheduler`} shell={view.shell} layout="flow read">
      <p>{scheduler === null ? say('scheduler_none') : say('scheduler_now', { name: scheduler.name })}</p>
      <Field
        {...kept(view)('personId')}
        type="select"
        label={say('scheduler_who')}
        options={[
          { value: '', label: say('scheduler_choose') },
          ...staff.map((each) => ({ value: each.personId, label: `${each.name}, ${role(each.role)}` })),
        ]}
      />
      <p class="row">
        <Button kind="go">{say('scheduler_save')}</Button>
      </p>
    </Form>
  </Page>
)

/** Who books visits at one school. */
export const schedulerScreen = screen({
  address: '/schools/:schoolId/scheduler',
  title: 'Who books visits at a school',
  look: lookScheduler,
  page: SchedulerPage,
})
export const schedulerResource = resource({
  address: 'POST /schools/:schoolId/scheduler',
  act: nameScheduler,
  stands: schedulerScreen,
  then: () => '/schools',
})
