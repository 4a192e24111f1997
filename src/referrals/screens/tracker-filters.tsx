import { Field, Filter, Meant, Narrow, type Shell } from '#design/contract.ts'
import { isChoice, isTyped } from '#platform/choosing.ts'
import { openStates, type Tracked } from '../look-tracker.ts'
import { stateWords } from '../words.ts'
import { trackerWords } from './tracker-words.ts'

const say = trackerWords()
const sayState = stateWords()

type Change = { sort?: string; after?: string; school?: string | null; navigator?: string | null }

/** The address of the tracker with the same filters and something changed; null takes a filter away. */
export function address(filter: Tracked['filter'], change: Change): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | null | undefined) => value != null && query.set(name, value)
  put('school', change.school === undefined ? filter.schoolId : change.school)
  put('state', filter.ended ? 'ended' : filter.state)
  put('navigator', change.navigator === undefined ? filter.navigatorId : change.navigator)
  put('need', filter.highNeed ? 'high' : undefined)
  put('time', filter.late ? 'late' : undefined)
  const sort = change.sort ?? filter.sort
  put('sort', sort === 'due' ? undefined : sort)
  put('after', change.after)
  const text = query.toString()
  return text === '' ? '/referrals' : `/referrals?${text}`
}

type OptionProps = {
  name: string
  label: string
  value: string | undefined
  all: string
  of: readonly { value: string; label: string }[]
}

/** One of a few things the list can be narrowed to. */
const Few = ({ name, label, value = '', all, of }: OptionProps) => (
  <Field name={name} type="select" label={label} value={value} options={[{ value: '', label: all }, ...of]} />
)

/** What the list can be narrowed to. It makes an address, but where a name is typed. */
export function Filters({
  tracked: { filter, choices },
  shell,
}: {
  tracked: Pick<Tracked, 'filter' | 'choices'>
  shell: Shell
}) {
  const { school, navigator } = choices
  const ended = { value: 'ended', label: say('ended') }
  const states = [...openStates.map((state) => ({ value: state, label: sayState(state) })), ended]
  const state = filter.ended ? 'ended' : filter.state
  const high = {
    value: filter.highNeed ? 'high' : undefined,
    of: [{ value: 'high', label: say('only_high') }],
  }
  const late = { value: filter.late ? 'late' : undefined, of: [{ value: 'late', label: say('only_late') }] }
  const toSchools = { all: say('all_schools'), clear: address(filter, { school: null }) }
  const toAnyone = { all: say('anyone'), clear: address(filter, { navigator: null }) }
  return (
    <Filter to="/referrals" typed={isTyped(school, navigator) ? shell : undefined}>
      {isChoice(school) && <Narrow name="school" label={say('school')} choosing={school} {...toSchools} />}
      <Few name="state" label={say('step')} value={state} all={say('any_step')} of={states} />
      <Narrow name="navigator" label={say('navigator')} choosing={navigator} {...toAnyone} />
      <Few name="need" label={say('need')} all={say('any_need')} {...high} />
      <Few name="time" label={say('time')} all={say('any_time')} {...late} />
    </Filter>
  )
}

/** Which school or which navigator, where the name that was typed does not say. */
export const Asking = ({ filter, choices: { school, navigator } }: Tracked) => (
  <div class="flow">
    <Meant label={say('school')} choosing={school} href={(id) => address(filter, { school: id })} />
    <Meant
      label={say('navigator')}
      choosing={navigator}
      href={(id) => address(filter, { navigator: id })}
      note={({ schoolName, more }) =>
        schoolName === null ? undefined : say('works_at', { school: schoolName, more })
      }
    />
  </div>
)
