import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Act, Button, ErrorSummary, Field, Form, Page, PageHead, State } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { completeOnboarding } from '../complete-onboarding.ts'
import { lookOnboarding } from '../look-forms.ts'
import { type RecordedStep, recordedSteps } from '../onboarding.ts'
import { recordOnboardingStep } from '../record-onboarding-step.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

type Data = Awaited<ReturnType<typeof lookOnboarding.see>>
type Step = Data['steps'][number]

const isRecorded = (step: Step['step']): step is RecordedStep =>
  (recordedSteps as readonly string[]).includes(step)

const StepForm = ({
  step,
  partnerId,
  today,
  view,
}: {
  step: RecordedStep
  partnerId: string
  today: string
  view: View
}) => {
  const mine = view.typed['step'] === step
  const error = mine ? view.problem?.because.find(({ field }) => field === 'doneOn')?.says : undefined
  return (
    <Form
      to={`/partners/${partnerId}/onboarding/steps`}
      shell={view.shell}
      hidden={{ step }}
      layout="pairs auto"
    >
      <Field
        name="doneOn"
        id={`done-${step}`}
        type="date"
        width="mid"
        label={say('done_when')}
        value={mine ? String(view.typed['doneOn'] ?? '') : today}
        {...(error !== undefined && { error })}
      />
      <Button>{say('save_step', { step: say(`step_${step}`) })}</Button>
    </Form>
  )
}

const StepItem = ({ each: { step, done, doneOn }, data, view }: { each: Step; data: Data; view: View }) => (
  <li data-s={done ? 'done' : 'due'}>
    <b>{say(`step_${step}`)}</b>
    <span>
      {doneOn !== null
        ? say('done_on', { day: dayWords(doneOn, data.today) })
        : say(done ? 'in_place' : 'to_do')}
    </span>
    {!done && isRecorded(step) && (
      <StepForm step={step} partnerId={data.partner.id} today={data.today} view={view} />
    )}
  </li>
)

const OnboardingPage = (data: Data, view: View) => {
  const { partner, steps } = data
  const reasons = steps.map(({ step, done }) => ({ met: done, says: say(`step_${step}`) }))
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('onboarding_of', { name: partner.shortName })}
        crumb={{ href: `/partners/${partner.id}`, label: partner.name }}
      >
        <p>{say('onboarding_lead')}</p>
      </PageHead>
      <ol class="line">
        {steps.map((each) => (
          <StepItem each={each} data={data} view={view} />
        ))}
      </ol>
      {partner.onboardedAt === null ? (
        <Act
          id="complete"
          kind="go"
          to={`/partners/${partner.id}/onboarding/completion`}
          shell={view.shell}
          reasons={reasons}
        >
          {say('complete', { name: partner.shortName })}
        </Act>
      ) : (
        <p class="after">
          <State s="done">{say('on_board_now')}</State>
        </p>
      )}
    </Page>
  )
}

export const onboardingScreen = screen({
  address: '/partners/:partnerId/onboarding',
  title: 'Onboarding of an agency',
  look: lookOnboarding,
  page: OnboardingPage,
})

export const stepsResource = resource({
  address: 'POST /partners/:partnerId/onboarding/steps',
  act: recordOnboardingStep,
  stands: onboardingScreen,
  then: ({ partnerId }) => `/partners/${partnerId}/onboarding`,
})

export const completionResource = resource({
  address: 'POST /partners/:partnerId/onboarding/completion',
  act: completeOnboarding,
  stands: onboardingScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})
