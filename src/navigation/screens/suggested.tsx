import type { View } from '#access/screen.ts'
import { Button, Choices, Form, keptAll } from '#design/contract.ts'
import { suggestionWords } from '#households/contract.ts'
import type { SeenHelps } from '../look-helps.ts'
import { navigationWords } from '../screen-words.ts'

const say = navigationWords()
const sayWhy = suggestionWords()

/** What is known of the family speaks of these barriers: whoever navigates says which of them stand. */
export const Suggested = ({ data, view }: { data: SeenHelps; view: View }) => (
  <section class="flow" aria-labelledby="suggested">
    <h2 id="suggested">{say('suggested')}</h2>
    <p>
      {say('suggested_lead')} <a href={`/students/${data.studentId}/family`}>{say('suggested_from')}</a>
    </p>
    <Form to={`/referrals/${data.referral.id}/suggested-barriers`} shell={view.shell} layout="box read flow">
      <Choices
        name="barriers"
        many
        legend={say('suggested_ask')}
        chosen={keptAll(view, 'barriers')}
        options={data.suggested.map(({ category, because }) => ({
          value: category,
          label: data.barrierLabels[category] ?? category,
          hint: because.map((reason) => sayWhy(reason)).join(' '),
        }))}
      />
      <Button>{say('suggested_save')}</Button>
    </Form>
  </section>
)
