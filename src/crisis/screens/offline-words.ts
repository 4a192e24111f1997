import { catalog } from '#platform/words.ts'

/** What is read while there is no network. */
export const offlineWords = catalog({
  en: {
    offline: 'Crisis, without a network',
    off: 'There is no network. Call first: a telephone needs none.',
    off_how:
      'What you press is kept on this device and sent when the network is back. Write everything else on paper.',
    out: 'Crisis, signed out',
    out_what: 'You are signed out. Call first; sign in to send what you pressed.',
    out_how:
      'What you press is kept on this device, with its time, and sent once you sign in here. Write everything else on paper.',
    sign_in: 'Sign in',
    on: 'This page stays on this device, and opens by itself when there is no network.',
    again: 'Try the network again',
    waits: 'Kept on this device, not sent yet',
    waits_late:
      'A line that is pointed was not taken: the incident was closed, or says otherwise. Write it down anew.',
    begin: 'Begin the record',
    begin_at: 'Begin the record at {school}',
    school: 'At which school?',
    school_choose: 'Choose the school',
    what: 'What was done',
    called: 'What was called',
    called_it: 'We called: {response}',
    who: 'Who does what',
    i_do: 'I do: {role}',
    caregiver: 'Telling a caregiver',
    told_by: 'A caregiver was told, {mode}',
    told_nobody: 'No caregiver was told: {reason}',
    over: 'Handing over',
    over_to: 'The student is now: {place}',
    words_later: 'Who was told, and to whom you handed over, is asked once the network is back.',
    sheet: 'The script',
    numbers: 'Whom to call',
    sheets: 'The contact card, the script, the form and the roster are on paper too.',
    link: 'What this device shows without a network',
  },
})
