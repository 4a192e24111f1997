import type { View } from '#access/screen.ts'
import { Act, Button, Choices, Empty, Field, Form, kept } from '#design/contract.ts'
import { dayOf, dayWords } from '#district/contract.ts'
import type { SeenProfile } from '../look-profile.ts'
import { type FamilyNeed, needKinds, needOutcomes } from '../need.ts'
import { householdWords } from '../screen-words.ts'
import { needOutcomeWords, needWords } from '../words.ts'

const say = householdWords()
const kindOf = needWords()
const outcomeOf = needOutcomeWords()

type Props = { data: SeenProfile; view: View }
type One = Props & { need: FamilyNeed }

const standsOf = (need: FamilyNeed, { calendar, today }: SeenProfile) => {
  const { outcome, endedAt, ownerName: name, dueOn } = need
  if (outcome !== null && endedAt !== null)
    return say('need_ended', {
      outcome: outcomeOf(outcome),
      day: dayWords(dayOf(calendar, endedAt), today),
    })
  return say(dueOn < today ? 'need_late' : 'need_open', { name, day: dayWords(dueOn, today) })
}

const End = ({ need, data, view }: One) => {
  const { value: _, ...field } = kept(view)('outcome')
  return (
    <Form
      to={`/students/${data.student.id}/family/needs/${need.id}/end`}
      shell={view.shell}
      layout="box read flow"
    >
      <Choices
        {...field}
        id={`outcome-${need.id}`}
        inline="columns"
        legend={say('ended_how', { need: kindOf(need.kind) })}
        hint={say('no_reason')}
        chosen=""
        options={needOutcomes.map((code) => ({ value: code, label: outcomeOf(code) }))}
      />
      <Button>{say('end')}</Button>
    </Form>
  )
}

const Need = ({ need, data, view }: One) => {
  const open = need.endedAt === null && data.mayKeep
  return (
    <div class="flow">
      <h3>{kindOf(need.kind)}</h3>
      <p>{standsOf(need, data)}.</p>
      {open && need.ownerId !== data.personId && (
        <Act
          id={`take-${need.id}`}
          to={`/students/${data.student.id}/family/needs/${need.id}/owner`}
          shell={view.shell}
        >
          {say('take')}
        </Act>
      )}
      {open && <End need={need} data={data} view={view} />}
    </div>
  )
}

const Add = ({ data, view }: Props) => {
  const field = kept(view)
  return (
    <Form to={`/students/${data.student.id}/family/needs`} shell={view.shell} layout="box read flow">
      <h3>{say('add')}</h3>
      <Field
        {...field('kind')}
        type="select"
        width="mid"
        label={say('kind')}
        options={[
          { value: '', label: say('choose') },
          ...needKinds.map((code) => ({ value: code, label: kindOf(code) })),
        ]}
      />
      <Field {...field('dueOn')} type="date" width="short" label={say('due')} />
      <Button kind="go">{say('note')}</Button>
    </Form>
  )
}

/** What the family needs at home: what is open first, each with who sees to it. */
export const Needs = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="needs">
    <h2 id="needs">{say('needs')}</h2>
    <p>{say('needs_lead')}</p>
    {data.needs.length === 0 && <Empty fact={say('needs_none')} note={say('needs_note')} />}
    {data.needs.map((need) => (
      <Need need={need} data={data} view={view} />
    ))}
    {data.mayKeep && <Add data={data} view={view} />}
    {data.mayKeep && (
      <p>
        <a href={`/students/${data.student.id}/alerts`}>{say('tell_agency')}</a>
      </p>
    )}
  </section>
)
