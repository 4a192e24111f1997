import { KeyList, MarkedList } from '#design/contract.ts'
import type { Checklist } from '../checklist.ts'
import { screenWords } from '../screen-words.ts'
import { standardsWords } from '../words.ts'

const say = screenWords()
const said = standardsWords()

type Answer = Checklist['items'][number]['answers'][number]

const answerText = ({ label, points, immediate }: Answer) =>
  immediate === true ? say('immediate', { label }) : say('points', { label, points })

/** What is filled in by hand on a paper copy. */
const Blank = ({ label }: { label: string }) => (
  <p>
    {label} <span aria-hidden="true">____________________</span>
  </p>
)

/**
 * The one checklist of every school, for screen and paper. That it is not a diagnostic tool stands above the
 * first question, on both [R013].
 */
export const ChecklistBody = ({ body }: { body: Checklist }) => (
  <article class="flow read" aria-labelledby="checklist">
    <h2 id="checklist">{body.title}</h2>
    <p class="banner here">
      <b>{body.statement}</b>
    </p>
    <p>{say('checklist_how')}</p>
    <div class="pairs auto">
      <Blank label={say('checklist_name')} />
      <Blank label={say('checklist_date')} />
      <Blank label={say('checklist_by')} />
    </div>
    <ol class="flow">
      {body.items.map((item) => (
        <li>
          <h3>{item.question}</h3>
          {item.hint !== undefined && <p class="hint">{item.hint}</p>}
          <MarkedList
            items={item.answers.map((answer) => ({ s: 'next' as const, text: answerText(answer) }))}
          />
        </li>
      ))}
    </ol>
    <h3>{say('checklist_paths')}</h3>
    <KeyList
      items={body.thresholds.map(({ atLeast, path }) => ({
        key: said(`path_${path}`),
        value: say('from_points', { points: atLeast }),
      }))}
    />
  </article>
)
