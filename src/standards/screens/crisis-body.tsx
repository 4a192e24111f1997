import { KeyList, MarkedList, Table } from '#design/contract.ts'
import { type CrisisStandard, riskLevels } from '../crisis.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

/** The rubric as a table: a question in each row, a level in each column. */
export const Rubric = ({ body: { statement, items } }: { body: CrisisStandard }) => (
  <section class="flow" aria-labelledby="rubric">
    <h2 id="rubric">{say('crisis_rubric')}</h2>
    <p>{statement}</p>
    <Table
      caption={say('crisis_rubric_how')}
      rows={items}
      columns={[
        { head: say('head_question'), cell: ({ question }) => question },
        ...riskLevels.map((level) => ({
          head: say(`level_${level}`),
          cell: (item: CrisisStandard['items'][number]) => item[level],
        })),
      ]}
    />
  </section>
)

const Tree = ({ body: { tree, responses } }: { body: CrisisStandard }) => (
  <section class="flow" aria-labelledby="tree">
    <h2 id="tree">{say('crisis_tree')}</h2>
    <Table
      caption={say('crisis_tree_how')}
      rows={riskLevels}
      columns={[
        { head: say('head_level'), cell: (level) => say(`level_${level}`) },
        { head: say('head_response'), cell: (level) => say(`response_${tree[level]}`) },
      ]}
    />
    <Table
      caption={say('crisis_responses')}
      rows={responses}
      columns={[
        { head: say('head_response'), cell: ({ code }) => say(`response_${code}`) },
        { head: say('head_criteria'), cell: ({ criteria }) => criteria },
      ]}
    />
  </section>
)

const Said = ({ id, head, lines }: { id: string; head: string; lines: readonly string[] }) => (
  <section class="flow" aria-labelledby={id}>
    <h2 id={id}>{head}</h2>
    <MarkedList items={lines.map((text) => ({ s: 'end' as const, text }))} />
  </section>
)

/** The one decision standard in a crisis, part by part. */
export const CrisisBody = ({ body }: { body: CrisisStandard }) => (
  <>
    <Rubric body={body} />
    <Tree body={body} />
    <Said id="first" head={say('crisis_actions')} lines={body.actions.map(({ what }) => what)} />
    <section class="flow" aria-labelledby="caregiver">
      <h2 id="caregiver">{say('crisis_caregiver')}</h2>
      <p>{body.caregiverRule}</p>
    </section>
    <Said id="not-told" head={say('crisis_exceptions')} lines={body.exceptions.map(({ reason }) => reason)} />
    <section class="flow" aria-labelledby="policies">
      <h2 id="policies">{say('crisis_policies')}</h2>
      {body.policies.map(({ title, says, reviewOn }) => (
        <div>
          <h3>{title}</h3>
          <p>
            {says} <span class="quiet">{say('crisis_review_on', { day: reviewOn })}</span>
          </p>
        </div>
      ))}
    </section>
    <Said id="reentry" head={say('crisis_reentry')} lines={body.reentry.map(({ what }) => what)} />
    <section class="flow" aria-labelledby="times">
      <h2 id="times">{say('crisis_times')}</h2>
      <KeyList
        items={[
          { key: say('edit_contacts_days'), value: String(body.contactsCheckedWithinDays) },
          { key: say('edit_check_minutes'), value: String(body.checkEveryMinutes) },
          { key: say('edit_reviewed_by_another'), value: say(`said_${body.reviewedByAnother}`) },
          { key: say('edit_plan_after_days'), value: String(body.planAfterAbsentDays) },
          ...body.stabilityDays.map((days, place) => ({
            key: say('edit_stability_days', { number: place + 1 }),
            value: String(days),
          })),
        ]}
      />
    </section>
  </>
)
