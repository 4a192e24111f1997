import { Choices, type kept } from '#design/contract.ts'
import type { ConsentsData } from '../consents-page.ts'
import { ruleWords } from '../rule-words.ts'
import { screenWords } from '../screen-words.ts'
import { asked } from './options.ts'

const say = screenWords()
const rules = ruleWords()
type Proposal = ConsentsData['proposals'][number]

const hintOf = ({ age, fromAge, caregiverTold }: Proposal): string =>
  fromAge === null
    ? say('care_adult', { age: age ?? '' })
    : `${say('care_rule', { fromAge, age: age ?? '' })} ${say(caregiverTold ? 'care_told' : 'care_not_told')}`

/** A student may be chosen only where an approved rule proposes it; a person decides [R151]. */
export function WhoAnswers({ data, field }: { data: ConsentsData; field: ReturnType<typeof kept> }) {
  const allowed = data.proposals.filter(({ may }) => may)
  if (allowed.length === 0) return null
  const care = (
    <Choices
      {...asked(field('care'))}
      legend={say('care')}
      options={allowed.map((each) => ({
        value: each.care,
        label: rules(`care.${each.care}`),
        hint: hintOf(each),
      }))}
    />
  )
  return (
    <Choices
      {...asked(field('grantorKind'))}
      legend={say('who_answers')}
      options={[
        { value: 'caregiver', label: say('who_caregiver'), disabled: data.minorConsented },
        { value: 'student', label: say('who_student'), reveal: care },
      ]}
    />
  )
}
