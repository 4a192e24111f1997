import { screen, type View } from '#access/screen.ts'
import { Button, Choices, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { urgencies } from '../concern.ts'
import { studentToTriage } from '../student-to-triage.ts'
import { say } from './screen-words.ts'

function Again({ studentId, name, grade }: Awaited<ReturnType<typeof studentToTriage.see>>, view: View) {
  const field = kept(view)
  const { value, ...urgency } = field('urgency')
  return (
    <Page shell={view.shell}>
      <PageHead
        title={say('again_of', { name })}
        crumb={{ href: `/students/${studentId}`, label: <bdi>{name}</bdi> }}
      >
        <p class="quiet">{say('grade', { grade })}</p>
        <p>{say('again_lead')}</p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <Form to={`/students/${studentId}/triage`} shell={view.shell} layout="flow read">
        <Field {...field('observed')} type="textarea" label={say('again_changed')} />
        <Choices
          {...urgency}
          legend={say('raise_urgency')}
          options={urgencies.map((each) => ({ value: each, label: say(`raise_${each}`) }))}
          chosen={value ?? []}
        />
        <p>
          <Button kind="go">{say('again_send')}</Button>
        </p>
      </Form>
    </Page>
  )
}

export const studentToTriageScreen = screen({
  address: '/students/:studentId/triage',
  title: say('again'),
  look: studentToTriage,
  page: Again,
})
