import { KeyList } from '#design/contract.ts'
import type { EarlyWarning } from '../early-warning.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

/** When days missed and incidents raise a concern, line by line. */
export const EarlyWarningBody = ({ body }: { body: EarlyWarning }) => (
  <>
    <p>{say('early_warning_lead')}</p>
    <KeyList
      items={[
        { key: say('edit_absent_days'), value: String(body.absentDays) },
        { key: say('edit_absent_within_days'), value: String(body.absentWithinDays) },
        { key: say('edit_incidents'), value: String(body.incidents) },
        { key: say('edit_incidents_within_days'), value: String(body.incidentsWithinDays) },
      ]}
    />
  </>
)
