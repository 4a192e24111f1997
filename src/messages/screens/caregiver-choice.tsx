import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ButtonLink, Choices, ErrorSummary, Form, kept, Page, PageHead } from '#design/contract.ts'
import { contactRuleWords, studentName } from '#people/contract.ts'
import { pauseReasons } from '../choice.ts'
import { lookCaregiverChoice, type SeenCaregiverChoice } from '../look-choices.ts'
import { setCaregiverChoice } from '../set-caregiver-choice.ts'
import { pauseWords } from '../words.ts'
import { breakable, HourFields, PauseField, Tick } from './choice-fields.tsx'
import { choiceWords } from './choice-words.ts'

const say = choiceWords()
const why = pauseWords()
const rule = contactRuleWords()
const ticked = (yes: boolean) => (yes ? 'yes' : '')

const heldOf = ({ choice, pausedOn }: SeenCaregiverChoice) => ({
  email: ticked(choice.email),
  text: ticked(choice.text),
  withTime: ticked(choice.withTime),
  hoursFrom: choice.hoursFrom,
  hoursUntil: choice.hoursUntil,
  pausedOn,
  reason: choice.pauseReason ?? 'family_asked',
})

type Asked = { field: ReturnType<typeof kept>; data: SeenCaregiverChoice }

type Reached = SeenCaregiverChoice['caregiver']
/** Where it would go: the words for it alone, where it is protected. */
const phoneSaid = ({ phone, protection }: Reached) => {
  if (phone !== null) return say('text', { phone })
  return say(protection?.phone === true ? 'text_protected' : 'no_phone')
}
const emailSaid = ({ email, protection }: Reached) => {
  if (email !== null) return say('email', { address: breakable(email) })
  return say(protection?.email === true ? 'email_protected' : 'no_email')
}

const Ways = ({ field, data: { caregiver } }: Asked) => (
  <>
    <Tick
      field={field}
      name="text"
      legend={say('by_text')}
      label={phoneSaid(caregiver)}
      hint={say('text_hint')}
    />
    <Tick field={field} name="email" legend={say('by_email')} label={emailSaid(caregiver)} />
    <Tick field={field} name="withTime" legend={say('time_legend')} label={say('with_time')} />
  </>
)

const Pause = ({ field }: Pick<Asked, 'field'>) => {
  const { value, ...asked } = field('reason')
  return (
    <fieldset class="part flow">
      <legend>{say('pause')}</legend>
      <PauseField field={field} />
      <Choices
        {...asked}
        legend={say('reason')}
        options={pauseReasons.map((each) => ({ value: each, label: why(each) }))}
        {...(value !== undefined && { chosen: value })}
      />
    </fieldset>
  )
}

const CaregiverChoicePage = (data: SeenCaregiverChoice, view: View) => {
  const { student, caregiver, choice, rules } = data
  const field = kept(view, heldOf(data))
  const details = `/students/${student.id}/details`
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('family_title', { name: caregiver.name })}
        crumb={{ href: details, label: say('back_details', { name: studentName(student) }) }}
      >
        <p>{say('family_lead')}</p>
        <p>
          {say('rule', { rule: rule(caregiver.contactRule) })}. {say('cap', { count: rules.familyPerWeek })}
        </p>
      </PageHead>
      <Form
        to={`/students/${student.id}/caregivers/${caregiver.id}/messages`}
        shell={view.shell}
        layout="flow"
        hidden={{ version: choice.version }}
      >
        <Ways field={field} data={data} />
        <HourFields field={field} rules={rules} words={caregiver.contactHours} />
        <Pause field={field} />
        <p class="row">
          <Button kind="go">{say('save')}</Button>
          <ButtonLink kind="text" href={details}>
            {say('keep')}
          </ButtonLink>
        </p>
      </Form>
    </Page>
  )
}

export const caregiverChoiceScreen = screen({
  address: '/students/:studentId/caregivers/:caregiverId/messages',
  title: say('family_screen'),
  look: lookCaregiverChoice,
  page: CaregiverChoicePage,
})

export const caregiverChoiceResource = resource({
  address: 'POST /students/:studentId/caregivers/:caregiverId/messages',
  act: setCaregiverChoice,
  stands: caregiverChoiceScreen,
  then: ({ studentId }) => `/students/${studentId}/details`,
})
