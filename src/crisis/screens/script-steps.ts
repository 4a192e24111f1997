import { type CrisisStandard, type Limit, limitWords } from '#standards/contract.ts'
import { paperWords } from './paper-words.ts'

const say = paperWords()

/** After how long the next person is called: as the time standards say. */
const leadWords = (answered: Limit): string =>
  'amount' in answered && answered.amount > 0
    ? say('step_lead_how', { limit: limitWords(answered) })
    : say('step_lead_now')

/** The steps in order, with what each says in the standard in force. */
export const stepsOf = (body: CrisisStandard, answered: Limit) => [
  { what: say('step_safe'), detail: body.actions.map(({ what }) => what).join('. ') },
  { what: say('step_lead'), detail: leadWords(answered) },
  { what: say('step_roles'), detail: say('step_roles_how') },
  { what: say('step_rubric'), detail: body.statement },
  { what: say('step_response') },
  { what: say('step_caregiver'), detail: body.caregiverRule },
  { what: say('step_clinician'), detail: say('step_clinician_how') },
  {
    what: say('step_report'),
    detail: body.policies.find(({ code }) => code === 'mandatory_reporting')?.says,
  },
  { what: say('step_handover'), detail: `${say('step_handover_how')} ${say('step_later')}` },
]
