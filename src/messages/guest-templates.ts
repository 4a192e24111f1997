import { catalog } from '#platform/words.ts'

/** What goes to somebody at an agency who has no account. It names nobody and no place. */
export const guestTemplates = catalog({
  en: {
    guest_link: 'You have a new message. It is open for {count} days: {url}',
    guest_code: 'Your code is {code}. It works for {count} minutes. If you did not ask for it, do nothing.',
  },
})
