import { roleWords } from '#access/roles.ts'
import type { View } from '#access/screen.ts'
import { teamKindWords } from '#crisis/contract.ts'
import { Button, ButtonLink, Choices, Field, Form, inPart, kept, keptAll } from '#design/contract.ts'
import type { SeenDrill } from '../look-drill.ts'
import { drillWords } from '../screen-words.ts'

const say = drillWords()
const role = roleWords()
const team = teamKindWords()
type Props = { data: SeenDrill; view: View }
const shown = { many: true, inline: 'columns' } as const

/** Staff with a mark each. Of many only the first: the rest are found by name, and added afterwards. */
const Staff = ({ data: { people }, view }: Props) => {
  const { value: _, ...field } = kept(view)('personIds')
  return (
    <>
      <Choices
        {...field}
        {...shown}
        legend={say('staff')}
        chosen={keptAll(view, 'personIds')}
        options={people.staff.map((each) => ({ value: each.id, label: each.name, hint: role(each.role) }))}
      />
      {people.more > 0 && <p class="hint">{say('more_staff', { count: people.more })}</p>}
    </>
  )
}

const Members = ({ data: { people }, view }: Props) => {
  const { value: _, ...field } = kept(view)('memberIds')
  return people.team.length === 0 ? null : (
    <Choices
      {...field}
      {...shown}
      legend={say('of_team')}
      chosen={keptAll(view, 'memberIds')}
      options={people.team.map((each) => ({ value: each.id, label: each.name, hint: team(each.kind) }))}
    />
  )
}

/** Finds people by name where there are more than the page shows. */
export const FindPeople = ({ data: { people, drill, who }, view }: Props) =>
  people.searched ? (
    <Form to={`/drills/${drill.id}`} shell={view.shell} method="query" layout="flow read">
      <Field name="who" type="search" label={say('find_staff')} value={who} />
      <p>
        <Button>{say('find_do')}</Button>
      </p>
      {who !== '' && people.staff.length === 0 && <p>{say('find_none', { typed: who })}</p>}
    </Form>
  ) : null

/** Says that it was held: the day, and who took part. */
export const Hold = ({ data, view: whole }: Props) => {
  const view = inPart(whole, 'hold')
  const heldOn = kept(view, { heldOn: data.today })('heldOn')
  const isTimed = data.drill.kind === 'timed'
  return (
    <section class="after flow" aria-labelledby="hold">
      <h2 id="hold">{say(isTimed ? 'end' : 'hold')}</h2>
      <Form
        to={`/drills/${data.drill.id}/completion`}
        shell={view.shell}
        hidden={{ part: 'hold' }}
        layout="box read flow"
      >
        <Field {...heldOn} type="date" width="mid" label={say('held_day')} />
        {!isTimed && <Staff data={data} view={view} />}
        <Members data={data} view={view} />
        <Button kind="go">{say('hold_do')}</Button>
      </Form>
    </section>
  )
}

/** Begins a timed drill: who takes part is marked before, because nobody else is told. */
export const Begin = ({ data, view: whole }: Props) => {
  const view = inPart(whole, 'begin')
  return (
    <section class="after flow" aria-labelledby="begin">
      <h2 id="begin">{say('begin')}</h2>
      <p>{say('begin_note')}</p>
      <Form
        to={`/drills/${data.drill.id}/beginning`}
        shell={view.shell}
        hidden={{ part: 'begin' }}
        layout="box read flow"
      >
        <Staff data={data} view={view} />
        <Button kind="go">{say('begin_do')}</Button>
      </Form>
    </section>
  )
}

/** Adds others who took part. */
export const AddPresent = ({ data, view: whole }: Props) => {
  const view = inPart(whole, 'others')
  return data.people.staff.length === 0 ? null : (
    <details class="more" {...((whole.typed['part'] === 'others' || data.who !== '') && { open: true })}>
      <summary>{say('others')}</summary>
      <Form
        to={`/drills/${data.drill.id}/participants`}
        shell={view.shell}
        hidden={{ part: 'others' }}
        layout="flow read"
      >
        <Staff data={data} view={view} />
        <Button>{say('others_do')}</Button>
      </Form>
    </details>
  )
}

/** Where the live incident of a drill stands while it runs, for those who take part. */
export const Live = ({ data: { drill, times, takesPart } }: { data: SeenDrill }) =>
  times?.isRunning && takesPart ? (
    <p>
      <ButtonLink kind="go" href={`/crisis/incidents/${drill.id}`}>
        {say('live')}
      </ButtonLink>
    </p>
  ) : null
