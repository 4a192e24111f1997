import type { Doer } from '#access/doer.ts'
import { reactions } from '#access/happening.ts'
import type { Resource, Screen } from '#access/screen.ts'
import * as acknowledgements from '#acknowledgements/screens/addresses.ts'
import { jobs as alertJobs } from '#alerts/jobs.ts'
import * as alerts from '#alerts/screens/addresses.ts'
import { jobs as careNoticeJobs } from '#carenotices/jobs.ts'
import * as carenotices from '#carenotices/screens/addresses.ts'
import * as caseloads from '#caseloads/screens/addresses.ts'
import { jobs as concernJobs } from '#concerns/jobs.ts'
import * as concerns from '#concerns/screens/addresses.ts'
import { jobs as consentJobs } from '#consent/jobs.ts'
import * as consent from '#consent/screens/addresses.ts'
import { jobs as coordinationJobs } from '#coordination/jobs.ts'
import * as coordination from '#coordination/screens/addresses.ts'
import { jobs as crisisJobs } from '#crisis/jobs.ts'
import * as crisis from '#crisis/screens/addresses.ts'
import { jobs as directoryJobs } from '#directory/jobs.ts'
import { jobs as debriefJobs } from '#debriefs/jobs.ts'
import * as debriefs from '#debriefs/screens/addresses.ts'
import * as drills from '#drills/screens/addresses.ts'
import * as governance from '#governance/screens/addresses.ts'
import * as staffing from '#staffing/screens/addresses.ts'
import * as training from '#training/screens/addresses.ts'
import * as directory from '#directory/screens/addresses.ts'
import * as district from '#district/screens/addresses.ts'
import { jobs as escalationJobs } from '#escalations/jobs.ts'
import * as warnings from '#warnings/screens/addresses.ts'
import * as escalations from '#escalations/screens/addresses.ts'
import * as exceptions from '#exceptions/screens/addresses.ts'
import * as family from '#family/screens/addresses.ts'
import * as guests from '#guests/screens/addresses.ts'
import * as handoffs from '#handoffs/screens/addresses.ts'
import { jobs as messageJobs } from '#messages/jobs.ts'
import type { Post } from '#messages/send.ts'
import * as messages from '#messages/screens/addresses.ts'
import { jobs as partnershipJobs } from '#partnership/jobs.ts'
import * as partnership from '#partnership/screens/addresses.ts'
import { jobs as peopleJobs } from '#people/jobs.ts'
import * as classroom from '#classroom/screens/addresses.ts'
import * as households from '#households/screens/addresses.ts'
import * as navigation from '#navigation/screens/addresses.ts'
import * as people from '#people/screens/addresses.ts'
import type { Job } from '#platform/jobs.ts'
import { jobs as referralJobs } from '#referrals/jobs.ts'
import * as records from '#records/screens/addresses.ts'
import * as referrals from '#referrals/screens/addresses.ts'
import * as screenings from '#screenings/screens/addresses.ts'
import * as services from '#services/screens/addresses.ts'
import * as standards from '#standards/screens/addresses.ts'
import { jobs as supportsJobs } from '#supports/jobs.ts'
import * as supports from '#supports/screens/addresses.ts'
import { jobs as returnJobs } from '#returns/jobs.ts'
import * as returns from '#returns/screens/addresses.ts'
import * as reviews from '#reviews/screens/addresses.ts'
import * as wraparound from '#wraparound/screens/addresses.ts'
import { wiring } from './wiring.ts'

const modules = [
  district,
  acknowledgements,
  people,
  standards,
  training,
  staffing,
  directory,
  partnership,
  consent,
  exceptions,
  concerns,
  carenotices,
  warnings,
  screenings,
  supports,
  classroom,
  alerts,
  referrals,
  guests,
  handoffs,
  households,
  navigation,
  caseloads,
  wraparound,
  crisis,
  debriefs,
  drills,
  returns,
  escalations,
  reviews,
  records,
  coordination,
  messages,
  services,
  governance,
  family,
]

const screens: Screen[] = modules.flatMap((each) => each.screens)
const resources: Resource[] = modules.flatMap((each) => each.resources)

/** The whole house: every address that is read or written to, and what follows what. */
export const house = { screens, resources, reactions: reactions(wiring) }

/** Everything the house does by itself. */
export const jobsOf = (post: Post): Job<Doer>[] => [
  ...crisisJobs,
  ...debriefJobs,
  ...returnJobs,
  ...escalationJobs,
  ...messageJobs(post),
  ...peopleJobs,
  ...concernJobs,
  ...careNoticeJobs,
  ...directoryJobs,
  ...partnershipJobs,
  ...consentJobs,
  ...supportsJobs,
  ...alertJobs,
  ...referralJobs,
  ...coordinationJobs,
]
