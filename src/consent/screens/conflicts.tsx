import type { View } from '#access/screen.ts'
import { Button, Choices, Form, kept } from '#design/contract.ts'
import { settlingReasons } from '../conflict.ts'
import type { Consent, Scope } from '../consent.ts'
import type { ConsentsData } from '../consents-page.ts'
import { conflictWords } from '../law-words.ts'
import { momentWords } from '../moment.ts'
import { consentWords } from '../words.ts'
import { related } from './consent-history.tsx'
import { asked } from './options.ts'

const say = conflictWords()
const said = consentWords()

type Props = { data: ConsentsData; view: View }

/** What somebody last said to one question: a yes that was taken back is said to be so. */
function saidOf({ answers, revokedAt }: Consent, scope: Scope): string {
  if (revokedAt !== null) return said('standing.withdrawn')
  return said(answers.find((answer) => answer.scope === scope)?.answer === true ? 'yes' : 'no')
}

const Decide = ({ data, view, conflict }: Props & { conflict: ConsentsData['conflicts'][number] }) => {
  const { scope, between } = conflict
  const field = kept(view)
  const names = between.map((each) => ({
    value: each.id,
    label: say('answer_of', {
      name: each.grantorName,
      relationship: related(each.relationship),
      said: saidOf(each, scope),
    }),
    hint: say('said_at', { at: momentWords(each.revokedAt ?? each.givenAt, data) }),
  }))
  return (
    <Form
      to={`/referrals/${data.referral.id}/settlements`}
      shell={view.shell}
      hidden={{ scope }}
      layout="box read flow"
    >
      <h3>{said(`scope.${scope}`, { partner: data.referral.partnerName ?? '' })}</h3>
      <Choices {...asked(field('consentId'))} legend={say('question')} options={names} />
      <Choices
        {...asked(field('because'))}
        legend={say('because')}
        options={settlingReasons.map((value) => ({ value, label: say(`because.${value}`) }))}
      />
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

/** Questions two caregivers answered differently, and what a person decided before. */
export const Conflicts = ({ data, view }: Props) => (
  <>
    {data.conflicts.length > 0 && (
      <section class="after flow" aria-labelledby="conflict">
        <h2 id="conflict">{say('title')}</h2>
        <p>{say('lead')}</p>
        {data.maySettle &&
          data.conflicts.map((conflict) => <Decide data={data} view={view} conflict={conflict} />)}
      </section>
    )}
    {data.settlements.length > 0 && (
      <section class="after flow" aria-labelledby="decided">
        <h2 id="decided">{say('decisions')}</h2>
        {data.settlements.map((each) => (
          <p>
            {say('decided', {
              scope: said(`scope.${each.scope}`, { partner: data.referral.partnerName ?? '' }),
              name: each.grantorName,
              because: say(`because.${each.because}`),
              by: each.decidedByName,
              at: momentWords(each.decidedAt, data),
            })}
          </p>
        ))}
      </section>
    )}
  </>
)
