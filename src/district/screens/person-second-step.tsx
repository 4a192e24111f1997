import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { checkWords, identityChecks } from '#access/sign-in/identity-check.ts'
import { Button, Choices, ErrorSummary, Form, kept, Page, PageHead } from '#design/contract.ts'
import { askSecondStepRemoval } from '../ask-second-step-removal.ts'
import { confirmSecondStepRemoval } from '../confirm-second-step-removal.ts'
import { lookLostStep } from '../look-people.ts'
import { lossWords, peopleWords } from '../people-words.ts'
import { lossReasons } from '../second-step.ts'
import { dayLabel } from './day-label.ts'

const say = peopleWords()
const check = checkWords()
const reason = lossWords()

type Data = Awaited<ReturnType<typeof lookLostStep.see>>
type Props = { data: Data; view: View }

type ChosenProps = { view: View; name: string; legend: string; options: { value: string; label: string }[] }

const Chosen = ({ view, name, legend, options }: ChosenProps) => {
  const { value, ...choice } = kept(view)(name)
  return (
    <Choices {...choice} legend={legend} options={options} {...(value !== undefined && { chosen: value })} />
  )
}

const Back = ({ personId }: { personId: string }) => (
  <a class="btn text" href={`/people/${personId}`}>
    {say('lost_keep')}
  </a>
)

const Ask = ({ data: { person }, view }: Props) => (
  <Form to={`/people/${person.id}/second-step`} shell={view.shell} layout="box read flow">
    <p>{say('lost_lead')}</p>
    <ul>
      <li>{say('lost_will_told')}</li>
      <li>{say('lost_will_second')}</li>
      <li>{say('lost_will_gone')}</li>
      <li>{say('lost_will_link')}</li>
    </ul>
    <Chosen
      view={view}
      name="because"
      legend={say('lost_because')}
      options={lossReasons.map((value) => ({ value, label: reason(value) }))}
    />
    <Chosen
      view={view}
      name="checkedHow"
      legend={say('address_check')}
      options={identityChecks.map((value) => ({ value, label: check(value) }))}
    />
    <p class="row">
      <Button kind="go">{say('lost_ask')}</Button>
      <Back personId={person.id} />
    </p>
  </Form>
)

const Waiting = ({ data: { person, lost, mayConfirm }, view }: Props) =>
  lost === null ? null : (
    <section class="box read flow">
      <p>
        {say('lost_waits', {
          name: lost.askedByName,
          day: dayLabel(lost.askedOn),
          because: reason(lost.because).toLowerCase(),
          check: check(lost.checkedHow).toLowerCase(),
        })}
      </p>
      {mayConfirm ? (
        <Form to={`/people/${person.id}/second-step/confirmation`} shell={view.shell} layout="flow">
          <p>{say('lost_confirm_lead')}</p>
          <ul>
            <li>{say('lost_will_gone')}</li>
            <li>{say('lost_will_link')}</li>
          </ul>
          <p class="row">
            <Button kind="danger">{say('lost_confirm')}</Button>
            <Back personId={person.id} />
          </p>
        </Form>
      ) : (
        <p>{say('lost_own')}</p>
      )}
    </section>
  )

const LostStepPage = (data: Data, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('lost_question', { name: data.person.name })}
      crumb={{ href: `/people/${data.person.id}`, label: data.person.name }}
    />
    <div class="flow">
      <Waiting data={data} view={view} />
      {data.lost === null && data.mayAsk && <Ask data={data} view={view} />}
      {data.lost === null && !data.mayAsk && <p>{say('lost_will_second')}</p>}
    </div>
  </Page>
)

export const lostStepScreen = screen({
  address: '/people/:personId/second-step',
  title: say('lost_step'),
  look: lookLostStep,
  page: LostStepPage,
})

export const lostStepResource = resource({
  address: 'POST /people/:personId/second-step',
  act: askSecondStepRemoval,
  stands: lostStepScreen,
  then: ({ personId }) => `/people/${personId}`,
})

export const lostStepConfirmation = resource({
  address: 'POST /people/:personId/second-step/confirmation',
  act: confirmSecondStepRemoval,
  stands: lostStepScreen,
  then: ({ personId }) => `/people/${personId}`,
})
