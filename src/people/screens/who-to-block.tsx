import { roleWords } from '#access/roles.ts'
import type { PersonRow } from '#district/contract.ts'
import { blockPageWords } from '../block-words.ts'
import type { SeenBlocks } from '../look-blocks.ts'

const say = blockPageWords()
const role = roleWords()

/** What tells two of one name apart: what they hold now, and where. */
function holds({ assignments, agency, ofFamily }: PersonRow, today: string): string {
  if (ofFamily) return say('of_family')
  const now = assignments.filter(({ endedOn, endsOn }) => endedOn === null && (endsOn ?? today) >= today)
  const parts = now.map((each) => [role(each.role), ...each.schools].join(', '))
  return [...new Set(parts), ...(agency === null ? [] : [agency])].join('; ') || say('nothing_held')
}

/** People by that name, and caregivers of the student by that name who have no sign-in. */
export const choosable = ({ found, caregivers, today }: SeenBlocks) => [
  ...found.map((each) => ({ value: each.id, label: <bdi>{each.name}</bdi>, hint: holds(each, today) })),
  ...caregivers.map(({ caregiverId, name }) => ({
    value: caregiverId,
    label: <bdi>{name}</bdi>,
    hint: say('caregiver_without'),
  })),
]

export const onlyOne = (choices: readonly { value: string }[]) =>
  choices.length === 1 ? choices[0]?.value : undefined
