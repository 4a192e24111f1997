import { roleWords } from '#access/roles.ts'
import type { View } from '#access/screen.ts'
import { Act, Button, Choices, Field, Form, kept } from '#design/contract.ts'
import { teamWords } from '../screen-words.ts'
import { memberSides, schoolRoles, stepKinds } from '../team.ts'
import { roleNames, stepNames } from '../words.ts'
import { nameOf, type Props, to } from './team-parts.tsx'

const say = teamWords()
const role = roleNames()
const step = stepNames()
const staffRole = roleWords()

const open = { value: '', label: say('choose') }
const typedFor = (view: View, form: string) =>
  view.typed['_form'] === form ? view : { typed: {}, problem: undefined }

type Of = { props: Props; field: ReturnType<typeof kept> }

const OfSchool = ({ props, field }: Of) => (
  <>
    <Field
      {...field('personId')}
      type="select"
      label={say('which_person')}
      options={[
        open,
        ...props.team.choices.staff.map(({ id, name, role: held }) => ({
          value: id,
          label: `${name}, ${staffRole(held)}`,
        })),
      ]}
    />
    <Field
      {...field('role')}
      type="select"
      label={say('role')}
      options={[open, ...schoolRoles.map((each) => ({ value: each, label: role(each) }))]}
    />
  </>
)

const OfAgency = ({ props, field }: Of) => (
  <Field
    {...field('referralId')}
    type="select"
    label={say('which_agency')}
    hint={say('agency_note')}
    options={[
      open,
      ...props.team.choices.agencies.map(({ id, name: agency, consented }) => ({
        value: id,
        label: consented ? agency : say('no_yes', { agency }),
      })),
    ]}
  />
)

const OfFamily = ({ props, field }: Of) => (
  <Field
    {...field('caregiverId')}
    type="select"
    label={say('which_caregiver')}
    options={[open, ...props.team.choices.caregivers.map(({ id, name }) => ({ value: id, label: name }))]}
  />
)

/** What each side asks for: the student alone needs nothing more. */
const asks = { school: OfSchool, agency: OfAgency, caregiver: OfFamily, student: undefined }

/** Somebody is put on the team. */
export const AddMember = (props: Props) => {
  const { value, ...field } = kept(typedFor(props.view, 'member'))('side')
  const asked = { props, field: kept(typedFor(props.view, 'member')) }
  return (
    <section class="after flow" aria-labelledby="add">
      <h2 id="add">{say('add')}</h2>
      <Form
        to={to(props, 'members')}
        shell={props.view.shell}
        layout="box read flow"
        hidden={{ _form: 'member' }}
      >
        <Choices
          {...field}
          legend={say('side')}
          chosen={value ?? ''}
          options={memberSides.map((each) => {
            const Ask = asks[each]
            return {
              value: each,
              label: say(`side_${each}`),
              ...(Ask !== undefined && { reveal: <Ask {...asked} /> }),
            }
          })}
        />
        <Button kind="go">{say('add_save')}</Button>
      </Form>
    </section>
  )
}

/** A step is put in the plan. */
export const AddStep = (props: Props) => {
  const field = kept(typedFor(props.view, 'step'))
  const onIt = props.team.members.filter(({ mayBeGiven }) => mayBeGiven)
  return (
    <section class="after flow" aria-labelledby="step">
      <h2 id="step">{say('step')}</h2>
      <Form
        to={to(props, 'steps')}
        shell={props.view.shell}
        layout="box read flow"
        hidden={{ _form: 'step' }}
      >
        <Field
          {...field('memberId')}
          type="select"
          label={say('who_does')}
          options={[open, ...onIt.map((member) => ({ value: member.id, label: nameOf(member) }))]}
        />
        <Field
          {...field('what')}
          type="select"
          label={say('what')}
          options={[open, ...stepKinds.map((each) => ({ value: each, label: step(each) }))]}
        />
        <Field {...field('dueOn')} type="date" width="short" label={say('by_day')} />
        <Button kind="go">{say('step_save')}</Button>
      </Form>
    </section>
  )
}

/** The end of the team. */
export const EndTeam = (props: Props) => (
  <section class="after flow" aria-labelledby="end">
    <h2 id="end">{say('end')}</h2>
    <p>{say('end_note')}</p>
    <Act id="end-team" to={to(props, 'end')} shell={props.view.shell}>
      {say('end')}
    </Act>
  </section>
)
