import { when } from '#access/happening.ts'
import { personTold } from '#access/told.ts'
import { riskIndicated, triageDecided } from '#concerns/contract.ts'
import { consentAnswered, consentRevoked } from '#consent/contract.ts'
import { tellPartnerToStop } from '#consent/tell-partner.ts'
import { goingLive } from '#district/contract.ts'
import { incidentClosed } from '#crisis/contract.ts'
import { openOnDecision as openIncidentOnDecision, openOnRisk } from '#crisis/open-incident.ts'
import { openReview } from '#debriefs/contract.ts'
import { attendanceTaken, warned } from '#warnings/contract.ts'
import {
  followAnswers as handoffFollowsAnswers,
  noteHighNeed,
  noteSending,
  openHandoff,
  passHandoffOn,
} from '#handoffs/contract.ts'
import { guestCodeAsked, guestLinkBegun, sendGuestLinks } from '#guests/contract.ts'
import { endOutside } from '#navigation/contract.ts'
import { postGuestCode, postGuestLink, postLink, postMessage } from '#messages/post-message.ts'
import { linkBegun } from '#people/contract.ts'
import { gateClosed, gateOpened } from '#partnership/contract.ts'
import {
  followAnswers,
  followGate,
  followRevocation,
  heedCrisis,
  heedWarning,
  highNeedStated,
  openReferral,
  referralsHeedDecision,
  referralsHeedRisk,
  settleWhenConsentEnds,
  stopSharing,
  tellNavigators,
} from '#referrals/contract.ts'
import { referralEnded } from '#referrals/happenings.ts'
import { navigatorChanged, referralOpened, referralSent } from '#referrals/referral-happenings.ts'
import { heedAbsence, openReturn } from '#returns/contract.ts'
import { samplesLeft } from '#standards/contract.ts'
import { heedDecision, heedRisk } from '#supports/heed-risk.ts'
import { openOnDecision as openSupportOnDecision } from '#supports/open-brief-support.ts'

/** Cause and effect on one page: when this happens, that follows, in the same transaction. */
export const wiring = [
  when(goingLive, samplesLeft),
  when(gateClosed, followGate, tellNavigators),
  when(gateOpened, followGate),
  when(riskIndicated, openOnRisk, heedRisk, referralsHeedRisk),
  when(
    triageDecided,
    openSupportOnDecision,
    openReferral,
    openIncidentOnDecision,
    heedDecision,
    referralsHeedDecision,
  ),
  when(incidentClosed, openReview, openReturn, heedCrisis),
  when(referralOpened, openHandoff),
  when(navigatorChanged, passHandoffOn),
  when(consentAnswered, handoffFollowsAnswers, followAnswers, settleWhenConsentEnds),
  when(consentRevoked, tellPartnerToStop, stopSharing, followRevocation),
  when(referralEnded, endOutside),
  when(referralSent, noteSending, sendGuestLinks),
  when(guestLinkBegun, postGuestLink),
  when(guestCodeAsked, postGuestCode),
  when(highNeedStated, noteHighNeed),
  when(warned, heedWarning),
  when(attendanceTaken, heedAbsence),
  when(personTold, postMessage),
  when(linkBegun, postLink),
]
