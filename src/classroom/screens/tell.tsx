import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Choices,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  keptAll,
  Page,
  PageHead,
} from '#design/contract.ts'
import { observed } from '../class-time.ts'
import { lookTell, type SeenTell } from '../look-tell.ts'
import { tellWords } from '../screen-words.ts'
import { tellObservation } from '../tell-observation.ts'
import { observedWords } from '../words.ts'

const say = tellWords()
const sayObserved = observedWords()

const Tell = ({ data, view }: { data: SeenTell; view: View }) => {
  const field = kept(view, { seenOn: data.today })
  const { value: _, ...noticed } = field('observed')
  return (
    <Form to="/class-notes" shell={view.shell} layout="box read flow">
      <Field
        {...field('studentId')}
        type="select"
        label={say('student')}
        options={[
          { value: '', label: say('choose') },
          ...data.students.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Choices
        {...noticed}
        many
        inline="columns"
        legend={say('observed')}
        chosen={keptAll(view, 'observed')}
        options={observed.map((code) => ({ value: code, label: sayObserved(code) }))}
      />
      <Field {...field('seenOn')} type="date" width="short" label={say('seen_on')} />
      <p class="quiet">{say('note')}</p>
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

const TellPage = (data: SeenTell, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p>{say('lead')}</p>
    </PageHead>
    {data.students.length === 0 ? (
      <Empty fact={say('none')} note={say('none_note')} />
    ) : (
      <Tell data={data} view={view} />
    )}
  </Page>
)

/** What a teacher notices in class. */
export const tellScreen = screen({
  address: '/class-notes',
  title: say('title'),
  look: lookTell,
  page: TellPage,
  nav: { section: 'work', label: say('menu'), order: 33 },
})
export const tellResource = resource({
  address: 'POST /class-notes',
  act: tellObservation,
  stands: tellScreen,
  then: () => '/class-notes',
})
