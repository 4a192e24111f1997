import { Button, Choices, Field, MarkedList } from '#design/contract.ts'
import { rubricWaits } from '../departures.ts'
import { incidentRoles } from '../entry.ts'
import type { IncidentRole } from '../entry.ts'
import { explanationOf } from '../levels.ts'
import { holderOf } from '../rules.ts'
import { treeWords } from './paper-words.ts'
import { SomebodyTrained } from './trained-step.tsx'
import { fieldsOf, type Part, say, Skip, StaffField, Step, Tap } from './step-parts.tsx'

const tree = treeWords()
const levels = ['low', 'moderate', 'high'] as const

/** What is done first, each with one press. */
export const Safety = ({ data, view }: Part) => {
  const done = new Set(data.entries.filter(({ kind }) => kind === 'safety_done').map(({ what }) => what))
  const open = data.standard.actions.filter(({ code }) => !done.has(code))
  return (
    <div class="flow">
      {open.map(({ code, what }, at) => (
        <Tap data={data} view={view} to="safety" hidden={{ action: code }} first={at === 0}>
          {what}
        </Tap>
      ))}
      {done.size === 0 && <Skip data={data} view={view} step="safety" />}
    </div>
  )
}

const NameOne = ({ data, view, role }: Part & { role: IncidentRole }) => {
  const part = `role-${role}`
  const field = fieldsOf(view, part)
  return (
    <div class="flow">
      <Tap data={data} view={view} to="roles" hidden={{ role, self: 'yes' }}>
        {say('role_self', { role: say(`role_${role}`) })}
      </Tap>
      <Step data={data} view={view} to="roles" hidden={{ part, role }} layout="flow">
        <StaffField data={data} field={field('personId')} label={say('role_who')} id={`who-${role}`} />
        <Field {...field('name')} id={`name-${role}`} optional label={say('role_name')} maxlength={80} />
        <p>
          <Button>{say('role_save')}</Button>
        </p>
      </Step>
    </div>
  )
}

/** Four people by name: oneself with one press, somebody of the staff, or a name. */
export const Roles = ({ data, view }: Part) => (
  <div class="flow">
    <MarkedList
      items={incidentRoles.map((role) => {
        const holder = holderOf(data.entries, role)
        const name = holder?.personName ?? holder?.words
        return {
          s: holder === undefined ? ('due' as const) : ('done' as const),
          text: (
            <>
              {say(`role_${role}`)}: <bdi>{name ?? say('role_none')}</bdi>
            </>
          ),
        }
      })}
    />
    {incidentRoles.map((role) => (
      <details class="more" {...(data.nextRole === role && { open: true })}>
        <summary>{say(`role_${role}`)}</summary>
        <NameOne data={data} view={view} role={role} />
      </details>
    ))}
  </div>
)

/** The questions, one answer each: the level is worked out and never typed. */
const Questions = ({ data, view }: Part) => {
  const field = fieldsOf(view, 'rubric')
  return (
    <>
      {data.rubric.drilled && <p>{say('rubric_drill')}</p>}
      <p class="quiet">{data.standard.statement}</p>
      <Step data={data} view={view} to="rubric" hidden={{ part: 'rubric' }} layout="flow">
        {data.standard.items.map((item) => {
          const { value, ...given } = field(`answers.${item.code}`)
          const options = levels.map((level) => ({ value: level, label: item[level] }))
          return <Choices {...given} legend={item.question} options={options} chosen={value ?? []} />
        })}
        <p>
          <Button big kind="go">
            {say('rubric_save')}
          </Button>
        </p>
      </Step>
    </>
  )
}

/** That the rubric was left out, and who looks at that. */
const LeftOut = ({ data }: Pick<Part, 'data'>) => {
  const left = rubricWaits(data)
  const second = left && explanationOf(data.entries, left)
  return second ? <p>{say('left_waits', { name: second.personName ?? '' })}</p> : null
}

/** The rubric: its questions for whoever is trained, else who runs it. */
export const Rubric = ({ data, view }: Part) => (
  <div class="flow">
    {data.level !== null && (
      <p>
        <b>{say('rubric_now', { level: tree(data.level) })}</b>
      </p>
    )}
    {data.rubric.lacking === null ? (
      <Questions data={data} view={view} />
    ) : (
      <SomebodyTrained data={data} view={view} lacking={data.rubric.lacking} />
    )}
    <LeftOut data={data} />
    {data.level === null && <Skip data={data} view={view} step="rubric" />}
  </div>
)
