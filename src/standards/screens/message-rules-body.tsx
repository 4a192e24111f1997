import { KeyList } from '#design/contract.ts'
import type { MessageRules } from '../message-rules.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

/** When messages go out, line by line. */
export const MessageRulesBody = ({ body }: { body: MessageRules }) => (
  <>
    <p>{say('message_rules_lead')}</p>
    <KeyList
      items={[
        { key: say('edit_quiet_from'), value: body.quietFrom },
        { key: say('edit_quiet_until'), value: body.quietUntil },
        { key: say('edit_digest_at'), value: body.digestAt },
        { key: say('edit_family_per_week'), value: String(body.familyPerWeek) },
        { key: say('edit_remind_hours_before'), value: String(body.remindHoursBefore) },
        { key: say('edit_tries_refused'), value: String(body.triesRefused) },
        { key: say('edit_tell_after_minutes'), value: String(body.tellAfterMinutes) },
        { key: say('edit_try_for_hours'), value: String(body.tryForHours) },
      ]}
    />
  </>
)
