/** Acts in a crisis, of what is kept for one, and of early warning, that take ids. */
export const crisisScenes = [
  { act: 'standards/sign-proposal', by: 'noor', given: {} },
  { act: 'standards/publish-signed', by: 'yolanda', given: {} },
  { act: 'crisis/check-contact', by: 'ruth', given: { number: '555-0199' } },
  { act: 'crisis/end-contact', by: 'ruth', given: {} },
  { act: 'crisis/acknowledge-alert', by: 'ruth', given: {} },
  {
    act: 'warnings/enter-event',
    by: 'daniel',
    given: { kind: 'incident', code: 'other', startsOn: '2026-10-12' },
  },
  { act: 'warnings/start-reassessing', by: 'daniel', given: { everyDays: '14', reason: 'Slips away' } },
  { act: 'warnings/look-again', by: 'daniel', given: { outcome: 'steady' } },
  { act: 'warnings/stop-reassessing', by: 'daniel', given: {} },
  { act: 'crisis/start-incident', by: 'joan', given: {} },
  { act: 'crisis/describe-incident', by: 'joan', given: {} },
] as const
