import { KeyList } from '#design/contract.ts'
import type { DrillLibrary } from '../drills.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

/** The library of scenarios: what happens in each, and what there is to talk about. */
export const DrillsBody = ({ body: { scenarios } }: { body: DrillLibrary }) => (
  <>
    <p>{say('drills_lead')}</p>
    {scenarios.map(({ code, title, says, asks }) => (
      <section class="flow" aria-labelledby={`scenario-${code}`}>
        <h2 id={`scenario-${code}`}>{title}</h2>
        <KeyList
          items={[
            { key: say('edit_scenario_says'), value: says },
            { key: say('edit_scenario_asks'), value: asks },
          ]}
        />
      </section>
    ))}
  </>
)
