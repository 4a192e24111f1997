import { protectionScenes } from './own-ids-protection.ts'
import { cast } from '../riverside/cast.ts'

const guest = { name: 'Abel Quist', email: 'abel@openlot.example', phone: '206-555-0133' }

/** Acts by which a caregiver is asked by a link, and answers, and an agency is sent one. */
export const linkScenes = [
  ...protectionScenes,
  { act: 'family/stop-sharing', by: 'samira' as const, given: { language: 'en' } },
  {
    act: 'consent/ask-by-link',
    given: {
      referralId: '=open',
      linkTo: '=kayla',
      linkScopes: ['referral_disclosure'],
      linkUntil: '2027-06-30',
    },
  },
  {
    act: 'consent/give-paper',
    given: {
      referralId: '=open',
      paperTo: '=kayla',
      paperScopes: ['referral_disclosure'],
      againOn: '2027-06-30',
    },
  },
  { act: 'consent/name-family-contact', given: { referralId: '=open', contactPersonId: cast.helen.id } },
  { act: 'family/answer-visit', by: 'carmen' as const, given: { answer: 'confirmed', language: 'en' } },
  { act: 'family/say-barrier', by: 'carmen' as const, given: { barriers: ['language'], language: 'en' } },
  {
    act: 'family/rate-handoff',
    by: 'carmen' as const,
    given: { clarity: 'clear', frustration: 'none', language: 'en' },
  },
  { act: 'family/ask-to-wait', by: 'carmen' as const, given: { days: '7', language: 'en' } },
  { act: 'family/go-on', by: 'carmen' as const, given: { language: 'en' } },
  { act: 'family/withdraw', by: 'carmen' as const, given: { sure: 'yes', language: 'en' } },
  { act: 'guests/register-contact', by: 'yolanda' as const, given: guest },
  {
    act: 'guests/add-phone',
    by: 'yolanda' as const,
    given: { personId: '=phonelessId', phone: guest.phone },
  },
  { act: 'guests/withdraw-guest-link', given: { guestLinkId: '=guestLinkId' } },
  { act: 'consent/withdraw-link', given: { linkId: '=openLinkId' } },
  {
    act: 'consent/answer-by-link',
    by: 'samira' as const,
    given: { linkId: '=linkId', all: 'no', language: 'en' },
  },
]
