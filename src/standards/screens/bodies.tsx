import type { Role } from '#access/roles.ts'
import { MarkedList, Table } from '#design/contract.ts'
import type { VNode } from 'preact'
import { clockNames, clocks } from '../clocks.ts'
import type { HandoffRule } from '../handoff-rules.ts'
import type { Bodies, Kind } from '../kinds.ts'
import { limitWords, measureWords } from '../limit-words.ts'
import { sortRules } from '../must-not.ts'
import { listNames } from '../reason-lists.ts'
import { screenWords } from '../screen-words.ts'
import type { TierDefinition } from '../tiers.ts'
import { standardsWords } from '../words.ts'
import { changeWords } from './change-words.ts'
import { ChecklistBody } from './checklist.tsx'
import { CrisisBody } from './crisis-body.tsx'
import { DrillsBody } from './drills-body.tsx'
import { EarlyWarningBody } from './early-warning-body.tsx'
import { MessageRulesBody } from './message-rules-body.tsx'
import { MinimumNecessaryBody } from './minimum-necessary-body.tsx'
import { SignalsBody } from './signals-body.tsx'
import { TierLimits } from './tier-limits.tsx'
import { TriageStaffBody } from './triage-staff-body.tsx'

const say = screenWords()
const said = standardsWords()

type Criteria = readonly { text: string; inUse: boolean }[]
const Criterions = ({ title, criteria }: { title: string; criteria: Criteria }) => (
  <>
    <h3>{title}</h3>
    <ul>
      {criteria.map(({ text, inUse }) => (
        <li>
          {text}
          {!inUse && <span class="quiet"> ({say('not_in_use')})</span>}
        </li>
      ))}
    </ul>
  </>
)

const Tier = ({ tier }: { tier: TierDefinition }) => (
  <section class="flow" aria-labelledby={`tier-${tier.tier}`}>
    <h2 id={`tier-${tier.tier}`}>{tier.name}</h2>
    <p>{tier.description}</p>
    <h3>{say('tier_services')}</h3>
    <ul>
      {tier.services.map((service) => (
        <li>{service}</li>
      ))}
    </ul>
    <Criterions title={say('tier_entry')} criteria={tier.entry} />
    <Criterions title={say('tier_exit')} criteria={tier.exit} />
  </section>
)

const ClocksBody = ({ body }: { body: Bodies['time_standards'] }) => {
  const rows = clockNames.map((clock) => ({ clock, ...body[clock] }))
  return (
    <>
      <Table
        caption={say('clocks_caption')}
        rows={rows}
        columns={[
          {
            head: say('head_clock'),
            cell: ({ clock }) => (
              <>
                {said(`clock_${clock}`)}
                {clocks[clock].flat && (
                  <>
                    <br />
                    <small>{say('flat')}</small>
                  </>
                )}
              </>
            ),
          },
          { head: say('head_limit'), cell: ({ limit }) => limitWords(limit) },
          { head: say('head_urgent'), cell: ({ urgent }) => (urgent ? limitWords(urgent) : say('same')) },
          {
            head: say('head_high_need'),
            cell: ({ highNeed }) => (highNeed ? limitWords(highNeed) : say('same')),
          },
        ]}
      />
      <TierLimits rows={body.byTier} />
    </>
  )
}

type Limits = Bodies['time_standards']
const withinWords = ({ within }: HandoffRule, limits: Limits) =>
  'clock' in within ? limitWords(limits[within.clock].limit) : limitWords(within)

const RulesBody = ({ body, limits }: { body: Bodies['handoff_rules']; limits: Limits }) => (
  <Table
    caption={say('rules_caption')}
    rows={body.rules}
    columns={[
      { head: say('head_change'), cell: changeWords },
      { head: say('head_caller'), cell: ({ caller }) => caller },
      { head: say('head_callee'), cell: ({ callee }) => callee },
      { head: say('head_within'), cell: (rule) => withinWords(rule, limits) },
      { head: say('head_tool'), cell: ({ tool }) => tool },
    ]}
  />
)

const HighNeedBody = ({ body }: { body: Bodies['high_need'] }) => (
  <>
    <p>{say('high_need_lead')}</p>
    <Table
      caption={said('kind_high_need')}
      rows={body.criteria}
      columns={[
        {
          head: say('head_criterion'),
          cell: ({ name, inUse }) => (inUse ? name : `${name} (${say('not_in_use')})`),
        },
        {
          head: say('head_measure'),
          cell: ({ description, measure }) => `${description} ${measureWords(measure)}.`,
        },
      ]}
    />
  </>
)

const ListsBody = ({ body }: { body: Bodies['reasons'] }) => (
  <>
    {listNames.map((name) => (
      <section class="flow" aria-labelledby={`list-${name}`}>
        <h2 id={`list-${name}`}>{say(`list_${name}`)}</h2>
        <ul>
          {body[name].map(({ label, inUse }) => (
            <li>{inUse ? label.en : say('retired', { label: label.en })}</li>
          ))}
        </ul>
      </section>
    ))}
  </>
)

/** Two lists, because only one of them is refused by the product. */
const MustNotBody = ({ body }: { body: Bodies['must_not'] }) => {
  const sorted = sortRules(body)
  return (['refused', 'kept'] as const)
    .filter((which) => sorted[which].length > 0)
    .map((which) => (
      <section class="flow" aria-labelledby={`rules-${which}`}>
        <h2 id={`rules-${which}`}>{say(`must_not_${which}`)}</h2>
        <p>{say(`must_not_${which}_note`)}</p>
        <MarkedList items={sorted[which].map(({ text }) => ({ s: 'end' as const, text }))} />
      </section>
    ))
}

/** How each part of the model reads in plain words. A part without a line here does not compile. */
export const bodies: { readonly [K in Kind]: (body: Bodies[K], limits: Limits, reader: Role) => VNode } = {
  tiers: ({ tiers }) => (
    <>
      {tiers.map((tier) => (
        <Tier tier={tier} />
      ))}
    </>
  ),
  checklist: (body) => <ChecklistBody body={body} />,
  time_standards: (body) => <ClocksBody body={body} />,
  handoff_rules: (body, limits) => <RulesBody body={body} limits={limits} />,
  must_not: (body) => <MustNotBody body={body} />,
  high_need: (body) => <HighNeedBody body={body} />,
  reasons: (body) => <ListsBody body={body} />,
  signals: (body) => <SignalsBody body={body} />,
  triage_staff: (body) => <TriageStaffBody body={body} />,
  minimum_necessary: (body, _, reader) => <MinimumNecessaryBody body={body} reader={reader} />,
  message_rules: (body) => <MessageRulesBody body={body} />,
  crisis: (body) => <CrisisBody body={body} />,
  early_warning: (body) => <EarlyWarningBody body={body} />,
  drills: (body) => <DrillsBody body={body} />,
}
