/** What the pages say about the library of drills. */
export const drillPartWords = {
  drills_lead: 'A school goes through one of these in a drill. Nobody real is in any of them.',
  edit_scenario_says: 'What happens',
  edit_scenario_asks: 'What to talk about',
  add_scenario: 'Add a scenario',
  out_scenario: 'Leave out scenario {number}',
} as const
