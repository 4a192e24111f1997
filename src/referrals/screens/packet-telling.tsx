import { Choices, Field, kept } from '#design/contract.ts'
import { milestones } from '../milestone.ts'
import { tells } from '../telling.ts'
import { milestoneWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'
import { asChoices, type FormProps, Sheet, typedIn } from './packet-sheet.tsx'

const say = inboxWords()
const sayMilestone = milestoneWords()

export function SafetyForm({ seen, view }: FormProps) {
  const field = asChoices(kept(typedIn(view, 'safety'))('signal'))
  return (
    <Sheet
      name="safety"
      to="signals"
      tells={tells.safety}
      seen={seen}
      view={view}
      heading={say('signal')}
      hint={say('signal_hint')}
      send={say('send_signal')}
    >
      <Choices
        {...field}
        legend={say('signal')}
        options={seen.choices.signals.safety.map(({ code, text }) => ({ value: code, label: text }))}
      />
    </Sheet>
  )
}

export function ParticipationForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'participation'))
  const signal = asChoices(field('signal'))
  return (
    <Sheet
      name="participation"
      to="participation"
      tells={tells.participation}
      seen={seen}
      view={view}
      heading={say('participation')}
      send={say('send_participation')}
    >
      <Field {...field('visitOn')} type="date" width="short" label={say('day')} />
      <Choices
        {...signal}
        legend={say('participation')}
        inline
        options={seen.choices.signals.participation.map(({ code, text }) => ({ value: code, label: text }))}
      />
    </Sheet>
  )
}

/** Two days: the plan is complete, its first milestone reached. What it says has no field [R164]. */
export function MilestoneForm({ seen, view }: FormProps) {
  const left = milestones.filter((each) => seen.milestones.every(({ milestone }) => milestone !== each))
  if (left.length === 0) return null
  const field = kept(typedIn(view, 'milestone'))
  const milestone = asChoices(field('milestone'))
  return (
    <Sheet
      name="milestone"
      to="milestones"
      tells={tells.status}
      seen={seen}
      view={view}
      heading={say('milestone')}
      hint={say('milestone_hint')}
      send={say('send_milestone')}
    >
      <Choices
        {...milestone}
        legend={say('milestone')}
        options={left.map((each) => ({ value: each, label: sayMilestone(each) }))}
      />
      <Field {...field('reachedOn')} type="date" width="short" label={say('day')} />
    </Sheet>
  )
}

/** That a referral to somebody else is asked for, and nothing of what for or to whom. */
export const FurtherForm = ({ seen, view }: FormProps) => (
  <Sheet
    name="further"
    to="further-requests"
    tells={tells.status}
    seen={seen}
    view={view}
    heading={say('further')}
    hint={say('further_hint')}
    send={say('send_further')}
  />
)
