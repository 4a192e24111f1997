import { catalog } from '#platform/words.ts'
import type {
  ObstacleToAddingService,
  ObstacleToChoosing,
  ObstacleToDescribing,
  ObstacleToRenaming,
  ObstacleToRouting,
  ObstacleToUpdating,
} from './rules.ts'

/** Why an agency cannot be chosen now, and how to clear it. */
export const choosingWords = catalog({
  en: {
    partnership_ended: 'The partnership has ended. Choose another agency.',
    not_onboarded: 'This agency is not on board yet. The district head completes its list first.',
    no_route: 'This agency has no active intake route. The district head opens one.',
    route_not_connected:
      'The intake route of this agency is not connected, so nothing would reach it. The district head opens its inbox.',
    paused: 'This agency takes no new referrals now.',
    full: 'This agency has no open place now.',
  } satisfies Record<ObstacleToChoosing, string>,
})

/** Why what an agency says of its room cannot stand. */
export const capacityObstacleWords = catalog({
  en: {
    partnership_ended: 'The partnership has ended, so its entry stands as it is.',
    places_missing:
      'You are accepting with no open place. Give the number of open places, or choose Full or Waiting list.',
    places_left: 'You are full with open places left. Set open places to 0, or choose Accepting.',
  } satisfies Record<ObstacleToUpdating, string>,
})

/** Why a route cannot be opened. */
export const routeObstacleWords = catalog({
  en: {
    partnership_ended: 'The partnership has ended, so its entry stands as it is.',
    not_connected:
      'This kind of route is not connected yet, so nothing would reach the agency. Choose the inbox in Throughline.',
    route_active:
      'There is an active route already. An agency has one: a change names the route it replaces.',
    same_route: 'This is the route in use. Nothing would change.',
  } satisfies Record<ObstacleToRouting, string>,
})

/** Why an entry of the directory stays as it is. */
export const entryObstacleWords = catalog({
  en: {
    partnership_ended: 'The partnership has ended, so its entry stands as it is.',
    same_entry: 'This is what stands there already. Nothing would change.',
  } satisfies Record<ObstacleToDescribing, string>,
})

/** Why an agency keeps its name. */
export const namesObstacleWords = catalog({
  en: {
    partnership_ended: 'The partnership has ended, so its entry stands as it is.',
    same_entry: 'This is what stands there already. Nothing would change.',
    there_already: 'Another agency of this name is in the directory.',
  } satisfies Record<ObstacleToRenaming, string>,
})

/** Why a service cannot be added. */
export const serviceObstacleWords = catalog({
  en: {
    partnership_ended: 'The partnership has ended, so its entry stands as it is.',
    same_service: 'There is a service of this name already. Remove that one first, or use another name.',
  } satisfies Record<ObstacleToAddingService, string>,
})

export const directoryWords = catalog({
  en: {
    title: 'Partners',
    acceptance_accepting: 'Accepting',
    acceptance_waitlist: 'Waiting list',
    acceptance_full: 'Full',
    acceptance_paused: 'Paused',
    places: '{count, plural, =0 {No open place} one {# open place} other {# open places}}',
    modality_in_person: 'In person, off campus',
    modality_telehealth: 'By video or phone',
    modality_telepsychiatry: 'Psychiatry by video',
    modality_telepsychology: 'Psychology by video',
    modality_home: 'At home',
    modality_on_campus: 'On campus',
    payer_medicaid: 'Medicaid',
    payer_private: 'Private insurance',
    payer_uninsured: 'No insurance',
    payer_sliding_fee: 'Sliding fee',
    route_portal_queue: 'Inbox in Throughline',
    route_e_referral: 'Electronic referral',
    route_secure_message: 'Secure message',
    route_phone_line: 'Phone line',
    service_assessment: 'Assessment',
    service_individual: 'Individual',
    service_group: 'Group',
    service_family: 'Family',
    service_psychiatry: 'Psychiatry',
    service_substance_use: 'Substance-use care',
    service_other: 'Other',
  },
})

export const addingWords = catalog({
  en: { there_already: 'An agency of this name is in the directory already.' },
})

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'partner.added': 'Agency added to the directory',
    'partner.mix_planned': 'How an agency sees families planned from a day on',
    'partner.mix_begun': 'How an agency sees families changed on its day',
    'partner.capacity_updated': 'Room and acceptance updated',
    'partner.described': 'Entry in the directory changed',
    'partner.renamed': 'Agency called by another name',
    'partner.offer_described': 'What an agency offers changed',
    'partner.route_changed': 'Intake route changed',
    'partner.service_added': 'Service of an agency added',
    'partner.service_removed': 'Service of an agency removed',
  },
})
