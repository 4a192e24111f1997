import { drillPartWords } from './drill-part-words.ts'

/** What the pages say about the limits of early warning, and of drills. */
export const earlyWarningPartWords = {
  ...drillPartWords,
  early_warning_lead:
    'Whoever crosses a limit is brought to triage by itself, once. The level of chronic absence stands among the high-need criteria.',
  edit_absent_days: 'Whole days missed that raise a concern',
  edit_absent_within_days: 'Within so many days, weekends counted',
  edit_incidents: 'Incidents of behavior that raise a concern',
  edit_incidents_within_days: 'Within so many days, weekends counted, for incidents',
}
