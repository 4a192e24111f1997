import { MarkedList } from '#design/contract.ts'
import { dayOf, dayWords } from '#district/contract.ts'
import type { FamilyChoice } from '../choice.ts'
import type { SeenProfile } from '../look-profile.ts'
import type { NeedKind } from '../need.ts'
import { householdWords } from '../screen-words.ts'
import { choiceWords, needWords } from '../words.ts'

const say = householdWords()
const sayChoice = choiceWords()
const sayNeed = needWords()

function chosen({ kind, partnerName, detail }: FamilyChoice, today: string): string {
  const partner = partnerName ?? say('some_agency')
  if (kind === 'waits') return sayChoice('waits', { day: dayWords(detail ?? today, today) })
  if (kind === 'declined_need')
    return sayChoice('declined_need', { need: sayNeed(detail as NeedKind).toLowerCase() })
  if (kind === 'withdrew' || kind === 'declined_help') return sayChoice(kind)
  return sayChoice(kind, { partner })
}

/** What the family chose, the latest first: each is read where it was kept. */
export const ChoicesMade = ({ data: { choices, calendar, today } }: { data: SeenProfile }) => (
  <section class="flow" aria-labelledby="choices">
    <h2 id="choices">{say('choices')}</h2>
    <p>{say('choices_lead')}</p>
    {choices.length === 0 ? (
      <p>{say('choices_none')}</p>
    ) : (
      <MarkedList
        items={choices.map((choice) => ({
          s: 'done' as const,
          text: say('choice_line', {
            choice: chosen(choice, today),
            day: dayWords(dayOf(calendar, choice.at), today),
          }),
        }))}
      />
    )}
  </section>
)
