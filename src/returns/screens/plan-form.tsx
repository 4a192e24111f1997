import type { View } from '#access/screen.ts'
import { Act, Button, Choices, Field, Form, inPart, kept, keptAll } from '#design/contract.ts'
import { dayOf, timeOf } from '#district/contract.ts'
import type { SeenPlanPage } from '../look-plan.ts'
import { planTexts } from '../plan.ts'
import { returnWords } from '../screen-words.ts'
import { planWords } from '../words.ts'

const say = returnWords()
const because = planWords()
type Props = { data: SeenPlanPage; view: View }
const hints = { attendees: say('attendees_hint'), nextVisit: say('nextVisit_hint') }
const hintOf = (name: string) => (hints as Record<string, string | undefined>)[name]

/** What the plan holds, as its fields carry it. */
const heldIn = ({ plan, calendar }: SeenPlanPage) => ({
  ...plan,
  meetingOn: plan.meetingAt === null ? null : dayOf(calendar, plan.meetingAt),
  meetingTime: plan.meetingAt === null ? null : timeOf(calendar, plan.meetingAt),
  suicideThreat: plan.suicideThreat === null ? null : plan.suicideThreat ? 'yes' : 'no',
})

const Policy = ({ data, view }: Props) => {
  const { value, ...field } = kept(view, { suicideThreat: heldIn(data).suicideThreat })('suicideThreat')
  return (
    <>
      <Choices
        {...field}
        inline
        legend={say('suicideThreat')}
        chosen={value ?? ''}
        options={(['yes', 'no'] as const).map((each) => ({ value: each, label: say(each) }))}
      />
      <Choices
        name="steps"
        many
        legend={say('steps')}
        hint={say('steps_hint')}
        chosen={keptAll(view, 'steps', data.plan.steps)}
        options={data.policy.map(({ code, what }) => ({ value: code, label: what }))}
      />
    </>
  )
}

/** What is known of a return is written down part by part. */
export const PlanForm = ({ data, view: whole }: Props) => {
  const part = 'plan'
  const view = inPart(whole, part)
  const { meetingOn, meetingTime, returnOn, attendees, supports, nextVisit, checkIns, ifRiskRises } =
    heldIn(data)
  const texts = { attendees, supports, nextVisit, checkIns, ifRiskRises }
  const field = kept(view, { meetingOn, meetingTime, returnOn, ...texts })
  return (
    <Form to={`/returns/${data.plan.incidentId}`} shell={view.shell} hidden={{ part }} layout="box read flow">
      <Field {...field('returnOn')} type="date" width="mid" label={say('return_on')} optional />
      <Field {...field('meetingOn')} type="date" width="mid" label={say('meeting_on')} optional />
      <Field {...field('meetingTime')} type="time" width="short" label={say('meeting_time')} optional />
      {planTexts.map((name) => (
        <Field
          {...field(name)}
          type="textarea"
          label={say(name)}
          {...(hintOf(name) !== undefined && { hint: hintOf(name) })}
          maxlength={1000}
          optional
        />
      ))}
      <Policy data={data} view={view} />
      <p>
        <Button {...(data.blanks.length > 0 && { kind: 'go' as const })}>{say('save')}</Button>
      </p>
    </Form>
  )
}

/** The plan is agreed on once nothing is blank; until then it says exactly what is. */
export const Agree = ({ data, view }: Props) => (
  <Act
    id="agree"
    kind="go"
    to={`/returns/${data.plan.incidentId}/agreement`}
    shell={view.shell}
    reasons={data.blanks.map((blank) => ({ met: false, says: because(blank) }))}
  >
    {say('agree')}
  </Act>
)

export const Aside = ({ data, view }: Props) => {
  const part = 'aside'
  return (
    <details class="more" {...(view.typed['part'] === part && { open: true })}>
      <summary>{say(data.plan.state === 'due' ? 'aside' : 'aside_agreed')}</summary>
      <Form
        to={`/returns/${data.plan.incidentId}/setting-aside`}
        shell={view.shell}
        hidden={{ part }}
        layout="box read flow"
      >
        <Field {...kept(inPart(view, part))('because')} label={say('aside_why')} maxlength={500} />
        <p>
          <Button>{say(data.plan.state === 'due' ? 'aside_save' : 'aside_agreed')}</Button>
        </p>
      </Form>
    </details>
  )
}
