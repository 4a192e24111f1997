// Generated from the migrated database. Do not edit: run `npm run draw`.
import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export interface Absence {
  /**
   * Who stands in.
   */
  backup_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Who said so.
   */
  ended_by: string | null;
  /**
   * The day they were back, where they came sooner.
   */
  ended_on: string | null;
  /**
   * The first day, on the clock of the district.
   */
  from_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Who is away.
   */
  person_id: string;
  /**
   * When.
   */
  set_at: Date;
  /**
   * Who wrote it down.
   */
  set_by: string;
  /**
   * The last one, as it was set.
   */
  through_on: string;
}

export interface AccessBlock {
  /**
   * When.
   */
  confirmed_at: Date | null;
  /**
   * Who looked at what nobody but the person or Throughline had said, and kept it.
   */
  confirmed_by: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Where the order is kept, for example its number. Nothing of what it says.
   */
  document_reference: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Why: an order on custody or protection, a conflict of interest, or the student's own objection.
   */
  kind: "custody" | "protective_order" | "conflict_of_interest" | "student_objection";
  /**
   * When it ended.
   */
  lifted_at: Date | null;
  /**
   * Why it ended.
   */
  lifted_because: "order_ended" | "no_longer_holds" | "set_by_mistake" | null;
  /**
   * Who ended it.
   */
  lifted_by: string | null;
  /**
   * To whom.
   */
  person_id: string;
  /**
   * Since when.
   */
  set_at: Date;
  /**
   * Who wrote it down; in a conflict of interest often the person themselves; null when Throughline noticed that they have the address of a caregiver.
   */
  set_by: string | null;
  /**
   * Whose records are closed.
   */
  student_id: string;
}

export interface AccessToken {
  /**
   * The one assignment it acts in.
   */
  assignment_id: string;
  /**
   * When it was made.
   */
  created_at: Date;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it stops working by itself.
   */
  expires_at: Date;
  /**
   * UUIDv7; the public half of the token.
   */
  id: string;
  /**
   * What it is for.
   */
  label: string;
  /**
   * Who answers for it.
   */
  person_id: string;
  /**
   * When it was revoked: the next request with it is refused.
   */
  revoked_at: Date | null;
  /**
   * SHA-256 of the 256-bit secret half, which is shown once and not kept.
   */
  secret_hash: Buffer;
}

export interface Acknowledgement {
  /**
   * When.
   */
  acknowledged_at: Date;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The last day it holds, by the days its version gives.
   */
  ends_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Who.
   */
  person_id: string;
  /**
   * The version they read.
   */
  terms_id: string;
}

export interface ActTry {
  /**
   * What.
   */
  act: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Who tried.
   */
  person_id: string;
  /**
   * How often in this window.
   */
  tries: number;
  /**
   * When counting starts anew.
   */
  window_ends_at: Date;
}

export interface AgencyCoordinator {
  /**
   * When.
   */
  assigned_at: Date;
  /**
   * Who said so.
   */
  assigned_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * Who coordinates with it.
   */
  person_id: string;
  /**
   * When; null while they do.
   */
  relieved_at: Date | null;
  /**
   * Who said that they do so no more.
   */
  relieved_by: string | null;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface AgreedMeasure {
  /**
   * When.
   */
  agreed_at: Date;
  /**
   * Who recorded the agreement.
   */
  agreed_by: string;
  /**
   * Where it stood when it was agreed.
   */
  baseline: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * One of the agreed three.
   */
  measure: "attendance" | "crisis_contacts" | "engagement";
  /**
   * The student.
   */
  student_id: string;
}

export interface Agreement {
  /**
   * When it was recorded.
   */
  created_at: Date;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Last day in force.
   */
  ends_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * Items the agency may tell the school.
   */
  partner_to_school: string[];
  /**
   * Items of a packet the school may send.
   */
  school_to_partner: string[];
  /**
   * First day in force.
   */
  starts_on: string;
  /**
   * Suspended from this instant: nothing is sent.
   */
  suspended_at: Date | null;
  /**
   * Name of the document.
   */
  title: string;
}

export interface AgreementRule {
  /**
   * The agreement.
   */
  agreement_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  linked_at: Date;
  /**
   * Who said so.
   */
  linked_by: string;
  /**
   * The rule.
   */
  rule_id: string;
}

export interface Appointment {
  /**
   * When it was booked.
   */
  booked_at: Date;
  /**
   * Who booked it.
   */
  booked_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Options offered: after_hours, weekend, telehealth, home, on_campus.
   */
  flexible: Generated<string[]>;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Intake, assessment, first treatment or follow-up.
   */
  kind: "intake" | "assessment" | "first_treatment" | "follow_up";
  /**
   * Why it lies after the same-week date, from the standard list.
   */
  late_reason: string | null;
  /**
   * How long it takes.
   */
  minutes: number;
  /**
   * At the agency, on campus, at home, or by video: telehealth, telepsychiatry, telepsychology.
   */
  modality: "in_person" | "on_campus" | "home" | "telehealth" | "telepsychiatry" | "telepsychology";
  /**
   * When the family said that this time does not suit, before it was held or moved.
   */
  move_asked_at: Date | null;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * Where, or which link.
   */
  place: string;
  /**
   * For a visit by video: whether it was made sure that the student has a private room.
   */
  private_space: Generated<boolean>;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The appointment it was rebooked from.
   */
  replaces_id: string | null;
  /**
   * What came of it.
   */
  result: "attended" | "no_show" | "cancelled_by_family" | "cancelled_by_provider" | "cancelled_by_school" | "rescheduled" | null;
  /**
   * When the result was entered.
   */
  result_at: Date | null;
  /**
   * Who entered the result.
   */
  result_by: string | null;
  /**
   * When it starts.
   */
  starts_at: Date;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Whom the family meets.
   */
  with_whom: string | null;
}

export interface AppointmentReminder {
  /**
   * The visit.
   */
  appointment_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By when the family is to be reminded.
   */
  due_at: Date;
  /**
   * The time standard and version the due time came from.
   */
  due_standard: unknown;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency of the visit: it puts a reminder in when it books, and reads none.
   */
  partner_id: string;
  /**
   * When the visit was booked, and the reminder with it.
   */
  planned_at: Date;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface AskCount {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * What is counted: the network the request came from, the school's page, or all pages of the district.
   */
  kind: "address" | "school" | "district";
  /**
   * Requests refused in this window because there had been too many.
   */
  refused: Generated<number>;
  /**
   * The same in earlier windows, until they are forgotten.
   */
  refused_before: Generated<number>;
  /**
   * How many in this window.
   */
  requests: number;
  /**
   * A keyed hash of the network, never the address itself; the id of the school; or the id of the district.
   */
  subject: string;
  /**
   * When counting starts anew.
   */
  window_ends_at: Date;
}

export interface Assignment {
  /**
   * Whether they are sent a link to each referral, since they have no account.
   */
  by_link: Generated<boolean>;
  /**
   * Whose work is being covered.
   */
  covers_for: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The agency that employs whoever works at a school for the school.
   */
  employed_by: string | null;
  /**
   * Who employs them there: the school district, a partner agency, or a contractor. Null where the role says it: at an agency the agency, else the district; a family nobody.
   */
  employer: "school" | "partner" | "contractor" | null;
  /**
   * Ended early at this instant.
   */
  ended_at: Date | null;
  /**
   * Last day it gives rights; open when null.
   */
  ends_on: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency, for partner roles.
   */
  partner_id: string | null;
  /**
   * Who.
   */
  person_id: string;
  /**
   * Order among people with one role at one school: 1 leads, 2 and on stand in.
   */
  position: Generated<number>;
  /**
   * A role of access/roles.ts.
   */
  role: string;
  /**
   * First day it gives rights.
   */
  starts_on: string;
  /**
   * The child, for caregiver and student roles.
   */
  student_id: string | null;
  /**
   * Covers every school of the district.
   */
  whole_district: Generated<boolean>;
}

export interface AssignmentSchool {
  /**
   * The assignment.
   */
  assignment_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Whose assignment it is: the trace speaks of them.
   */
  person_id: string;
  /**
   * The school.
   */
  school_id: string;
}

export interface AuditEvent {
  /**
   * The assignment the person was using.
   */
  assignment_id: string | null;
  /**
   * When it happened, by the clock of the application.
   */
  at: Date;
  /**
   * Ids, codes and counts that explain it. No names, no free text.
   */
  detail: Generated<unknown>;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Read, change, refusal, export, print or sign-in.
   */
  kind: "read" | "change" | "refusal" | "export" | "print" | "sign_in";
  /**
   * What happened, noun.past, from the audit catalogue; for reads and refusals the look or act.
   */
  name: string;
  /**
   * The agency the person acted for, on the partner side.
   */
  partner_id: string | null;
  /**
   * Who acted; null for the public page and for the system.
   */
  person_id: string | null;
  /**
   * The role that assignment gave.
   */
  role: string;
  /**
   * The student it was about, where there is exactly one.
   */
  student_id: string | null;
  /**
   * The students a list showed.
   */
  student_ids: ArrayType<string> | null;
  /**
   * Which record.
   */
  subject_id: string | null;
  /**
   * What kind of record it was about.
   */
  subject_type: string;
  /**
   * The place of its transaction in the trail: the guards and the sealing order use it.
   */
  xact: Generated<number>;
}

export interface AuditSeal {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * First place covered.
   */
  from_xact: number;
  /**
   * Position in the district's chain, from 1 without gaps.
   */
  number: number;
  /**
   * The root of the link before; 32 zero bytes for the first.
   */
  previous_root: Buffer;
  /**
   * SHA-256 over the previous root and the rows in order.
   */
  root: Buffer;
  /**
   * How many rows the seal covers.
   */
  rows: number;
  /**
   * When it was sealed.
   */
  sealed_at: Date;
  /**
   * First place not covered any more.
   */
  until_xact: number;
}

export interface Barrier {
  /**
   * What was done.
   */
  action: string | null;
  /**
   * The visit it stood in the way of, where it was noted about one.
   */
  appointment_id: string | null;
  /**
   * From the fixed categories.
   */
  category: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  opened_at: Date;
  /**
   * Who noticed it.
   */
  opened_by: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * When.
   */
  resolved_at: Date | null;
  /**
   * Who resolved it.
   */
  resolved_by: string | null;
  /**
   * What came of it.
   */
  result: string | null;
  /**
   * The student.
   */
  student_id: string;
}

export interface BriefSupport {
  /**
   * The clinician named because the student is at high risk.
   */
  clinician_id: string | null;
  /**
   * The decision that opened it; null when offered after a family's choice.
   */
  decision_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it ended.
   */
  ended_at: Date | null;
  /**
   * The entry criterion that was met.
   */
  entry_criterion: string;
  /**
   * The exit criterion that was met.
   */
  exit_criterion: string | null;
  /**
   * The skill it works on.
   */
  focus: string;
  /**
   * Since when the student is known to be at high risk; then a clinician is named or the support ends.
   */
  high_risk_at: Date | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Who does it.
   */
  owner_id: string;
  /**
   * Planned last day.
   */
  planned_end_on: string;
  /**
   * When it is looked at again.
   */
  review_on: string;
  /**
   * The school.
   */
  school_id: string;
  /**
   * First day.
   */
  starts_on: string;
  /**
   * Where it is on its way; moved by acts only.
   */
  state: "planned" | "active" | "review_due" | "met" | "stepped_up" | "stepped_down" | "left";
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface Caregiver {
  /**
   * When, in plain words.
   */
  contact_hours: string | null;
  /**
   * How they may be contacted safely.
   */
  contact_rule: "any" | "no_voicemail" | "text_first" | "call_only" | "do_not_contact";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Address they gave us.
   */
  email: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Whether an interpreter is needed.
   */
  interpreter: Generated<boolean>;
  /**
   * BCP 47 tag, or unknown.
   */
  language: Generated<string>;
  /**
   * Name.
   */
  name: string;
  /**
   * The same human as somebody who signs in, or who is kept away; null where there was no need.
   */
  person_id: string | null;
  /**
   * Number they gave us.
   */
  phone: string | null;
  /**
   * The caregiver's id in the student system.
   */
  source_id: string | null;
  /**
   * Raised at each edit; a stale edit is refused.
   */
  version: Generated<number>;
}

export interface CareNotice {
  /**
   * When.
   */
  acknowledged_at: Date | null;
  /**
   * Who said that they have it.
   */
  acknowledged_by: string | null;
  /**
   * By when somebody answers; then who stands in is told.
   */
  answer_due_at: Date;
  /**
   * When whoever stands in was told, because nobody had answered.
   */
  backup_told_at: Date | null;
  /**
   * The birth date, as it was sent, sealed.
   */
  born_on: string | null;
  /**
   * The child, as it was sent, sealed; empty once it ended.
   */
  child_name: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it ended and the name was taken out.
   */
  emptied_at: Date | null;
  /**
   * From when nobody reads it any more.
   */
  expires_at: Date;
  /**
   * The grade, as it was sent, sealed.
   */
  grade: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  matched_at: Date | null;
  /**
   * Who said which student it is.
   */
  matched_by: string | null;
  /**
   * The number the sender was given: all a sender ever sees of it.
   */
  receipt: string;
  /**
   * When it came.
   */
  received_at: Date;
  /**
   * The school whose designated staff are told.
   */
  school_id: string;
  /**
   * The desk that sent it.
   */
  sender_id: string;
  /**
   * The version of the time standards its two limits come from.
   */
  standard_version: number;
  /**
   * The student it is about, once staff said so.
   */
  student_id: string | null;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface CareNoticeAgreement {
  /**
   * The agency, by its name.
   */
  agency: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When; null while it goes on.
   */
  ended_at: Date | null;
  /**
   * Who ended it before its last day.
   */
  ended_by: string | null;
  /**
   * Last day it holds.
   */
  ends_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  recorded_at: Date;
  /**
   * Who put it on file.
   */
  recorded_by: string;
  /**
   * The document both signed, and where it lies.
   */
  reference: string;
  /**
   * First day it holds.
   */
  starts_on: string;
}

export interface CareNoticeDesignee {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When; null while they are told.
   */
  ended_at: Date | null;
  /**
   * Who ended it.
   */
  ended_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  named_at: Date;
  /**
   * Who named them.
   */
  named_by: string;
  /**
   * Who is told.
   */
  person_id: string;
  /**
   * 1: told at once. 2: told when nobody answered in time.
   */
  position: number;
  /**
   * The school.
   */
  school_id: string;
}

export interface CareNoticeNonce {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The key it was signed with.
   */
  key_id: string;
  /**
   * Drawn by the machine that sent it.
   */
  nonce: string;
  /**
   * The notice that came of it.
   */
  notice_id: string;
  /**
   * The desk.
   */
  sender_id: string;
  /**
   * When.
   */
  used_at: Date;
}

export interface CareNoticeSender {
  /**
   * The agreement it sends under.
   */
  agreement_id: string;
  /**
   * Its address on this site. No secret.
   */
  code: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When the trail last said that it sent too much at once.
   */
  full_told_at: Date | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * SHA-256 of its key, which is kept nowhere.
   */
  key_hash: Buffer;
  /**
   * Which desk.
   */
  label: string;
  /**
   * When.
   */
  made_at: Date;
  /**
   * Who made it.
   */
  made_by: string;
  /**
   * When; null while it may send.
   */
  revoked_at: Date | null;
  /**
   * Who revoked it.
   */
  revoked_by: string | null;
}

export interface CareNoticeSignal {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  named_at: Date;
  /**
   * Who asked them.
   */
  named_by: string;
  /**
   * The notice, which they do not read.
   */
  notice_id: string;
  /**
   * The teacher.
   */
  person_id: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface CareNoticeSigningKey {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application; a notice names it.
   */
  id: string;
  /**
   * When.
   */
  made_at: Date;
  /**
   * Who registered it.
   */
  made_by: string;
  /**
   * The public half, Ed25519 as SPKI. No secret: the other half never comes here.
   */
  public_key: string;
  /**
   * When; null while it holds.
   */
  revoked_at: Date | null;
  /**
   * Who revoked it.
   */
  revoked_by: string | null;
  /**
   * The desk.
   */
  sender_id: string;
}

export interface CareNoticeStep {
  /**
   * The concern it went on as.
   */
  concern_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Support was given, no signs were seen, it went to triage, or the child is not at this school.
   */
  kind: "support" | "no_signs" | "triage" | "not_here";
  /**
   * The notice.
   */
  notice_id: string;
  /**
   * The student.
   */
  student_id: string | null;
  /**
   * Which support.
   */
  support: "check_in" | "quiet_place" | "eased_work" | "trusted_adult" | "food_or_rest" | "nurse" | null;
  /**
   * When.
   */
  taken_at: Date;
  /**
   * Who.
   */
  taken_by: string;
}

export interface CareNoticeTold {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The notice.
   */
  notice_id: string;
  /**
   * Who was told.
   */
  person_id: string;
  /**
   * 1: at once. 2: because nobody had answered.
   */
  position: number;
  /**
   * When.
   */
  told_at: Date;
}

export interface CaseReviewPart {
  /**
   * The yes to care coordination it was told on.
   */
  consent_id: string;
  /**
   * What was decided.
   */
  decision: "goes_on" | "task" | "ask_lead";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The role of whoever does it.
   */
  done_by: string | null;
  /**
   * By which day.
   */
  due_on: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The yeses to care coordination with other agencies on which it is told when the next visits there are.
   */
  other_consent_ids: ArrayType<string>;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * The referral to this agency.
   */
  referral_id: string;
  /**
   * The review.
   */
  review_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * When.
   */
  told_at: Date;
  /**
   * Who wrote it down in the meeting.
   */
  told_by: string;
  /**
   * The Monday of the week of the review.
   */
  week_on: string;
  /**
   * What is to be done, where somebody got a task.
   */
  what: "call_family" | "ask_agency" | "arrange_transport" | "help_with_forms" | "move_visit" | "talk_with_student" | "other" | null;
}

export interface CaseSample {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  drawn_at: Date;
  /**
   * Who had it drawn.
   */
  drawn_by: string;
  /**
   * The first day of the period.
   */
  from_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * How: by the hash of the seed and the id of each case.
   */
  method: string;
  /**
   * What the order of the cases follows from.
   */
  seed: string;
  /**
   * The last day.
   */
  until_on: string;
}

export interface CaseSampleStratum {
  /**
   * How many were asked for. Where the frame has fewer, all are taken.
   */
  asked: number;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Every case of the stratum in the period, by id.
   */
  frame: ArrayType<string>;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The sample.
   */
  sample_id: string;
  /**
   * Decisions that departed from the checklist, or incidents of a crisis.
   */
  stratum: "override" | "crisis";
}

export interface ChangeRequest {
  /**
   * Taken up, or the standard stays as it is; null while it waits.
   */
  answer: "taken_up" | "stays_as_it_is" | null;
  /**
   * When.
   */
  answered_at: Date | null;
  /**
   * Who answered for the district.
   */
  answered_by: string | null;
  /**
   * When.
   */
  asked_at: Date;
  /**
   * Who asks.
   */
  asked_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Why, in words.
   */
  reason: string | null;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * What it should say, in words.
   */
  words: string;
}

export interface ClassObservation {
  /**
   * The consent it was told on.
   */
  consent_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What was noticed, codes of a list.
   */
  observed: string[];
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * The referral to the agency that reads it.
   */
  referral_id: string;
  /**
   * The school.
   */
  school_id: string;
  /**
   * The day it was noticed.
   */
  seen_on: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * When.
   */
  told_at: Date;
  /**
   * Who told it.
   */
  told_by: string;
}

export interface ClassTime {
  /**
   * When.
   */
  agreed_at: Date;
  /**
   * Who wrote it down.
   */
  agreed_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When; null while it holds.
   */
  ended_at: Date | null;
  /**
   * Who ended it.
   */
  ended_by: string | null;
  /**
   * From, on the clock of the district, HH:MM.
   */
  from_at: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The student has to be in class, or pulling out suits.
   */
  kind: "in_class" | "pull_out";
  /**
   * What the time is for, from a list.
   */
  lesson: "reading" | "math" | "science" | "test" | "support" | "other";
  /**
   * The agency it was agreed with, which reads it; null where it was agreed at school alone.
   */
  partner_id: string | null;
  /**
   * The school.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The teacher it was agreed with.
   */
  teacher_id: string;
  /**
   * Until, HH:MM.
   */
  until_at: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * Monday is 1.
   */
  weekday: number;
}

export interface ClassTimeExcuse {
  /**
   * The visit.
   */
  appointment_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency of the visit.
   */
  partner_id: string;
  /**
   * Why, from a list.
   */
  reason: "only_time" | "family_asks" | "teacher_agrees" | "urgent";
  /**
   * When.
   */
  said_at: Date;
  /**
   * Who booked it.
   */
  said_by: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface ClinicalResponsibility {
  /**
   * When the holder accepted.
   */
  accepted_at: Date;
  /**
   * Who recorded the acceptance.
   */
  accepted_by: string;
  /**
   * Who may close the case: their person record.
   */
  closer_id: string | null;
  /**
   * Who may close the case.
   */
  closer_name: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When the next holder accepted, or care ended.
   */
  ended_at: Date | null;
  /**
   * Their credential, for reading.
   */
  holder_credential: string | null;
  /**
   * Their person record, where there is one.
   */
  holder_id: string | null;
  /**
   * Who holds treatment accountability.
   */
  holder_name: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency of the holder; null for the school's own clinician.
   */
  partner_id: string | null;
  /**
   * Who may change the care plan.
   */
  plan_changer_name: string;
  /**
   * The referral it came with.
   */
  referral_id: string | null;
  /**
   * The student.
   */
  student_id: string;
}

export interface ClosingSignOff {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The ending that is agreed to.
   */
  ending: "alternative_plan" | "family_choice" | "moved";
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * When.
   */
  signed_at: Date;
  /**
   * The designated lead.
   */
  signed_by: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface Concern {
  /**
   * Their grade, as typed.
   */
  about_grade: string | null;
  /**
   * Whom a request from the public page is about, as typed; matched by staff.
   */
  about_name: string | null;
  /**
   * When it was taken up.
   */
  acknowledged_at: Date | null;
  /**
   * Who took it up.
   */
  acknowledged_by: string | null;
  /**
   * The name a caregiver or student gave on the public page.
   */
  asked_by: string | null;
  /**
   * How they asked to be reached.
   */
  asked_by_contact: string | null;
  /**
   * BCP 47 tag of the language a request from the public page was written in.
   */
  asked_in: string | null;
  /**
   * Who closed it without a path.
   */
  closed_by: string | null;
  /**
   * Why it was closed without a path.
   */
  closed_reason: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By when it is to be triaged.
   */
  due_at: Date;
  /**
   * The time standard and version the due time came from.
   */
  due_standard: unknown;
  /**
   * When it was triaged or closed.
   */
  ended_at: Date | null;
  /**
   * What was noticed about sleep, food or health. No diagnosis.
   */
  health: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When it was told that the time for its decision ran out; null before.
   */
  late_told_at: Date | null;
  /**
   * What was seen or asked, in the reporter's words.
   */
  observed: string;
  /**
   * When it was seen.
   */
  observed_on: string | null;
  /**
   * The role its school's queue belongs to, moved along while nobody took it up; null when all triage staff have it.
   */
  queue_role: string | null;
  /**
   * When it was received.
   */
  received_at: Date;
  /**
   * The staff member who raised it.
   */
  reporter_id: string | null;
  /**
   * The decision that is looked at again because need or risk changed.
   */
  retriage_of: string | null;
  /**
   * The school whose triage queue it waits in.
   */
  school_id: string;
  /**
   * What was noticed about schoolwork.
   */
  schoolwork: string | null;
  /**
   * Where it was seen.
   */
  setting: string | null;
  /**
   * Where it came from.
   */
  source: "staff" | "student" | "caregiver" | "attendance" | "behavior" | "screener" | "handle_with_care" | "partner_alert";
  /**
   * Where it is on its way; moved by acts only.
   */
  state: "submitted" | "acknowledged" | "triaged" | "closed";
  /**
   * The student; null until staff match a concern from the public page.
   */
  student_id: string | null;
  /**
   * How urgent it felt to the reporter.
   */
  urgency: "today" | "this_week" | "when_possible";
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface ConcernQuestion {
  /**
   * What was added, in the reporter's words.
   */
  answer: string | null;
  /**
   * When.
   */
  answered_at: Date | null;
  /**
   * Who added it.
   */
  answered_by: string | null;
  /**
   * When.
   */
  asked_at: Date;
  /**
   * Who asked.
   */
  asked_by: string;
  /**
   * The concern.
   */
  concern_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
}

export interface ConcernScreening {
  /**
   * Item to answer, as given.
   */
  answers: unknown;
  /**
   * The checklist version that was used.
   */
  checklist_id: string;
  /**
   * Its number, for reading.
   */
  checklist_version: number;
  /**
   * The concern.
   */
  concern_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Items whose answer indicates immediate risk.
   */
  immediate: string[];
  /**
   * The path the checklist indicated.
   */
  indicated: "a" | "b" | "c";
  /**
   * Points the checklist gave.
   */
  score: number;
  /**
   * When.
   */
  screened_at: Date;
  /**
   * Who ran it.
   */
  screened_by: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface Consent {
  /**
   * The agency by the name that was put into the questions; null when none was.
   */
  agency_named: string | null;
  /**
   * On what authority they answered.
   */
  authority: string;
  /**
   * The caregiver who answered.
   */
  caregiver_id: string | null;
  /**
   * What was answered about sending the referral, as consent_answer has it; null when it was not asked.
   */
  discloses: boolean | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Where the signed paper is kept.
   */
  document_reference: string | null;
  /**
   * Last day it holds.
   */
  ends_on: string;
  /**
   * Who in the family reads it: everybody, the student alone, or nobody.
   */
  family_sees: "family" | "student" | "nobody";
  /**
   * When it was answered.
   */
  given_at: Date;
  /**
   * Age of a student who answered for themselves, in whole years on that day.
   */
  grantor_age: number | null;
  /**
   * Who answered.
   */
  grantor_kind: "caregiver" | "student";
  /**
   * Their name at the time.
   */
  grantor_name: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Interpreter who took part.
   */
  interpreter: string | null;
  /**
   * Release of information, or consent to receive services: separate records.
   */
  kind: "release" | "services";
  /**
   * BCP 47 tag of the language it was asked in.
   */
  language: string;
  /**
   * How the answer was captured.
   */
  method: "in_person" | "phone_witnessed" | "e_signature" | "paper" | "link";
  /**
   * Whether a minor answered alone: nothing of it is shown or told to a caregiver.
   */
  minor_consented: Generated<boolean>;
  /**
   * The approved rule a student answered under alone.
   */
  minor_rule_id: string | null;
  /**
   * The recipient.
   */
  partner_id: string;
  /**
   * What for.
   */
  purpose: string;
  /**
   * Who recorded it.
   */
  recorded_by: string;
  /**
   * The referral it was asked for.
   */
  referral_id: string;
  /**
   * Their relationship at the time.
   */
  relationship: string;
  /**
   * The school by the name it had when it asked; null when it had none.
   */
  school_named: string | null;
  /**
   * From when it holds.
   */
  starts_at: Date;
  /**
   * The student.
   */
  student_id: string;
  /**
   * What was answered about status coming back, as consent_answer has it; null when it was not asked.
   */
  tells_back: boolean | null;
  /**
   * Who witnessed a spoken answer.
   */
  witness: string | null;
  /**
   * Version of the words that were read.
   */
  wording_version: string;
}

export interface ConsentAnswer {
  /**
   * Yes or no.
   */
  answer: boolean;
  /**
   * The consent.
   */
  consent_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Who in the family reads it, as its consent says.
   */
  family_sees: "family" | "student" | "nobody";
  /**
   * The items the answer speaks of.
   */
  items: string[];
  /**
   * The recipient, so that the wall stands on this row too.
   */
  partner_id: string;
  /**
   * What was asked.
   */
  scope: "referral_disclosure" | "status_feedback" | "safety_signals" | "participation" | "care_coordination" | "academic_observations" | "school_alerts" | "agency_alerts" | "services" | "telehealth" | "billing";
  /**
   * The student, so that the wall stands on this row too.
   */
  student_id: string | null;
}

export interface ConsentDocument {
  /**
   * When.
   */
  added_at: Date;
  /**
   * Who added it.
   */
  added_by: string;
  /**
   * The scan, sealed.
   */
  bytes: Buffer;
  /**
   * The consent it proves.
   */
  consent_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What it is, as found by looking into it.
   */
  kind: "pdf" | "jpeg" | "png";
  /**
   * Bytes, as they are handed out.
   */
  size: number;
  /**
   * The student: whose key it lies under.
   */
  student_id: string;
}

export interface ConsentException {
  /**
   * Health or safety emergency, or a report the law makes a duty.
   */
  basis: "health_safety_emergency" | "mandated_report";
  /**
   * By which way.
   */
  channel: "phone" | "in_person" | "writing";
  /**
   * When it was told.
   */
  disclosed_at: Date;
  /**
   * Who told it, and wrote it down.
   */
  disclosed_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The entry of the incident by which it was told.
   */
  entry_id: string | null;
  /**
   * Who in the family reads of it on the family page: everybody, the student, or nobody.
   */
  family_sees: "family" | "student" | "nobody";
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The incident it was told in, which says the threat; null where it was written down by itself.
   */
  incident_id: string | null;
  /**
   * What was told, from a closed list. Nothing clinical stands in it.
   */
  items: string[];
  /**
   * What kind of office was told.
   */
  recipient_kind: "emergency_services" | "police" | "hospital" | "crisis_team" | "agency" | "child_protection" | "caregiver";
  /**
   * Who there was told.
   */
  recipient_name: string;
  /**
   * The office.
   */
  recipient_office: string;
  /**
   * When it was written down.
   */
  recorded_at: Date;
  /**
   * The number the office gave the report.
   */
  report_reference: string | null;
  /**
   * The incident during which a report was made that the law makes a duty; null for every other telling.
   */
  reported_in_id: string | null;
  /**
   * By when somebody else looks at it.
   */
  review_due_at: Date;
  /**
   * The school it was told at: whose staff reach the record.
   */
  school_id: string | null;
  /**
   * The student.
   */
  student_id: string;
  /**
   * In an emergency, the articulable and significant threat. A report has its words at the office it went to, not here.
   */
  threat: string | null;
}

export interface ConsentExceptionReview {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * What was looked at.
   */
  exception_id: string;
  /**
   * Within its basis, more than was needed, or not within it.
   */
  finding: "within_basis" | "more_than_needed" | "not_within_basis";
  /**
   * What is to be learned or done.
   */
  note: string | null;
  /**
   * When.
   */
  reviewed_at: Date;
  /**
   * Who looked at it: never who told it.
   */
  reviewed_by: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface ConsentRequest {
  /**
   * When.
   */
  asked_at: Date;
  /**
   * Who asked.
   */
  asked_by: string;
  /**
   * Why somebody else asked.
   */
  beside_because: "contact_away" | "family_asked" | "cannot_wait" | "agreed" | null;
  /**
   * The named contact of the family, where somebody else asked.
   */
  beside_id: string | null;
  /**
   * Who was asked.
   */
  caregiver_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Until when an answer is waited for; then the family is asked again.
   */
  due_at: Date;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The link, where one was sent.
   */
  link_id: string | null;
  /**
   * The agency it is asked for.
   */
  partner_id: string;
  /**
   * The referral it is asked for.
   */
  referral_id: string;
  /**
   * The questions that were asked.
   */
  scopes: string[];
  /**
   * The student.
   */
  student_id: string;
  /**
   * By a link that was sent, or on paper that was given.
   */
  way: "link" | "paper";
}

export interface ConsentRevocation {
  /**
   * Who asked.
   */
  asked_by: string;
  /**
   * How they asked.
   */
  channel: string;
  /**
   * The consent.
   */
  consent_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Who in the family reads it, as its consent says.
   */
  family_sees: "family" | "student" | "nobody";
  /**
   * The recipient, so that the wall stands on this row too.
   */
  partner_id: string;
  /**
   * Who recorded it.
   */
  recorded_by: string;
  /**
   * From when.
   */
  revoked_at: Date;
  /**
   * The student, so that the wall stands on this row too.
   */
  student_id: string | null;
}

export interface ConsentSettlement {
  /**
   * Why that one.
   */
  because: "order_names_one" | "one_decides_alone" | "they_agreed" | "legal_advice";
  /**
   * The record whose answer counts.
   */
  consent_id: string;
  /**
   * When.
   */
  decided_at: Date;
  /**
   * Who decided.
   */
  decided_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Who in the family reads it, as the consent that counts says.
   */
  family_sees: "family" | "student" | "nobody";
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The recipient, so that the wall stands on this row too.
   */
  partner_id: string;
  /**
   * The referral it was asked for.
   */
  referral_id: string;
  /**
   * The question.
   */
  scope: "referral_disclosure" | "status_feedback" | "participation" | "safety_signals" | "academic_observations" | "school_alerts" | "agency_alerts" | "care_coordination" | "services" | "telehealth" | "billing";
  /**
   * The student.
   */
  student_id: string;
}

export interface ContactAttempt {
  /**
   * Whom.
   */
  caregiver_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it was entered.
   */
  entered_at: Date;
  /**
   * Who tried.
   */
  entered_by: string;
  /**
   * When it happened.
   */
  happened_at: Date;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Interpreter who took part.
   */
  interpreter: string | null;
  /**
   * BCP 47 tag.
   */
  language: string;
  /**
   * How.
   */
  mode: "phone" | "text" | "email" | "in_person" | "video" | "letter";
  /**
   * When to try again.
   */
  next_attempt_at: Date | null;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * What came of it, from the standard list.
   */
  result: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface Correction {
  /**
   * The value after.
   */
  became: string;
  /**
   * When.
   */
  corrected_at: Date;
  /**
   * Who.
   */
  corrected_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * What was corrected.
   */
  field: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Why.
   */
  reason: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The value before.
   */
  was: string;
}

export interface CrisisAlert {
  /**
   * By when they answer before the backup is told.
   */
  ack_due_at: Date;
  /**
   * When they said they had it.
   */
  acknowledged_at: Date | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The timed drill somebody was told in; null for what is real.
   */
  drill_id: Generated<string | null>;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The incident.
   */
  incident_id: string;
  /**
   * Who was told.
   */
  person_id: string;
  /**
   * 1 for the lead, 2 and on for backups.
   */
  position: number;
  /**
   * When.
   */
  sent_at: Date;
}

export interface CrisisContact {
  /**
   * Who made sure.
   */
  checked_by: string | null;
  /**
   * On which day somebody last made sure that it is right.
   */
  checked_on: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Not shown from this day on.
   */
  ended_on: string | null;
  /**
   * When somebody answers, in a few words; null for at any hour.
   */
  hours: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What kind of help answers.
   */
  kind: "emergency" | "crisis_line" | "mobile_crisis" | "stabilization" | "emergency_department" | "other";
  /**
   * Name on the button.
   */
  name: string;
  /**
   * When to call it, in a few English words.
   */
  note_en: string;
  /**
   * The same in Spanish.
   */
  note_es: string;
  /**
   * The number to call.
   */
  number: string;
  /**
   * Order on the page, from 1.
   */
  position: number;
  /**
   * The school it is for; null for every school.
   */
  school_id: string | null;
}

export interface CrisisDrill {
  /**
   * When; null until then, and for a drill at a table.
   */
  begun_at: Date | null;
  /**
   * Who began the live incident of a timed drill.
   */
  begun_by: string | null;
  /**
   * When.
   */
  called_off_at: Date | null;
  /**
   * Who called it off.
   */
  called_off_by: string | null;
  /**
   * When.
   */
  completed_at: Date | null;
  /**
   * Who said that it was held.
   */
  completed_by: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The day it was held; null until it was completed.
   */
  held_on: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * How it is held: at a table, or against the clock in a live incident.
   */
  kind: "tabletop" | "timed";
  /**
   * When.
   */
  planned_at: Date;
  /**
   * Who planned it.
   */
  planned_by: string;
  /**
   * The day it is planned for.
   */
  planned_on: string;
  /**
   * The code of the scenario in the library.
   */
  scenario: string;
  /**
   * The school.
   */
  school_id: string;
  /**
   * The version of the library it was taken from.
   */
  standard_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface CrisisDrillFinding {
  /**
   * What the crisis standard was asked to say because of it.
   */
  change_request_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The drill.
   */
  drill_id: string;
  /**
   * By which day.
   */
  due_on: string;
  /**
   * When.
   */
  finished_at: Date | null;
  /**
   * Who said so.
   */
  finished_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Somebody does something, or the crisis standard is to change.
   */
  leads_to: "action" | "standard";
  /**
   * How it ended; null while it is owed.
   */
  outcome: "done" | "standard_changed" | "not_needed" | null;
  /**
   * Who sees to it.
   */
  owner_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * What was found, in words. Nobody real is in a drill.
   */
  words: string;
  /**
   * When.
   */
  written_at: Date;
  /**
   * Who wrote it down.
   */
  written_by: string;
}

export interface CrisisDrillPart {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The drill.
   */
  drill_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Who of the crisis team.
   */
  member_id: string | null;
  /**
   * Who of the staff.
   */
  person_id: string | null;
}

export interface CrisisEntry {
  /**
   * The entry it speaks of.
   */
  about_id: string | null;
  /**
   * The answers of a run of the rubric, as codes.
   */
  answers: unknown | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The timed drill it was written in; null for what is real.
   */
  drill_id: Generated<string | null>;
  /**
   * When it was written down.
   */
  entered_at: Date;
  /**
   * Who wrote it down.
   */
  entered_by: string | null;
  /**
   * When it happened.
   */
  happened_at: Date;
  /**
   * A second code: by which way a caregiver was told.
   */
  how: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The incident.
   */
  incident_id: string;
  /**
   * What somebody outside the school was told by it, from a closed list; empty where nothing said who it is about.
   */
  items: string[] | null;
  /**
   * What was written down.
   */
  kind: "safety_done" | "role_named" | "rubric_run" | "response_called" | "response_result" | "departure_explained" | "departure_reviewed" | "caregiver_told" | "caregiver_not_told" | "clinician_told" | "report_checked" | "handed_over" | "step_skipped" | "danger_said" | "trained_asked" | "ending_said" | "ending_confirmed" | "passed_on" | "came_from";
  /**
   * Who has a role, or who looks at a departure.
   */
  person_id: string | null;
  /**
   * The version of the standard a run was by.
   */
  standard_id: string | null;
  /**
   * Whom an incident is said to be about in truth, where it was entered for the wrong student and that is known.
   */
  student_id: string | null;
  /**
   * A code: which action, role, level, response, result, topic, ground, place or step.
   */
  what: string | null;
  /**
   * Who was reached or named, or why, in words, sealed.
   */
  words: string | null;
}

export interface CrisisIncident {
  /**
   * When whoever has it is asked again; kept after it was closed.
   */
  check_due_at: Date | null;
  /**
   * When it was closed; null while it runs.
   */
  closed_at: Date | null;
  /**
   * The concern whose checklist opened it.
   */
  concern_id: string | null;
  /**
   * The triage decision that opened it.
   */
  decision_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The timed drill it is of, whose id it bears; null for what is real.
   */
  drill_id: Generated<string | null>;
  /**
   * How it ended where it was no crisis of a student of this school: a mistaken press, somebody nobody could name, another school’s, or entered for the wrong student. Null where it was closed step by step, or runs.
   */
  ended_as: "opened_by_mistake" | "never_identified" | "belongs_elsewhere" | "another_student" | null;
  /**
   * When the record was opened, which may be later than it began.
   */
  entered_at: Date;
  /**
   * The incident of another school of the district that turned out to belong here.
   */
  from_incident_id: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * How it became known at first, a word of a list. Null while nobody said.
   */
  known_by: "student_said" | "student_wrote" | "peer_said" | "family_said" | "staff_saw" | "agency_said" | "office_said" | "screened" | "otherwise" | null;
  /**
   * On school premises.
   */
  on_premises: boolean | null;
  /**
   * Who opened the record.
   */
  opened_by: string | null;
  /**
   * Who has it now: whoever began it until a lead takes it.
   */
  owner_id: string | null;
  /**
   * Where, in a few words.
   */
  place: string | null;
  /**
   * The incident that was entered for the wrong student, and that goes on in this one.
   */
  rights_incident_id: string | null;
  /**
   * The school.
   */
  school_id: string;
  /**
   * Emergency help that was called before the record: 911, 988, mobile crisis.
   */
  services_called: string | null;
  /**
   * How it began.
   */
  source: "triage" | "staff" | "family_or_student" | "partner_signal";
  /**
   * When it began.
   */
  started_at: Date;
  /**
   * Open, acknowledged by a lead, or closed.
   */
  state: "open" | "acknowledged" | "closed";
  /**
   * The student, as soon as known.
   */
  student_id: string | null;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface CrisisTeamCredit {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The day it was earned.
   */
  earned_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Who earned it.
   */
  member_id: string;
  /**
   * How much, in quarters of an hour.
   */
  quarter_hours: number;
  /**
   * When.
   */
  recorded_at: Date;
  /**
   * Who wrote it down.
   */
  recorded_by: string;
  /**
   * For what.
   */
  title: string;
}

export interface CrisisTeamMember {
  /**
   * When.
   */
  added_at: Date;
  /**
   * Who put them on the team.
   */
  added_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Where they are written to, sealed.
   */
  email: string | null;
  /**
   * When; null while they are on it.
   */
  ended_at: Date | null;
  /**
   * Who took them off.
   */
  ended_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Whom they stand for.
   */
  kind: "professional" | "caregiver" | "community";
  /**
   * Who it is.
   */
  name: string;
  /**
   * How they are called, sealed.
   */
  phone: string | null;
  /**
   * What they do, or whom they come from.
   */
  role: string;
  /**
   * The school.
   */
  school_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface DataKey {
  /**
   * When the key was destroyed. Its id stays, so that what it sealed reads as removed and not as broken.
   */
  destroyed_at: Date | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The key of the district it is sealed under.
   */
  district_key_id: string;
  /**
   * Stands in every text it sealed.
   */
  id: string;
  /**
   * Since when. An owner may have several: two processes may have made one at the same time.
   */
  made_at: Generated<Date>;
  /**
   * The student or the caregiver whose texts it seals; of an agency's own notes, the referral; the district itself for texts of nobody.
   */
  owner_id: string;
  /**
   * Since when it seals no new texts.
   */
  retired_at: Date | null;
  /**
   * The key, sealed.
   */
  wrapped: Buffer;
}

export interface Disclosure {
  /**
   * When.
   */
  at: Date;
  /**
   * Whether it rests on a consent or on an exception to it.
   */
  basis: "consent" | "health_safety_emergency" | "mandated_report";
  /**
   * The consent it relied on: given before it.
   */
  consent_id: string | null;
  /**
   * Which way it went.
   */
  direction: "to_partner" | "to_school" | "to_other";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * What was told without consent, where that is its basis.
   */
  exception_id: string | null;
  /**
   * Who in the family reads it: as its consent says, or as was chosen of what was told without.
   */
  family_sees: "family" | "student" | "nobody";
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What crossed.
   */
  items: string[];
  /**
   * The role they acted in.
   */
  made_as: string | null;
  /**
   * Who let it cross; null where nobody did it by hand, and for what crossed before this was kept.
   */
  made_by: string | null;
  /**
   * The agency on the other side.
   */
  partner_id: string | null;
  /**
   * What for.
   */
  purpose: string;
  /**
   * The office that was told without consent.
   */
  recipient_office: string | null;
  /**
   * The referral it belonged to.
   */
  referral_id: string | null;
  /**
   * The student.
   */
  student_id: string;
}

export interface DisclosureReading {
  /**
   * When.
   */
  at: Date;
  /**
   * The consent on which it had crossed.
   */
  consent_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Who in the family reads of it.
   */
  family_sees: "family" | "student" | "nobody";
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What was read.
   */
  items: string[];
  /**
   * Opened at the agency, met there in a list, taken in by a machine of it, printed, exported, or read by the family.
   */
  kind: "portal_view" | "portal_list" | "machine_view" | "print" | "export" | "family_view";
  /**
   * The agency that read it.
   */
  partner_id: string | null;
  /**
   * What it was taken for; of what an agency reads, the consent says so.
   */
  purpose: string | null;
  /**
   * The role they acted in.
   */
  read_as: string;
  /**
   * Who read it.
   */
  read_by: string | null;
  /**
   * The referral it belonged to, where it is of one.
   */
  referral_id: string | null;
  /**
   * The student.
   */
  student_id: string;
}

export interface District {
  /**
   * When it was set up.
   */
  created_at: Date;
  /**
   * Whether this is an invented district: then one click signs in as any of its cast.
   */
  demo: Generated<boolean>;
  /**
   * Tenant, and the key of everything that belongs to it.
   */
  district_id: string;
  /**
   * When everything it begins with was there; null while it is being filled, or when that was cut short.
   */
  filled_at: Date | null;
  /**
   * Name on pages and paper.
   */
  name: string;
  /**
   * Two-letter state: which consent rules apply.
   */
  state: string;
  /**
   * IANA zone all clocks of the district run in.
   */
  time_zone: string;
}

export interface DistrictKey {
  /**
   * Tenant. It may not exist yet: the first key is made with the district.
   */
  district_id: string;
  /**
   * Made by the application.
   */
  id: string;
  /**
   * Since when. The newest seals new data keys.
   */
  made_at: Generated<Date>;
  /**
   * Since when it seals no new ones.
   */
  retired_at: Date | null;
  /**
   * The key, sealed.
   */
  wrapped: Buffer;
  /**
   * The key of the installation it is sealed under.
   */
  wrapped_under: string;
}

export interface DistrictRevision {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The count; what was read at one count stays true until the next.
   */
  revision: number;
}

export interface EarlyWarning {
  /**
   * The concern that was raised, or was open already.
   */
  concern_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The days it rests on, oldest first.
   */
  evidence_on: string[];
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Which limit.
   */
  level: "absences" | "chronic_absence" | "incidents";
  /**
   * When.
   */
  made_at: Date;
  /**
   * The school whose triage staff read it.
   */
  school_id: string;
  /**
   * The version of the limits by which it was crossed.
   */
  standard_version: number;
  /**
   * The student.
   */
  student_id: string;
}

export interface Enrolment {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The student system withdrew it.
   */
  ended_by_roster: Generated<boolean>;
  /**
   * Last day; open when null.
   */
  ends_on: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Whether this school answers for the student.
   */
  is_primary: boolean;
  /**
   * The school.
   */
  school_id: string;
  /**
   * The enrolment's id in the student system.
   */
  source_id: string | null;
  /**
   * First day, if the student system says.
   */
  starts_on: string | null;
  /**
   * The student.
   */
  student_id: string;
}

export interface Escalation {
  /**
   * The clock that ran out first, or that a person asked for it.
   */
  cause: "asked" | "high_need_intake" | "not_received" | "not_accepted" | "not_scheduled" | "not_seen" | "silent";
  /**
   * When it was closed.
   */
  closed_at: Date | null;
  /**
   * Who closed it.
   */
  closed_by: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Connected, or another plan: nothing else closes it.
   */
  ending: "connected" | "other_plan" | null;
  /**
   * Whether the need was high when it opened.
   */
  high_need: boolean;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * By when the next thing is owed: an answer, a decision, or the next look.
   */
  next_due_at: Date;
  /**
   * When it opened.
   */
  opened_at: Date;
  /**
   * Who asked for it; null where it opened by itself.
   */
  opened_by: string | null;
  /**
   * The referral that stalled; its successors belong to the same escalation.
   */
  referral_id: string;
  /**
   * The school: whose lead is told.
   */
  school_id: string;
  /**
   * Open, taken by somebody, decided, closed; moved by acts only.
   */
  state: "open" | "taken" | "decided" | "closed";
  /**
   * The student.
   */
  student_id: string;
  /**
   * Since when.
   */
  taken_at: Date | null;
  /**
   * Who has it.
   */
  taken_by: string | null;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * What was due by that clock; null where a person asked.
   */
  was_due_at: Date | null;
}

export interface EscalationAlert {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The escalation.
   */
  escalation_id: string;
  /**
   * Who was told.
   */
  person_id: string;
  /**
   * 1 for the designated lead, 2 and on for who stands in.
   */
  position: number;
  /**
   * When.
   */
  sent_at: Date;
  /**
   * The student.
   */
  student_id: string;
}

export interface EscalationCrisis {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The escalation, which goes on.
   */
  escalation_id: string;
  /**
   * The crisis.
   */
  incident_id: string;
  /**
   * When.
   */
  said_at: Date;
  /**
   * Who said so.
   */
  said_by: string;
  /**
   * The student of the escalation.
   */
  student_id: string;
}

export interface EscalationEntry {
  /**
   * What the agency said of itself.
   */
  acceptance: "accepting" | "waitlist" | "not_accepting" | null;
  /**
   * When somebody looks at it again.
   */
  again_on: string | null;
  /**
   * What is in the way, from the list of the standards.
   */
  barriers: string[] | null;
  /**
   * To go on, or one of three other ways.
   */
  decision: "continue" | "other_agency" | "school_support" | "urgent_community" | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The escalation.
   */
  escalation_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Why somebody asked; the family was contacted; the agency was asked; something was decided; another plan stands.
   */
  kind: "asked" | "family" | "capacity" | "decision" | "plan";
  /**
   * When the agency has room next, where it said so.
   */
  next_opening_on: string | null;
  /**
   * The record it opened.
   */
  opened_id: string | null;
  /**
   * What the decision opened.
   */
  opened_type: "referral" | "brief_support" | null;
  /**
   * Whether the family was reached.
   */
  reached: boolean | null;
  /**
   * Who was talked with: a caregiver, or the student who agreed to the care alone.
   */
  spoke_with: "caregiver" | "student" | null;
  /**
   * The student.
   */
  student_id: string;
  /**
   * In words, sealed.
   */
  words: string | null;
  /**
   * When.
   */
  written_at: Date;
  /**
   * Who wrote it down.
   */
  written_by: string;
}

export interface FamilyContact {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  named_at: Date;
  /**
   * Who said so.
   */
  named_by: string;
  /**
   * Who collects them.
   */
  person_id: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface FamilyLink {
  /**
   * When the questions were answered.
   */
  answered_at: Date | null;
  /**
   * When.
   */
  asked_at: Date;
  /**
   * Who sent it.
   */
  asked_by: string;
  /**
   * The caregiver it was sent to.
   */
  caregiver_id: string;
  /**
   * When it was ended before its time, or used.
   */
  closed_at: Date | null;
  /**
   * Why: answered, a newer one, what it asks about is withdrawn, guessed at, or it could not be sent.
   */
  closed_because: "answered" | "replaced" | "withdrawn" | "guessed" | "not_sent" | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * From when it lets nobody in; its time begins anew when it is handed over.
   */
  expires_at: Date;
  /**
   * Last day a yes would hold.
   */
  holds_until: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * SHA-256 of each link that was handed over.
   */
  marks: Generated<ArrayType<Buffer>>;
  /**
   * Why it was not sent, as the code of how the message ended.
   */
  not_sent: string | null;
  /**
   * When it first let somebody in.
   */
  opened_at: Date | null;
  /**
   * The agency that is asked about.
   */
  partner_id: string | null;
  /**
   * The person this caregiver is: who they act as.
   */
  person_id: string;
  /**
   * To answer what may be shared, or to see what is shared.
   */
  purpose: "consent" | "family";
  /**
   * The referral whose sharing is asked about.
   */
  referral_id: string | null;
  /**
   * The questions that are asked.
   */
  scopes: Generated<string[]>;
  /**
   * When the message with it was taken.
   */
  sent_at: Date | null;
  /**
   * By which way.
   */
  sent_by: "email" | "text" | null;
  /**
   * When that ends.
   */
  session_ends_at: Date | null;
  /**
   * SHA-256 of what the browser that came in keeps; the latest alone counts.
   */
  session_mark: Buffer | null;
  /**
   * The student it is about.
   */
  student_id: string;
  /**
   * How often what they should know was wrong.
   */
  wrong_tries: Generated<number>;
}

export interface FamilyNeed {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By which day something is to come of it.
   */
  due_on: string;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Who said how it ended.
   */
  ended_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What is needed, a word of a list.
   */
  kind: "food" | "housing" | "benefits" | "transport" | "child_care" | "coverage" | "clothing" | "internet";
  /**
   * When.
   */
  noted_at: Date;
  /**
   * Who wrote it down.
   */
  noted_by: string;
  /**
   * How it ended; null while it is open. A family that declines gives no reason.
   */
  outcome: "met" | "family_declined" | "not_needed" | "not_possible" | null;
  /**
   * Who of the school sees to it.
   */
  owner_id: string;
  /**
   * The school that sees to it.
   */
  school_id: string;
  /**
   * The student through whom the family is known.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface FamilyProfile {
  /**
   * How much a caregiver has to carry; null where nobody asked.
   */
  capacity: "room_for_more" | "with_help" | "carries_too_much" | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  kept_at: Date;
  /**
   * Who wrote it down last.
   */
  kept_by: string;
  /**
   * The school that asked.
   */
  school_id: string;
  /**
   * Whether the family let brothers and sisters be shown beside the student.
   */
  siblings_shown: Generated<boolean>;
  /**
   * The student.
   */
  student_id: string;
  /**
   * How the family gets to a visit; null where nobody asked.
   */
  transport: "own_car" | "rides" | "bus" | "walks" | "none" | null;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * When work keeps a caregiver from a visit; empty where nobody asked.
   */
  work_limits: Generated<string[]>;
}

export interface FamilySignIn {
  /**
   * What it gave them; it ends with it.
   */
  assignment_id: string;
  /**
   * Which caregiver they are; null for the student.
   */
  caregiver_id: string | null;
  /**
   * How whoever gave it made sure who it is.
   */
  checked_how: "official_id" | "known_in_person" | "called_back";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  given_at: Date;
  /**
   * Who checked and gave it.
   */
  given_by: string;
  /**
   * Who signs in.
   */
  person_id: string;
  /**
   * The student it is for.
   */
  student_id: string;
}

export interface FollowUp {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By when.
   */
  due_at: Date;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Who said so.
   */
  ended_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The incident.
   */
  incident_id: string;
  /**
   * When it was planned.
   */
  made_at: Date;
  /**
   * Reached, not reached, or not needed; null while it is owed.
   */
  outcome: "reached" | "not_reached" | "not_needed" | null;
  /**
   * Who does it.
   */
  owner_id: string;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * Whom they get in touch with.
   */
  whom: "caregiver" | "student" | "provider";
  /**
   * What was heard, in words, sealed.
   */
  words: string | null;
}

export interface FurtherRequest {
  /**
   * Opened, the family chose otherwise, or not needed any more.
   */
  answer: "opened" | "family_choice" | "not_needed" | null;
  /**
   * When.
   */
  answered_at: Date | null;
  /**
   * Who answered.
   */
  answered_by: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By when the navigator answers.
   */
  due_at: Date;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The referral that was opened.
   */
  opened_referral_id: string | null;
  /**
   * The agency that asks.
   */
  partner_id: string;
  /**
   * The referral the agency treats under.
   */
  referral_id: string;
  /**
   * When.
   */
  requested_at: Date;
  /**
   * Who asks.
   */
  requested_by: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface Guardianship {
  /**
   * Whether the school has checked that they may consent.
   */
  authority: "may_consent" | "may_not_consent" | "unknown";
  /**
   * When that was checked.
   */
  authority_checked_on: string | null;
  /**
   * The caregiver.
   */
  caregiver_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it ended.
   */
  ended_on: string | null;
  /**
   * Whom to contact first.
   */
  position: Generated<number>;
  /**
   * How they are related.
   */
  relationship: "mother" | "father" | "parent" | "guardian" | "grandparent" | "foster_parent" | "relative" | "other";
  /**
   * The student.
   */
  student_id: string;
}

export interface GuestLink {
  /**
   * When.
   */
  asked_at: Date;
  /**
   * Who sent it: with the referral, or again.
   */
  asked_by: string;
  /**
   * The assignment they act in; it ends with it.
   */
  assignment_id: string;
  /**
   * When it was ended before its time.
   */
  closed_at: Date | null;
  /**
   * Why: a newer one, taken back, or guessed at.
   */
  closed_because: "replaced" | "withdrawn" | "guessed" | null;
  /**
   * From when that code opens nothing.
   */
  code_ends_at: Date | null;
  /**
   * SHA-256 of the code that was handed over last, together with the id of the link.
   */
  code_mark: Buffer | null;
  /**
   * How often something else than that code was typed.
   */
  code_tries: Generated<number>;
  /**
   * How many codes were asked for since then.
   */
  codes_asked: Generated<number>;
  /**
   * Since when they are counted.
   */
  codes_since: Date | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * From when it lets nobody in; its time begins anew when it is handed over.
   */
  expires_at: Date;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * SHA-256 of each link that was handed over.
   */
  marks: Generated<ArrayType<Buffer>>;
  /**
   * Why it was not sent, as the code of how the message ended.
   */
  not_sent: string | null;
  /**
   * When it first let somebody in.
   */
  opened_at: Date | null;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * Whom it was sent to: who they act as.
   */
  person_id: string;
  /**
   * The referral it leads to, and no other.
   */
  referral_id: string;
  /**
   * When the message with it was taken.
   */
  sent_at: Date | null;
  /**
   * By which way.
   */
  sent_by: "email" | "text" | null;
  /**
   * When that ends.
   */
  session_ends_at: Date | null;
  /**
   * SHA-256 of what the browser that came in keeps; the latest alone counts.
   */
  session_mark: Buffer | null;
  /**
   * The student the referral is about.
   */
  student_id: string;
  /**
   * How often a wrong code was typed in all.
   */
  wrong_tries: Generated<number>;
}

export interface Handoff {
  /**
   * Who goes along.
   */
  accompanied_by: string | null;
  /**
   * What else to bring, in a few words for the family plan.
   */
  bring_note: string | null;
  /**
   * Coded exception when not.
   */
  caregiver_absence_reason: string | null;
  /**
   * Whom it was held with.
   */
  caregiver_id: string | null;
  /**
   * Whether the caregiver was there when it was sent.
   */
  caregiver_present_at_send: boolean | null;
  /**
   * When the handoff was complete.
   */
  completed_at: Date | null;
  /**
   * What stands in the way, from the barrier categories.
   */
  conflicts: string[] | null;
  /**
   * When the conversation was complete.
   */
  conversation_at: Date | null;
  /**
   * BCP 47 tag.
   */
  conversation_language: string | null;
  /**
   * In person, by phone or by video.
   */
  conversation_mode: "in_person" | "phone" | "video" | null;
  /**
   * How care is paid for, as the family says: decides which agency can take it.
   */
  coverage: "medicaid" | "private" | "uninsured" | "unknown" | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By when it is to be complete.
   */
  due_at: Date;
  /**
   * The time standard and version the due time came from.
   */
  due_standard: unknown;
  /**
   * When it ended by an exception or by the family's choice.
   */
  ended_at: Date | null;
  /**
   * What happened, when it ended without being complete.
   */
  exception_note: string | null;
  /**
   * Why it ended without being complete.
   */
  exception_reason: string | null;
  /**
   * First attempt to reach the family.
   */
  first_attempt_at: Date | null;
  /**
   * Which high-need criteria were met when the referral was opened.
   */
  high_need_criteria: Generated<string[]>;
  /**
   * Interpreter who took part.
   */
  interpreter: string | null;
  /**
   * Whether an interpreter is booked, where one is needed.
   */
  interpreter_booked: boolean | null;
  /**
   * When logistics were settled.
   */
  logistics_at: Date | null;
  /**
   * Why the same-day standard was missed, from the standard list.
   */
  miss_reason: string | null;
  /**
   * Who makes it.
   */
  navigator_id: string;
  /**
   * The triage decision: the same-day clock starts here.
   */
  opened_at: Date;
  /**
   * How it was given: paper, email, text_link, read_aloud.
   */
  plan_delivery: string[] | null;
  /**
   * When it was given.
   */
  plan_given_at: Date | null;
  /**
   * Language of the family plan.
   */
  plan_language: string | null;
  /**
   * Told what choices the family has.
   */
  point_choices_at: Date | null;
  /**
   * Told what the agency will ask.
   */
  point_information_at: Date | null;
  /**
   * Told what happens at the first visit.
   */
  point_intake_at: Date | null;
  /**
   * Told what the service is.
   */
  point_service_at: Date | null;
  /**
   * Consent questions the family wants to answer later.
   */
  questions_later: Generated<string[]>;
  /**
   * When receipt was confirmed.
   */
  receipt_at: Date | null;
  /**
   * Who at the agency confirmed receipt.
   */
  receipt_by: string | null;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * Open, complete, ended by a documented exception, or ended by the family's choice.
   */
  state: "open" | "complete" | "excepted" | "ended";
  /**
   * Coded reason when not.
   */
  student_absence_reason: string | null;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Whether the student took part.
   */
  student_took_part: boolean | null;
  /**
   * What the family said to that offer.
   */
  support_answer: "accepted" | "later" | "declined" | null;
  /**
   * When support at school was offered after the family chose not to share.
   */
  support_offered_at: Date | null;
  /**
   * How the family gets there.
   */
  transport: "own_car" | "school_ride" | "bus" | "brought" | "walk" | "online" | "unsettled" | null;
  /**
   * How they get there, in a few words for the family plan.
   */
  transport_note: string | null;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface HandoffRating {
  /**
   * Whether it was clear what comes next.
   */
  clarity: "clear" | "partly" | "unclear";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * How hard it was to get this far.
   */
  frustration: "none" | "some" | "much";
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  rated_at: Date;
  /**
   * Who of the family, so that nobody is counted twice.
   */
  rated_by: string;
  /**
   * The referral of the handoff.
   */
  referral_id: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface IdempotentReply {
  /**
   * The assignment that asked: keys of different people never meet.
   */
  asker: string;
  /**
   * When it was answered.
   */
  at: Date;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The idempotency key of the request.
   */
  key: string;
  /**
   * The outcome that was answered.
   */
  outcome: unknown;
  /**
   * SHA-256 of what was asked: another request under the same key is refused.
   */
  request: Buffer;
}

export interface Improvement {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By which day.
   */
  due_on: string;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Who said so.
   */
  ended_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The incident it was learned from.
   */
  incident_id: string;
  /**
   * When.
   */
  made_at: Date;
  /**
   * Who wrote it down.
   */
  made_by: string;
  /**
   * How it ended; null while it is owed.
   */
  outcome: "done" | "not_needed" | "not_possible" | null;
  /**
   * Who does it.
   */
  owner_id: string;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The student of the incident.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * What is to be done, in words, sealed.
   */
  words: string;
}

export interface IncidentReview {
  /**
   * Whether the standard asked for somebody else than who led.
   */
  by_another: boolean;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By when it is owed.
   */
  due_at: Date;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The incident.
   */
  incident_id: string;
  /**
   * When it was told that it is late; null before.
   */
  late_told_at: Date | null;
  /**
   * What was learned, in words, sealed.
   */
  learned: string | null;
  /**
   * Who had the incident when it was closed.
   */
  led_by: string;
  /**
   * Each step of the standard: followed, not followed, or not documented. Null while it is owed.
   */
  marks: unknown | null;
  /**
   * That no improvement was found, said and not left out.
   */
  nothing_to_improve: Generated<boolean>;
  /**
   * When the incident was closed.
   */
  opened_at: Date;
  /**
   * What came of the incident, in words, sealed.
   */
  outcome: string | null;
  /**
   * Who owes it.
   */
  owner_id: string;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * When.
   */
  written_at: Date | null;
  /**
   * Who wrote it.
   */
  written_by: string | null;
}

export interface IntakeRoute {
  /**
   * Where it leads, in plain words.
   */
  address: string;
  /**
   * Until when; null for the one in use.
   */
  closed_at: Date | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What kind of route.
   */
  kind: "portal_queue" | "e_referral" | "secure_message" | "phone_line";
  /**
   * From when it is the route.
   */
  opened_at: Date;
  /**
   * The agency.
   */
  partner_id: string;
}

export interface LegalHold {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When that was asked.
   */
  lift_asked_at: Date | null;
  /**
   * Who asked to end it.
   */
  lift_asked_by: string | null;
  /**
   * When it ended.
   */
  lifted_at: Date | null;
  /**
   * Who ended it: never who asked.
   */
  lifted_by: string | null;
  /**
   * Since when.
   */
  placed_at: Date;
  /**
   * Who placed it.
   */
  placed_by: string;
  /**
   * Where the reason is kept, for example the number of a case.
   */
  reason: string;
  /**
   * Whose records are held.
   */
  student_id: string;
}

export interface LegalRule {
  /**
   * When.
   */
  added_at: Date;
  /**
   * Who wrote it down.
   */
  added_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Federal, state or local.
   */
  level: "federal" | "state" | "local";
  /**
   * Who looks after it.
   */
  owner_id: string;
  /**
   * When it is first looked at again.
   */
  review_on: string;
  /**
   * Where it stands.
   */
  source: string;
  /**
   * What it is called.
   */
  title: string;
}

export interface LegalRuleReview {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * What was found.
   */
  found: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When it is looked at the next time.
   */
  next_review_on: string;
  /**
   * When.
   */
  reviewed_at: Date;
  /**
   * Who looked.
   */
  reviewed_by: string;
  /**
   * The rule.
   */
  rule_id: string;
}

export interface LegalSignOff {
  /**
   * The agreement it clears.
   */
  agreement_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Last day it holds.
   */
  ends_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * Which use of data it clears.
   */
  scope: string;
  /**
   * Who signed.
   */
  signed_by: string;
  /**
   * When.
   */
  signed_on: string;
  /**
   * Withdrawn at this instant.
   */
  withdrawn_at: Date | null;
}

export interface LostCheck {
  /**
   * When.
   */
  checked_at: Date;
  /**
   * The day it was made on, on the clock of the district.
   */
  day: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * How much was missing.
   */
  found: number;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * How many open records were looked at.
   */
  open: number;
  /**
   * How much of it the house put right by itself.
   */
  repaired: number;
}

export interface LostFinding {
  /**
   * The look that found it.
   */
  check_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What was missing.
   */
  lacks: "owner" | "next_action" | "clock" | "queue" | "clinician";
  /**
   * The record.
   */
  record_id: string;
  /**
   * What kind of record.
   */
  record_type: "referral" | "support" | "incident" | "escalation" | "review" | "task" | "concern" | "debrief" | "improvement" | "help" | "need" | "outside" | "support_alert" | "reassessment" | "return" | "follow_up" | "care_notice" | "drill_finding";
  /**
   * The referral it is or belongs to, where there is one.
   */
  referral_id: string | null;
  /**
   * Whether the house put it right by itself.
   */
  repaired: boolean;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The student, where the record is about one.
   */
  student_id: string | null;
}

export interface Message {
  /**
   * Whom it is for, where it is one of the family.
   */
  caregiver_id: string | null;
  /**
   * What it follows from, as a code: the kind of news, the day, or a visit.
   */
  cause: string;
  /**
   * By which way it went last.
   */
  channel: "email" | "text" | null;
  /**
   * The same occasion twice is one message.
   */
  dedupe_key: string;
  /**
   * When the gateway said that it arrived.
   */
  delivered_at: Date | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * From when it was to go out.
   */
  due_at: Date;
  /**
   * When it ended.
   */
  ended_at: Date | null;
  /**
   * How it ended: sent, or why it was not.
   */
  ending: "sent" | "not_needed" | "too_late" | "set_apart" | "no_address" | "no_language" | "not_agreed" | "do_not_contact" | "call_only" | "hours_in_words" | "kept_away" | "student_alone" | "stopped" | "not_neutral" | null;
  /**
   * UUIDv7 made by the application; a mail carries it as its own id.
   */
  id: string;
  /**
   * An alert that waits for an answer, the digest of a day, a reminder or a link for a family, a link or a code for an agency.
   */
  kind: "alert" | "digest" | "reminder" | "link" | "guest_link" | "guest_code";
  /**
   * When it was made.
   */
  made_at: Date;
  /**
   * When it is looked at next; null once it has ended.
   */
  next_at: Date | null;
  /**
   * Whom it is for, where they sign in.
   */
  person_id: string | null;
  /**
   * How often it was refused for what it is.
   */
  refusals: Generated<number>;
  /**
   * When it was taken.
   */
  sent_at: Date | null;
  /**
   * Which one.
   */
  subject_id: string;
  /**
   * What kind of record it is about.
   */
  subject_type: string;
  /**
   * How often it was handed over, or was to be.
   */
  tries: Generated<number>;
  /**
   * Since when somebody is handing it over.
   */
  trying_since: Date | null;
  /**
   * When whoever owns the work was told that it did not arrive.
   */
  undelivered_told_at: Date | null;
}

export interface MessageChoice {
  /**
   * One of a family.
   */
  caregiver_id: string | null;
  /**
   * When.
   */
  changed_at: Date;
  /**
   * Who wrote it down.
   */
  changed_by: string;
  /**
   * Whether a digest is sent each day something waits.
   */
  digest: boolean;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Whether mail may be sent.
   */
  email: boolean;
  /**
   * From when on a day they may be reached, on the district's clock; null: as the district says.
   */
  hours_from: string | null;
  /**
   * Until when.
   */
  hours_until: string | null;
  /**
   * The id of whoever it is about: there is one for each.
   */
  id: string;
  /**
   * Why, as a code.
   */
  pause_reason: "family_asked" | "safety" | "away" | "own_choice" | null;
  /**
   * Until when nothing is sent.
   */
  paused_until: Date | null;
  /**
   * Somebody who signs in.
   */
  person_id: string | null;
  /**
   * Whether texts may be sent.
   */
  text: boolean;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * Whether a reminder may say the day and the time.
   */
  with_time: boolean;
}

export interface MessageTry {
  /**
   * When.
   */
  at: Date;
  /**
   * By which way.
   */
  channel: "email" | "text";
  /**
   * The code of the mail server or the gateway.
   */
  code: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * What the gateway calls it.
   */
  gateway_id: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The message.
   */
  message_id: string;
  /**
   * Taken, refused for what it is, nobody there, not known; then arrived, or not.
   */
  outcome: "taken" | "refused" | "away" | "unknown" | "delivered" | "failed";
}

export interface Migration {
  /**
   * When.
   */
  applied_at: Generated<Date>;
  /**
   * SHA-256 of the file when it was applied.
   */
  checksum: string;
  /**
   * File name.
   */
  name: string;
}

export interface MinorConsentRule {
  /**
   * When.
   */
  added_at: Date;
  /**
   * Who wrote it down; null for what ships.
   */
  added_by: string | null;
  /**
   * Who recorded the approval: never who wrote the row.
   */
  approval_recorded_by: string | null;
  /**
   * Who in the legal team approved it.
   */
  approved_by: string | null;
  /**
   * On which day.
   */
  approved_on: string | null;
  /**
   * The kind of care it speaks of.
   */
  care: "mental_health" | "substance_use";
  /**
   * Whether a caregiver may be told that the student consented.
   */
  caregiver_told: boolean;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * From which age, in whole years.
   */
  from_age: number;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * First day it may be used, once approved.
   */
  in_force_from: string;
  /**
   * Last day; open when null.
   */
  in_force_until: string | null;
  /**
   * Whether it only shows what a row looks like; such a row is never in force.
   */
  sample: Generated<boolean>;
  /**
   * Where the rule stands in the law.
   */
  source: string;
  /**
   * Two-letter state whose law it is.
   */
  state: string;
}

export interface ModalityMix {
  /**
   * Open places at home.
   */
  at_home: number;
  /**
   * When the room of the agency followed; null before.
   */
  begun_at: Date | null;
  /**
   * Open places by video.
   */
  by_video: number;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The day from which it holds.
   */
  effective_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Open places at the agency.
   */
  off_campus: number;
  /**
   * Open places on campus.
   */
  on_campus: number;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * When.
   */
  planned_at: Date;
  /**
   * Who planned it.
   */
  planned_by: string;
}

export interface Notice {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What kind of news: the words stand in the catalog.
   */
  kind: string;
  /**
   * When.
   */
  made_at: Date;
  /**
   * Who is told.
   */
  person_id: string;
  /**
   * When it was read.
   */
  read_at: Date | null;
  /**
   * Which one.
   */
  subject_id: string;
  /**
   * What kind of record to open.
   */
  subject_type: string;
}

export interface OnboardingStep {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  done_on: string;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * When it was recorded.
   */
  recorded_at: Date;
  /**
   * Who recorded it.
   */
  recorded_by: string;
  /**
   * What was done.
   */
  step: "training" | "contacts" | "crisis_contact" | "data_check";
}

export interface OutsideCall {
  /**
   * Whom was asked: the family, or the provider with the family on the line.
   */
  asked: "family" | "provider";
  /**
   * When.
   */
  called_at: Date;
  /**
   * Who called.
   */
  called_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The day of the visit, where one is set or took place.
   */
  happens_on: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What was learned, a word of a list.
   */
  learned: "no_answer" | "waits" | "visit_set" | "seen" | "no_room" | "not_the_right_one" | "family_declined";
  /**
   * On which day somebody calls again; null where it is known what came of it.
   */
  next_on: string | null;
  /**
   * The provider it was about.
   */
  outside_id: string;
  /**
   * The referral it is for.
   */
  referral_id: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface OutsideProvider {
  /**
   * On which day somebody of the school calls back next.
   */
  call_on: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Who learned it.
   */
  ended_by: string | null;
  /**
   * The day of the first visit, where it took place.
   */
  happened_on: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  named_at: Date;
  /**
   * Who wrote it down.
   */
  named_by: string;
  /**
   * What came of it, as it was learned by phone; null while it is open.
   */
  outcome: "seen" | "no_room" | "not_the_right_one" | "family_declined" | null;
  /**
   * What the provider is called.
   */
  provider_name: string;
  /**
   * Its public number.
   */
  provider_phone: string;
  /**
   * The referral it is for.
   */
  referral_id: string;
  /**
   * What is asked for.
   */
  service: "assessment" | "individual" | "group" | "family" | "psychiatry" | "other";
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * The family calls itself, or is on the line and speaks for itself: nothing is sent.
   */
  way: "family_calls" | "with_family";
}

export interface Packet {
  /**
   * The consent it relied on.
   */
  consent_id: string;
  /**
   * Item to text, as sent.
   */
  content: unknown;
  /**
   * SHA-256 of the content.
   */
  content_hash: Buffer;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The recipient.
   */
  partner_id: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The route it left through.
   */
  route_id: string;
  /**
   * When: after the consent.
   */
  sent_at: Date;
  /**
   * Who sent it.
   */
  sent_by: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface PacketName {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The agency the packet was sent to.
   */
  partner_id: string;
  /**
   * The referral the packet was sent with.
   */
  referral_id: string;
  /**
   * One word of the name, without accents, in lower case.
   */
  word: string;
}

export interface Participation {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The version of the list it was sent by; none for what was sent before lists had versions.
   */
  list_id: string | null;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * When.
   */
  posted_at: Date;
  /**
   * Who posted it.
   */
  posted_by: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * A code of the list of signals in force.
   */
  signal: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The day of the visit.
   */
  visit_on: string;
}

export interface Partner {
  /**
   * What they do, in plain words.
   */
  about: string;
  /**
   * Whether new referrals are taken now.
   */
  acceptance: "accepting" | "waitlist" | "full" | "paused";
  /**
   * Why not, or what the wait is.
   */
  acceptance_note: string | null;
  /**
   * Where families go.
   */
  address: string;
  /**
   * Offers times after school.
   */
  after_school: boolean;
  /**
   * When acceptance and places were last confirmed.
   */
  capacity_updated_at: Date;
  /**
   * Who answers for intake.
   */
  contact_name: string;
  /**
   * Number for a student of theirs who is in danger.
   */
  crisis_phone: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When the partnership ended.
   */
  ended_at: Date | null;
  /**
   * When they are open, in plain words.
   */
  hours: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * BCP 47 tags of languages served.
   */
  languages: string[];
  /**
   * in_person, on_campus, home, telehealth, telepsychiatry, telepsychology.
   */
  modalities: string[];
  /**
   * Full name.
   */
  name: string;
  /**
   * When the next place opens, if known.
   */
  next_opening_on: string | null;
  /**
   * When the onboarding list was complete; nothing is sent before.
   */
  onboarded_at: Date | null;
  /**
   * Places open now.
   */
  open_places: number;
  /**
   * medicaid, private, uninsured, sliding_fee.
   */
  payers: string[];
  /**
   * Number of the intake desk.
   */
  phone: string;
  /**
   * Whom they serve, in plain words.
   */
  populations: string | null;
  /**
   * Who at the district answers for the partnership.
   */
  relationship_owner_id: string | null;
  /**
   * Name in a sentence.
   */
  short_name: string;
  /**
   * Raised at each edit; a stale edit is refused.
   */
  version: Generated<number>;
  /**
   * Offers times on weekends.
   */
  weekends: boolean;
}

export interface PartnerService {
  /**
   * Ages served, in plain words.
   */
  ages: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What kind of service.
   */
  kind: "assessment" | "individual" | "group" | "family" | "psychiatry" | "substance_use" | "other";
  /**
   * Name of the service.
   */
  name: string;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * Support tiers it serves.
   */
  tiers: number[];
}

export interface Person {
  /**
   * Who stands in for them while they are away; null while nobody is named.
   */
  backup_id: string | null;
  /**
   * When the person was added.
   */
  created_at: Date;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Where the invitation and notices go.
   */
  email: string | null;
  /**
   * When they left: from then on nothing opens for them.
   */
  ended_at: Date | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * BCP 47 tag of the language their pages speak.
   */
  language: Generated<string>;
  /**
   * The sign-in account, once the invitation was taken up.
   */
  login_id: string | null;
  /**
   * Name on pages and paper.
   */
  name: string;
  /**
   * The agency that employs them, for partner staff.
   */
  partner_id: string | null;
  /**
   * Work number.
   */
  phone: string | null;
  /**
   * Who made sure.
   */
  phone_checked_by: string | null;
  /**
   * On which day somebody last made sure that the work number is right; null where nobody did.
   */
  phone_checked_on: string | null;
  /**
   * Agencies that read this name: somebody of the school who sent them a referral, or navigates one.
   */
  shown_to: Generated<ArrayType<string>>;
  /**
   * The person's id in the student system.
   */
  source_id: string | null;
}

export interface PracticalSupport {
  /**
   * How it was arranged, in words, sealed; null before.
   */
  arranged: string | null;
  /**
   * When.
   */
  arranged_at: Date | null;
  /**
   * Who arranged it.
   */
  arranged_by: string | null;
  /**
   * When.
   */
  asked_at: Date;
  /**
   * Who wrote it down.
   */
  asked_by: string;
  /**
   * The barrier it clears once it is done; null where none was named.
   */
  barrier_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By which day it is to be settled.
   */
  due_on: string;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Who said how it ended.
   */
  ended_by: string | null;
  /**
   * The day the help was given, where it was.
   */
  happened_on: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What kind of help.
   */
  kind: "intake_forms" | "transport" | "interpreter" | "child_care" | "coverage" | "benefits" | "food" | "housing" | "other";
  /**
   * What is needed, in words, sealed: for forms, which ones.
   */
  need: string | null;
  /**
   * How it ended; null while it is owed.
   */
  outcome: "done" | "family_declined" | "not_needed" | "not_possible" | null;
  /**
   * The referral it unblocks.
   */
  referral_id: string;
  /**
   * What came of it, in words, sealed: the reason, where the help was not given.
   */
  result: string | null;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface PrivacyTerms {
  /**
   * Who reads it: teachers, everybody else at school, people of an agency; or which protocol or guideline it is.
   */
  audience: "teacher" | "school" | "partner" | "care_coordination" | "wraparound" | "on_campus";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * From when it is asked for, until the next version is.
   */
  in_force_from: Date;
  /**
   * What they keep to, one sentence each.
   */
  lines: string[];
  /**
   * When.
   */
  published_at: Date;
  /**
   * Who published it; null for what ships.
   */
  published_by: string | null;
  /**
   * Ships with Throughline and is not approved for use.
   */
  sample: boolean;
  /**
   * Days an acknowledgement of this version holds.
   */
  valid_days: number;
  /**
   * Counts up from 1 for the audience.
   */
  version: number;
}

export interface ProtectedContact {
  /**
   * Where they live or get letters, sealed. Nowhere else is there an address of a family.
   */
  address: string | null;
  /**
   * The caregiver whose it is; null where it is the student's own.
   */
  caregiver_id: string | null;
  /**
   * When to call, in words, sealed.
   */
  contact_hours: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Address of their mail, sealed.
   */
  email: string | null;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Why it is protected no more; null while it is.
   */
  ended_because: "day_came" | "order_ended" | "set_by_mistake" | null;
  /**
   * Who ended it; null where its last day had passed.
   */
  ended_by: string | null;
  /**
   * The last day on which it is.
   */
  ends_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  marked_at: Date;
  /**
   * Who marked it.
   */
  marked_by: string;
  /**
   * Where the student lives, sealed; of a student alone.
   */
  neighborhood: string | null;
  /**
   * Whose key it is sealed under: the caregiver, else the student.
   */
  owner_id: string;
  /**
   * Number, sealed.
   */
  phone: string | null;
  /**
   * Who is named to read it: people of the staff, and nobody else.
   */
  readers: ArrayType<string>;
  /**
   * Why it is protected, as a code.
   */
  reason: "protective_order" | "address_program" | "custody_order" | "safety_plan";
  /**
   * The student it is of, or through whom the caregiver was met.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface ProviderNote {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The law it stands under: HIPAA, and 42 CFR Part 2 beside it where the agency gives substance-use care.
   */
  governed_by: "hipaa" | "part_2";
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency whose record it is.
   */
  partner_id: string;
  /**
   * The referral at the agency. The key it is sealed under is of this referral.
   */
  referral_id: string;
  /**
   * The student, so that whoever is kept away from them is kept from this.
   */
  student_id: string;
  /**
   * What it says, sealed.
   */
  words: string;
  /**
   * When.
   */
  written_at: Date;
  /**
   * The clinician.
   */
  written_by: string;
}

export interface Reassessment {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When; null while they are on it.
   */
  ended_at: Date | null;
  /**
   * Who took them off the list.
   */
  ended_by: string | null;
  /**
   * The rhythm, in calendar days.
   */
  every_days: number;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  looked_at: Date | null;
  /**
   * Who looked last.
   */
  looked_by: string | null;
  /**
   * The day by which they are looked at next.
   */
  next_on: string;
  /**
   * How it stood then.
   */
  outcome: "steady" | "better" | "worse" | null;
  /**
   * Why, in words, sealed.
   */
  reason: string;
  /**
   * The school whose triage staff looks.
   */
  school_id: string;
  /**
   * When.
   */
  started_at: Date;
  /**
   * Who put them on the list.
   */
  started_by: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface RecordAnswer {
  /**
   * Given, passed on to the agency that owns it, correction accepted, or refused.
   */
  answer: "given" | "passed_on" | "accepted" | "refused";
  /**
   * When.
   */
  answered_at: Date;
  /**
   * Who answered.
   */
  answered_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * How it was given or passed on; the correction; or why it was refused.
   */
  note: string;
  /**
   * The request.
   */
  request_id: string;
  /**
   * The family's own words, which stand beside the record where a correction was refused.
   */
  statement: string | null;
  /**
   * Whose record it is about.
   */
  student_id: string;
}

export interface RecordOpening {
  /**
   * The one assignment it holds in.
   */
  assignment_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Until when, four hours at most: from this instant on it is as if it had never been.
   */
  ends_at: Date;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * From when.
   */
  opened_at: Date;
  /**
   * By whom.
   */
  person_id: string;
  /**
   * Why, from a closed list.
   */
  reason: "danger_now" | "here_now" | "moved_here" | "standing_in" | "asked_by_family" | "asked_by_agency";
  /**
   * Whose records were opened.
   */
  student_id: string;
  /**
   * Why, in words, sealed.
   */
  words: string;
}

export interface RecordOpeningEnd {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * From when nothing is read through it any more.
   */
  ended_at: Date;
  /**
   * Who ended it: whoever opened it, or who found it not justified.
   */
  ended_by: string;
  /**
   * Who had opened them.
   */
  opened_by: string;
  /**
   * The opening.
   */
  opening_id: string;
  /**
   * Whose records it was about, so that the wall stands on this row too.
   */
  student_id: string;
}

export interface RecordOpeningReview {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * What they found, from a closed list.
   */
  finding: "justified" | "not_justified" | "needs_follow_up";
  /**
   * Who had opened them.
   */
  opened_by: string;
  /**
   * The opening.
   */
  opening_id: string;
  /**
   * When.
   */
  reviewed_at: Date;
  /**
   * Who looked at it: never who opened.
   */
  reviewed_by: string;
  /**
   * Whose records it was about, so that the wall stands on this row too.
   */
  student_id: string;
  /**
   * What they found, in words, sealed.
   */
  words: string;
}

export interface RecordRemoval {
  /**
   * When.
   */
  carried_at: Date | null;
  /**
   * Who carried it out: never who proposed it.
   */
  carried_by: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  proposed_at: Date;
  /**
   * Who proposed it.
   */
  proposed_by: string;
  /**
   * Which records; a student's whole record goes with the name and the key.
   */
  record_class: "concern" | "brief_support" | "referral" | "crisis_incident" | "student";
}

export interface RecordRemovalStudent {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The proposal.
   */
  removal_id: string;
  /**
   * When they were removed; null where a hold or a later rule kept them.
   */
  removed_at: Date | null;
  /**
   * Whose records.
   */
  student_id: string;
}

export interface RecordRequest {
  /**
   * Which part, or what is wrong with it.
   */
  about: string;
  /**
   * Whether a caregiver asked, or the student.
   */
  asked_by: "caregiver" | "student";
  /**
   * Who asked.
   */
  asked_by_name: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Last day to answer.
   */
  due_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * To see it, or to have it corrected.
   */
  kind: "access" | "correction";
  /**
   * Whose record it is: the district's, or the agency's that treats the student.
   */
  owner: "district" | "provider";
  /**
   * When it was asked.
   */
  received_on: string;
  /**
   * When.
   */
  recorded_at: Date;
  /**
   * Who wrote it down.
   */
  recorded_by: string;
  /**
   * Whose record it is about.
   */
  student_id: string;
}

export interface Referral {
  /**
   * When the agency accepted.
   */
  accepted_at: Date | null;
  /**
   * By when that concern was to be decided, as the concern has it.
   */
  concern_due_at: Date | null;
  /**
   * When the concern behind its decision was received, as the concern has it; null without a decision.
   */
  concern_received_at: Date | null;
  /**
   * The decision that opened it; a redirect keeps the first one; null for a partner's further referral.
   */
  decision_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it was redirected, withdrawn or closed.
   */
  ended_at: Date | null;
  /**
   * When the one-month question was answered yes.
   */
  engaged_at: Date | null;
  /**
   * When the first of its chain was opened: time to care counts from here.
   */
  first_referred_at: Date;
  /**
   * When the first meaningful appointment was held: assessment or treatment, not paperwork.
   */
  first_seen_at: Date | null;
  /**
   * The referral whose agency asked for this further one.
   */
  further_of_id: string | null;
  /**
   * Met a high-need criterion when it was opened.
   */
  high_need: Generated<boolean>;
  /**
   * Since when the student is at high risk while it is open; null where that was never found.
   */
  high_risk_at: Date | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When the intake was held.
   */
  intake_completed_at: Date | null;
  /**
   * How the family wants it.
   */
  modality: string;
  /**
   * The navigator who owns it.
   */
  navigator_id: string;
  /**
   * By when.
   */
  next_due_at: Date | null;
  /**
   * Whose turn it is.
   */
  next_owner: "navigator" | "partner" | "lead" | null;
  /**
   * The one thing owed now.
   */
  next_step: string | null;
  /**
   * The number people say on the phone.
   */
  number: number;
  /**
   * When the family was offered the service, whatever it answered.
   */
  offered_at: Date | null;
  /**
   * The agency it goes to; null until one is chosen.
   */
  partner_id: string | null;
  /**
   * The last day of its latest pause; null where it was never paused.
   */
  paused_through: string | null;
  /**
   * The referral it was redirected from.
   */
  predecessor_id: string | null;
  /**
   * Main reason, from the standard list.
   */
  reason_category: string;
  /**
   * When the agency confirmed receipt.
   */
  received_at: Date | null;
  /**
   * When this referral was opened.
   */
  referred_at: Date;
  /**
   * An earlier referral for the same need.
   */
  repeat_of_id: string | null;
  /**
   * When the first appointment was booked.
   */
  scheduled_at: Date | null;
  /**
   * The school.
   */
  school_id: string;
  /**
   * When the packet left; the agency sees nothing before.
   */
  sent_at: Date | null;
  /**
   * What is asked for.
   */
  service_sought: string;
  /**
   * Where it is on its way; moved by acts only.
   */
  state: "handoff_open" | "sent" | "received" | "accepted" | "not_accepted" | "scheduled" | "in_service" | "disengaged" | "redirected" | "withdrawn" | "closed";
  /**
   * When the state it is in was entered: limits of what is owed count from here.
   */
  state_since: Date;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The tier of the decision it rests on, by which its clocks run; null where none was decided.
   */
  tier: number | null;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * When.
   */
  video_first_at: Date | null;
  /**
   * Who said so.
   */
  video_first_by: string | null;
  /**
   * What is missing nearby.
   */
  video_first_gap: "no_local_service" | "no_local_room" | "no_way_there" | "no_local_language" | null;
  /**
   * Why visits by video come first for this student; null where nobody said so.
   */
  video_first_reason: "high_need" | "missed_school" | "waits_too_long" | "crisis_before" | null;
}

export interface ReferralCounter {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The last one.
   */
  last_number: number;
}

export interface ReferralEnding {
  /**
   * Who spoke for the family, when it chose to end or withdrew.
   */
  asked_by: "caregiver" | "student" | null;
  /**
   * What a non-connection came from. Never the family's fault.
   */
  attributed_to: "family_choice" | "service_could_not_accept" | "intake_barrier" | null;
  /**
   * How they said so.
   */
  channel: "phone" | "in_person" | "text" | "email" | "letter" | "family_page" | null;
  /**
   * Where the family moved to, as it was said.
   */
  destination: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  ended_at: Date;
  /**
   * Who closed it.
   */
  ended_by: string;
  /**
   * Connected, another plan, family choice, moved, redirected or withdrawn.
   */
  ending: "connected" | "alternative_plan" | "family_choice" | "moved" | "redirected" | "withdrawn";
  /**
   * The exit criterion that was met.
   */
  exit_criterion: string | null;
  /**
   * The day the roster says the student left, as it stood when this ended.
   */
  left_on: string | null;
  /**
   * The agency.
   */
  partner_id: string | null;
  /**
   * The written alternative plan.
   */
  plan: string | null;
  /**
   * Coded reason or barrier.
   */
  reason: string | null;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The designated lead who signed off a high-need ending without connection.
   */
  signed_off_by: string | null;
  /**
   * The step-down or maintenance plan.
   */
  step_down: string | null;
  /**
   * The student.
   */
  student_id: string;
}

export interface ReferralPause {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Who ended it sooner.
   */
  ended_by: string | null;
  /**
   * The day on which they ran again, where somebody ended it sooner.
   */
  ended_on: string | null;
  /**
   * The first day on which the clocks stand, on the clock of the district.
   */
  from_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  paused_at: Date;
  /**
   * Who paused them.
   */
  paused_by: string;
  /**
   * A code of the list in force.
   */
  reason: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The last one, as it was set. No pause outlives it.
   */
  through_on: string;
}

export interface ReferralStatus {
  /**
   * Yes or no, for ongoing engagement.
   */
  answer: boolean | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it was entered.
   */
  entered_at: Date;
  /**
   * Who entered it.
   */
  entered_by: string;
  /**
   * When it happened.
   */
  happened_at: Date;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency it speaks of.
   */
  partner_id: string | null;
  /**
   * A coded reason, for not accepted, disengaged and redirected.
   */
  reason: string | null;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * Who says so: the partner, the school with the partner on the phone, or the family.
   */
  source: "partner" | "school_confirmed" | "family_reported";
  /**
   * One of the closed list.
   */
  status: "received" | "accepted" | "not_accepted" | "scheduled" | "first_appointment_completed" | "ongoing_engagement" | "disengaged" | "redirected";
  /**
   * The student.
   */
  student_id: string;
  /**
   * Where the agency suggests to go instead.
   */
  suggested_partner_id: string | null;
}

export interface ReminderAttempt {
  /**
   * Which caregiver; null for the student.
   */
  caregiver_id: string | null;
  /**
   * By which way, or on the page of the family.
   */
  channel: "phone" | "text" | "email" | "in_person" | "letter" | "family_page";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it was entered.
   */
  entered_at: Date;
  /**
   * Who entered it; null for the sending of messages.
   */
  entered_by: string | null;
  /**
   * When it happened.
   */
  happened_at: Date;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * BCP 47 tag.
   */
  language: string;
  /**
   * Whether it arrived. One that did not leaves the reminder owed.
   */
  outcome: "delivered" | "not_delivered";
  /**
   * To whom it went: a caregiver, or the student.
   */
  reached: "caregiver" | "student";
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The reminder.
   */
  reminder_id: string;
  /**
   * What they replied; null when it did not arrive.
   */
  reply: "confirmed" | "asks_to_reschedule" | "cannot_come" | "no_reply" | null;
  /**
   * Who says so: staff, the sending of messages, or the family on its own page.
   */
  source: "staff" | "system" | "family";
  /**
   * The student.
   */
  student_id: string;
}

export interface RetentionRule {
  /**
   * When.
   */
  added_at: Date;
  /**
   * Who wrote it down.
   */
  added_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * From which day it counts.
   */
  in_force_from: string;
  /**
   * Which records.
   */
  record_class: "concern" | "brief_support" | "referral" | "crisis_incident" | "student";
  /**
   * Where the rule stands.
   */
  source: string;
  /**
   * Years after the day the student left.
   */
  years: number;
}

export interface ReturnPlan {
  /**
   * When.
   */
  agreed_at: Date | null;
  /**
   * Who said that it is whole and agreed.
   */
  agreed_by: string | null;
  /**
   * Who comes to it, in words, sealed.
   */
  attendees: string | null;
  /**
   * Who checks in and how often, in words, sealed.
   */
  check_ins: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By when it is to be agreed on.
   */
  due_at: Date;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Who ended it.
   */
  ended_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * What happens if risk rises, in words, sealed.
   */
  if_risk_rises: string | null;
  /**
   * The incident.
   */
  incident_id: string;
  /**
   * When it was told that it is late; null before.
   */
  late_told_at: Date | null;
  /**
   * When the re-entry meeting is.
   */
  meeting_at: Date | null;
  /**
   * By when the next thing of it is owed.
   */
  next_due_at: Date;
  /**
   * The next clinical appointment, or why there is none, in words, sealed.
   */
  next_visit: string | null;
  /**
   * Why no plan is needed, why it ended before it held, or why a newer version replaced it, in words, sealed.
   */
  not_needed_because: string | null;
  /**
   * When the incident was closed, or the version before was replaced.
   */
  opened_at: Date;
  /**
   * Who owes it: whoever was named in the incident.
   */
  owner_id: string;
  /**
   * The day the student comes back.
   */
  return_on: string | null;
  /**
   * The day the student came back.
   */
  returned_on: string | null;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The version of the crisis standard whose steps it follows.
   */
  standard_id: string;
  /**
   * Owed, agreed, the student is back, stable, not needed, ended before it held, or replaced by a newer version.
   */
  state: "due" | "agreed" | "returned" | "stable" | "not_needed" | "ended" | "replaced";
  /**
   * The steps of the jointly agreed policy that were done, as codes.
   */
  steps: Generated<string[]>;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Whether the crisis was a threat of suicide; null while nobody said.
   */
  suicide_threat: boolean | null;
  /**
   * Supports at school, in words, sealed.
   */
  supports: string | null;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface ReturnSheet {
  /**
   * Whom to ask.
   */
  contact_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it was given last.
   */
  given_at: Date;
  /**
   * Who gave it to them.
   */
  given_by: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The plan it is of.
   */
  incident_id: string;
  /**
   * Who has to know.
   */
  reader_id: string;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * What to do in class, in words, sealed.
   */
  words: string;
}

export interface ReviewTask {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By which day.
   */
  due_on: string;
  /**
   * When.
   */
  finished_at: Date | null;
  /**
   * Who said so.
   */
  finished_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  made_at: Date;
  /**
   * Who wrote it down.
   */
  made_by: string;
  /**
   * How it ended; null while it is owed.
   */
  outcome: "done" | "not_needed" | "not_possible" | null;
  /**
   * Who does it.
   */
  owner_id: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The review that decided it.
   */
  review_id: string;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * What is to be done.
   */
  what: "call_family" | "ask_agency" | "arrange_transport" | "help_with_forms" | "move_visit" | "talk_with_student" | "other";
  /**
   * In words, sealed.
   */
  words: string | null;
}

export interface RosterImport {
  /**
   * When it was applied.
   */
  applied_at: Date | null;
  /**
   * Who applied it.
   */
  applied_by: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * SHA-256 of the file.
   */
  file_hash: Buffer;
  /**
   * Name of the file.
   */
  file_name: string;
  /**
   * OneRoster version and whether bulk or delta.
   */
  format: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  made_at: Date;
  /**
   * Who; null for the command line.
   */
  made_by: string | null;
  /**
   * Being read, previewed, being applied, applied, discarded or refused.
   */
  state: "reading" | "previewed" | "applying" | "applied" | "discarded" | "refused";
  /**
   * Counts and refusals by file, line and reason; no names.
   */
  summary: unknown;
}

export interface RosterPart {
  /**
   * The piece.
   */
  bytes: Buffer;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The import.
   */
  import_id: string;
  /**
   * Order of the piece, from 0.
   */
  position: number;
}

export interface RosterProgress {
  /**
   * When this was written.
   */
  at: Date;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Rows done of this step.
   */
  done: number;
  /**
   * The import.
   */
  import_id: string;
  /**
   * What is being done.
   */
  step: string;
  /**
   * Rows of this step.
   */
  total: number;
}

export interface SafetySignal {
  /**
   * When.
   */
  acknowledged_at: Date | null;
  /**
   * Who at school took it up.
   */
  acknowledged_by: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The version of the list it was sent by; none for what was sent before lists had versions.
   */
  list_id: string | null;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * When.
   */
  posted_at: Date;
  /**
   * Who posted it.
   */
  posted_by: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * A code of the list of signals in force.
   */
  signal: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface SampledCase {
  /**
   * The decision that departed from the checklist, where it is one.
   */
  decision_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The incident, where it is one.
   */
  incident_id: string | null;
  /**
   * Each step as the reviewer found it: followed, not followed, or not documented.
   */
  marks: unknown | null;
  /**
   * The order in which it was drawn from its stratum.
   */
  position: number;
  /**
   * Why the reviewer found otherwise than the record says, in words, sealed.
   */
  reason: string | null;
  /**
   * Each step as the record said it went when it was reviewed.
   */
  recorded: unknown | null;
  /**
   * When.
   */
  reviewed_at: Date | null;
  /**
   * Who reviewed it.
   */
  reviewed_by: string | null;
  /**
   * Who was asked to review it; null where everybody who could took part.
   */
  reviewer_id: string | null;
  /**
   * The sample.
   */
  sample_id: string;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Who took part in the case: none of them reviews it.
   */
  took_part: ArrayType<string>;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface School {
  /**
   * When it closed.
   */
  closed_on: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Elementary, middle, high or other.
   */
  level: "elementary" | "middle" | "high" | "other";
  /**
   * From when the school may use the pathway; null while it is being set up.
   */
  live_on: string | null;
  /**
   * Name on pages and paper.
   */
  name: string;
  /**
   * Neighborhood the building stands in.
   */
  neighborhood: string | null;
  /**
   * Number families may call.
   */
  phone: string | null;
  /**
   * Names the school in its public address; says nothing else.
   */
  public_code: string;
  /**
   * The school's id in the student system.
   */
  source_id: string | null;
}

export interface SchoolClosure {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Why, as families read it.
   */
  label: string;
  /**
   * The day.
   */
  on_day: string;
}

export interface SchoolEvent {
  /**
   * What the trail speaks of: the file, or the event that was entered, which said this or set it aside.
   */
  change_id: string;
  /**
   * How much of the day, what kind of incident, which exclusion.
   */
  code: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The last day of an exclusion, when it is known.
   */
  ends_on: string | null;
  /**
   * When.
   */
  entered_at: Date;
  /**
   * Who entered it, or took the file in.
   */
  entered_by: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The file that said so last; null when somebody entered it.
   */
  import_id: string | null;
  /**
   * A day missed, an incident, or an exclusion.
   */
  kind: "absence" | "incident" | "exclusion";
  /**
   * Since when another word on the same event counts; null while this one does.
   */
  replaced_at: Date | null;
  /**
   * What it is called where it came from, so that a file taken in again changes nothing.
   */
  source_id: string;
  /**
   * The day, or the first one.
   */
  starts_on: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Said to have been wrong: it counts no more.
   */
  taken_back: Generated<boolean>;
}

export interface SchoolEventImport {
  /**
   * Lines that were new.
   */
  added: number;
  /**
   * Lines that said something else than before.
   */
  changed: number;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * SHA-256 of its bytes, in hex.
   */
  file_hash: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Names of columns nobody reads.
   */
  ignored: string[];
  /**
   * What its lines are.
   */
  kind: "absence" | "incident" | "exclusion";
  /**
   * When.
   */
  made_at: Date;
  /**
   * Who took it in.
   */
  made_by: string;
  /**
   * Somebody only looked what it would change: nothing of it was taken in.
   */
  previewed: Generated<boolean>;
  /**
   * Concerns it raised.
   */
  raised: number;
  /**
   * Lines that changed nothing.
   */
  same: number;
  /**
   * Lines about students nobody knows here, which were left alone.
   */
  unknown: number;
}

export interface SchoolFeedback {
  /**
   * When.
   */
  confirmed_at: Date;
  /**
   * Who at school says so.
   */
  confirmed_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency it speaks of, so that the wall stands on this row too.
   */
  partner_id: string | null;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Yes or no.
   */
  sufficient: boolean;
}

export interface SchoolScheduler {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When; null while they are the one.
   */
  ended_at: Date | null;
  /**
   * Who named somebody else.
   */
  ended_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  named_at: Date;
  /**
   * Who named them.
   */
  named_by: string;
  /**
   * Who books visits there.
   */
  person_id: string;
  /**
   * The school.
   */
  school_id: string;
}

export interface SchoolTerm {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Last school day.
   */
  ends_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Name of the term.
   */
  name: string;
  /**
   * First school day.
   */
  starts_on: string;
}

export interface SchoolVisit {
  /**
   * The consent it rests on, as it held on that day.
   */
  consent_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  logged_at: Date;
  /**
   * Who of the school wrote it down.
   */
  logged_by: string;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * What for, a word of a list.
   */
  purpose: "observe_class" | "observe_break" | "meet_teachers" | "meet_care_team";
  /**
   * The referral the agency has.
   */
  referral_id: string;
  /**
   * The school that was visited.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The day.
   */
  visited_on: string;
}

export interface ScreeningCutOff {
  /**
   * Where it was decided, and why.
   */
  decision: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The instrument.
   */
  instrument_id: string;
  /**
   * The number of this version, counted from one.
   */
  number: number;
  /**
   * At so many points or more.
   */
  points: number;
  /**
   * Since when it is in force.
   */
  set_at: Date;
  /**
   * Who set it.
   */
  set_by: string;
}

export interface ScreeningInstrument {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The version its publisher gave it.
   */
  edition: string;
  /**
   * SHA-256 of the file, in hex.
   */
  file_hash: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  imported_at: Date;
  /**
   * Who brought it.
   */
  imported_by: string;
  /**
   * Its questions in order: how a file names each, and the points of each answer.
   */
  items: unknown;
  /**
   * It says of itself that it is experimental: closed to a school that is live.
   */
  sample: boolean;
  /**
   * What it is called.
   */
  title: string;
  /**
   * Its canonical address.
   */
  url: string;
}

export interface ScreeningLoad {
  /**
   * Students who were new.
   */
  added: number;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * SHA-256 of its bytes, in hex.
   */
  file_hash: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Students who had a result of this round already, which stays.
   */
  known: number;
  /**
   * When.
   */
  loaded_at: Date;
  /**
   * Who brought it.
   */
  loaded_by: string;
  /**
   * Concerns it raised.
   */
  raised: number;
  /**
   * The round.
   */
  round_id: string;
}

export interface ScreeningOptOut {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When; null while it stands.
   */
  ended_at: Date | null;
  /**
   * Who wrote down that the family changed its mind.
   */
  ended_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  recorded_at: Date;
  /**
   * Who wrote it down.
   */
  recorded_by: string;
  /**
   * The day the family said so.
   */
  said_on: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface ScreeningResult {
  /**
   * The concern it was brought to.
   */
  concern_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The grade they were in.
   */
  grade: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The file that said so.
   */
  load_id: string;
  /**
   * At the cut-off or over it.
   */
  over: boolean;
  /**
   * The round.
   */
  round_id: string;
  /**
   * The school.
   */
  school_id: string;
  /**
   * The day.
   */
  screened_on: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface ScreeningRound {
  /**
   * The last day.
   */
  closes_on: string;
  /**
   * The version of the cut-off the whole round is measured by.
   */
  cut_off_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The grades it is for.
   */
  grades: string[];
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The instrument.
   */
  instrument_id: string;
  /**
   * When.
   */
  opened_at: Date;
  /**
   * Who opened it.
   */
  opened_by: string;
  /**
   * The first day.
   */
  opens_on: string;
  /**
   * The school.
   */
  school_id: string;
}

export interface SecondStepRemoval {
  /**
   * When.
   */
  asked_at: Date;
  /**
   * Who asked.
   */
  asked_by: string;
  /**
   * Why it is out of reach.
   */
  because: "device_lost" | "device_broken" | "device_changed";
  /**
   * How whoever asked made sure who it is.
   */
  checked_how: "official_id" | "known_in_person" | "called_back";
  /**
   * When; from then on what they had before opens nothing.
   */
  confirmed_at: Date | null;
  /**
   * Who confirmed it: never who asked.
   */
  confirmed_by: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Who lost it.
   */
  person_id: string;
}

export interface StaffCredential {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The body that issued it.
   */
  issuer: string;
  /**
   * Of which profession, a word of a list.
   */
  kind: "counseling" | "psychology" | "social_work" | "marriage_family" | "nursing" | "psychiatry" | "peer_support";
  /**
   * The number of the license, as its public register has it.
   */
  license_number: string;
  /**
   * Whose it is.
   */
  person_id: string;
  /**
   * When.
   */
  recorded_at: Date;
  /**
   * Who wrote it down.
   */
  recorded_by: string;
  /**
   * The last day it holds.
   */
  valid_until: string;
}

export interface StaffSupervisor {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  named_at: Date;
  /**
   * Who named them.
   */
  named_by: string;
  /**
   * Who is supervised.
   */
  person_id: string;
  /**
   * By whom.
   */
  supervisor_id: string;
}

export interface StallWatch {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When the next clock runs out; null when none runs.
   */
  next_at: Date | null;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * How often the arrangements of the district had changed.
   */
  revision: number;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The version of the referral that was looked at.
   */
  version: number;
}

export interface Standard {
  /**
   * Who approved it locally.
   */
  approved_by: string | null;
  /**
   * When it was approved locally.
   */
  approved_on: string | null;
  /**
   * The content, in the shape of its kind.
   */
  body: unknown;
  /**
   * The decision that published it.
   */
  decision: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * From when it applies, until the next version does.
   */
  in_force_from: Date;
  /**
   * A kind of standards/kinds.ts.
   */
  kind: string;
  /**
   * What agencies signed, where the kind needs signatures.
   */
  proposal_id: string | null;
  /**
   * When it was published.
   */
  published_at: Date;
  /**
   * Who published it; null for what ships.
   */
  published_by: string | null;
  /**
   * Ships with Throughline and is not approved for use.
   */
  sample: boolean;
  /**
   * Counts up from 1 within the kind.
   */
  version: number;
}

export interface StandardBreach {
  /**
   * Which clock ran out.
   */
  clock: "high_need_intake" | "not_received" | "not_accepted" | "not_scheduled" | "not_seen" | "silent" | "warm_handoff" | "assessment" | "one_month" | "triage" | "weekly_review" | "consent_ending" | "crisis_acknowledgement" | "caregiver_told" | "incident_review" | "return_plan" | "directory_check" | "progress_meeting" | "agreement_renewal";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When it was due under the standard of that day.
   */
  due_at: Date;
  /**
   * Who owed the next step at that moment.
   */
  held_by: "navigator" | "partner" | "lead" | "owner" | "queue";
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When the house noticed.
   */
  noticed_at: Date;
  /**
   * The agency that held it, where it was one.
   */
  partner_id: string | null;
  /**
   * The person who held it, where it was somebody of the school.
   */
  person_id: string | null;
  /**
   * The record the clock ran on; null where that is the referral.
   */
  record_id: string | null;
  /**
   * What kind of record the clock ran on.
   */
  record_type: "referral" | "concern" | "consent" | "incident" | "incident_review" | "return_plan" | "partner";
  /**
   * The referral whose loop stalled.
   */
  referral_id: string | null;
  /**
   * The school whose staff reach the record.
   */
  school_id: string | null;
  /**
   * The limit that held, with the version it stood in.
   */
  standard: unknown;
  /**
   * Since when it ran.
   */
  started_at: Date;
  /**
   * The student.
   */
  student_id: string | null;
}

export interface StandardProposal {
  /**
   * What it would say, in the shape of its kind.
   */
  body: unknown;
  /**
   * The decision it rests on.
   */
  decision: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The kind of standard that needs signatures.
   */
  kind: string;
  /**
   * When.
   */
  proposed_at: Date;
  /**
   * Who proposed it.
   */
  proposed_by: string;
  /**
   * The version it would be.
   */
  version: number;
}

export interface StandardSignature {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * What was signed.
   */
  proposal_id: string;
  /**
   * When.
   */
  signed_at: Date;
  /**
   * Who signed for it.
   */
  signed_by: string;
}

export interface StandingRevision {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The count; who was seen at one count is who they are until the next.
   */
  revision: number;
}

export interface StopNotice {
  /**
   * When it was read.
   */
  acknowledged_at: Date | null;
  /**
   * Who read it.
   */
  acknowledged_by: string | null;
  /**
   * The family took consent back, it withdrew from the referral, or the referral ended otherwise.
   */
  because: "consent_revoked" | "withdrawn" | "ended";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By when it is to be read.
   */
  due_at: Date;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When sharing stopped.
   */
  made_at: Date;
  /**
   * The agency that is told.
   */
  partner_id: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface Student {
  /**
   * What the student needs to take part in a visit.
   */
  accommodation: string | null;
  /**
   * Birth date: for the packet, and for who may consent.
   */
  born_on: string | null;
  /**
   * Yes, no or unknown: for the equity cut only.
   */
  disability: "yes" | "no" | "unknown";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Family name.
   */
  family_name: string;
  /**
   * Given name.
   */
  given_name: string;
  /**
   * Grade, or unknown.
   */
  grade: Generated<string>;
  /**
   * BCP 47 tag, or unknown: for interpreters and the equity cut.
   */
  home_language: Generated<string>;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When the last enrolment ended. The record stays.
   */
  left_on: string | null;
  /**
   * The number staff know the student by.
   */
  local_id: string | null;
  /**
   * Neighborhood, or unknown: for the equity cut.
   */
  neighborhood: Generated<string>;
  /**
   * Name the student goes by.
   */
  preferred_name: string | null;
  /**
   * The school of the primary enrolment in force; null when there is none.
   */
  school_id: string | null;
  /**
   * The student's id in the student system.
   */
  source_id: string | null;
  /**
   * Raised at each edit; a stale edit is refused.
   */
  version: Generated<number>;
}

export interface StudentName {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The student's school, so that search stays within reach.
   */
  school_id: string | null;
  /**
   * Whose name it is.
   */
  student_id: string;
  /**
   * One word of the name, without accents, in lower case.
   */
  word: string;
}

export interface StudentNamePair {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The other one.
   */
  later_word: string;
  /**
   * Whose name it is.
   */
  student_id: string;
  /**
   * The word of the two that comes first in the order of their letters.
   */
  word: string;
}

export interface Supervision {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * How, a word of a list.
   */
  form: "individual" | "group" | "observed" | "file_review";
  /**
   * The day.
   */
  held_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * How long, in minutes.
   */
  minutes: number;
  /**
   * Who was supervised.
   */
  person_id: string;
  /**
   * When.
   */
  recorded_at: Date;
  /**
   * Who wrote it down: never who was supervised.
   */
  recorded_by: string;
  /**
   * By whom.
   */
  supervisor_id: string;
}

export interface SupportAlert {
  /**
   * What makes it hard, a word of a list.
   */
  about: "change_at_home" | "loss" | "basic_needs" | "change_at_school" | "hard_with_others" | "away_more" | "check_in";
  /**
   * When; null while it waits.
   */
  acknowledged_at: Date | null;
  /**
   * Who on the other side says that they have it.
   */
  acknowledged_by: string | null;
  /**
   * By when somebody says that they have it; then the next ones are told.
   */
  answer_due_at: Date;
  /**
   * The consent it was sent on.
   */
  consent_id: string;
  /**
   * To the agency, or to the school.
   */
  direction: "to_partner" | "to_school";
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * The referral between the two.
   */
  referral_id: string;
  /**
   * How far up those were told who can answer: 0 before anybody was.
   */
  rung: Generated<number>;
  /**
   * The school.
   */
  school_id: string;
  /**
   * When.
   */
  sent_at: Date;
  /**
   * Who sent it.
   */
  sent_by: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface SupportAlertTold {
  /**
   * The alert.
   */
  alert_id: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Who was told.
   */
  person_id: string;
  /**
   * The referral between the two.
   */
  referral_id: string;
  /**
   * On which rung, from 1.
   */
  rung: number;
  /**
   * The student it is about.
   */
  student_id: string;
  /**
   * When.
   */
  told_at: Date;
}

export interface SupportReview {
  /**
   * The clinician named at this review for a student at high risk.
   */
  clinician_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Code of the exit criterion that was met.
   */
  exit_criterion: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Whether things got better.
   */
  improving: boolean | null;
  /**
   * When it is looked at again, if it goes on.
   */
  next_review_on: string | null;
  /**
   * Goes on, met, step up, step down, or left.
   */
  outcome: "continue" | "met" | "step_up" | "step_down" | "left";
  /**
   * When.
   */
  reviewed_at: Date;
  /**
   * Who looked.
   */
  reviewed_by: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The support.
   */
  support_id: string;
}

export interface SupportStrategy {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When.
   */
  given_at: Date;
  /**
   * Who gave it.
   */
  given_by: string;
  /**
   * To a caregiver or to a teacher.
   */
  given_to: "caregiver" | "teacher";
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The school of the support.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The support at school.
   */
  support_id: string;
  /**
   * What was given, in words, sealed.
   */
  words: string;
}

export interface TextStop {
  /**
   * When.
   */
  at: Date;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * A mark of the number that nobody can read back.
   */
  mark: string;
  /**
   * Whether no text may be sent any more.
   */
  stopped: boolean;
}

export interface TierMove {
  /**
   * The triage decision that moved the student.
   */
  decision_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Code of the entry criterion of the tier that was entered.
   */
  entry_criterion: string;
  /**
   * Code of the exit criterion of the tier that was left.
   */
  exit_criterion: string | null;
  /**
   * The tier that was left; null when none was on record.
   */
  from_tier: number | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  moved_at: Date;
  /**
   * Who decided it.
   */
  moved_by: string;
  /**
   * The school at the time.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The brief support whose review moved the student.
   */
  support_id: string | null;
  /**
   * The version of the tiers whose criteria were cited.
   */
  tiers_id: string;
  /**
   * Its number, for reading.
   */
  tiers_version: number;
  /**
   * The tier that was entered.
   */
  to_tier: number;
}

export interface TrainingCompletion {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Who was trained.
   */
  person_id: string;
  /**
   * When.
   */
  recorded_at: Date;
  /**
   * Who recorded it: never the person themselves.
   */
  recorded_by: string;
  /**
   * The version it was recorded under.
   */
  requirement_id: string;
  /**
   * When.
   */
  taken_back_at: Date | null;
  /**
   * Who said that it was written down wrongly.
   */
  taken_back_by: string | null;
  /**
   * For what.
   */
  topic: string;
  /**
   * The day of the training.
   */
  trained_on: string;
  /**
   * The last day it holds, by the months its version gives.
   */
  valid_until: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface TrainingRequirement {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * From when it holds, until the next version does.
   */
  in_force_from: Date;
  /**
   * What the training covers, one sentence each.
   */
  lines: string[];
  /**
   * When.
   */
  published_at: Date;
  /**
   * Who published it.
   */
  published_by: string;
  /**
   * Whether what it is for is closed to whoever has not completed it.
   */
  required: boolean;
  /**
   * Its sentences ship with Throughline and are not approved for use.
   */
  sample: boolean;
  /**
   * What it is for: to run the rubric, to decide in triage, or to read records of students.
   */
  topic: "rubric" | "triage" | "records";
  /**
   * Months a completion holds that is recorded under this version.
   */
  valid_months: number;
  /**
   * Counts up from 1 for the topic.
   */
  version: number;
}

export interface TrainingSession {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The grade, as the roster names it.
   */
  grade: string;
  /**
   * The day.
   */
  held_on: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * How many students were to be there.
   */
  invited: number;
  /**
   * How many were.
   */
  present: number;
  /**
   * When.
   */
  recorded_at: Date;
  /**
   * Who recorded it.
   */
  recorded_by: string;
  /**
   * The school.
   */
  school_id: string;
  /**
   * When.
   */
  taken_back_at: Date | null;
  /**
   * Who said that it was written down wrongly.
   */
  taken_back_by: string | null;
  /**
   * What it was about: how to ask for help, or what to do in a crisis.
   */
  topic: "asking_for_help" | "in_a_crisis";
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface TreatmentMilestone {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The plan is complete, or its first milestone is reached. Each once.
   */
  milestone: "plan_completed" | "first_reached";
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * When.
   */
  posted_at: Date;
  /**
   * Who posted it.
   */
  posted_by: string;
  /**
   * The day it was.
   */
  reached_on: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The student.
   */
  student_id: string;
}

export interface TriageDecision {
  /**
   * Item to answer, as given.
   */
  answers: unknown;
  /**
   * The checklist version that was used.
   */
  checklist_id: string;
  /**
   * Its number, for reading.
   */
  checklist_version: number;
  /**
   * The path that was chosen.
   */
  chosen: "a" | "b" | "c";
  /**
   * The clinician named when a student at high risk stays at school.
   */
  clinician_id: string | null;
  /**
   * The concern decided.
   */
  concern_id: string;
  /**
   * When: the clocks of the path start here.
   */
  decided_at: Date;
  /**
   * Who decided.
   */
  decided_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The checklist indicated immediate risk.
   */
  high_risk: Generated<boolean>;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The path the checklist indicated.
   */
  indicated: "a" | "b" | "c";
  /**
   * Who owns the handoff, on path (b).
   */
  navigator_id: string | null;
  /**
   * Why the chosen path is not the indicated one.
   */
  override_reason: string | null;
  /**
   * Main reason, from the standard list.
   */
  reason_category: string;
  /**
   * The decision this one replaces.
   */
  replaces_id: string | null;
  /**
   * What they said.
   */
  review_answer: "agree" | "disagree" | null;
  /**
   * By when they answer.
   */
  review_due_at: Date | null;
  /**
   * What they added.
   */
  review_note: string | null;
  /**
   * When they answered.
   */
  reviewed_at: Date | null;
  /**
   * The second person who looks at a departure.
   */
  reviewer_id: string | null;
  /**
   * The school at the time.
   */
  school_id: string;
  /**
   * Points the checklist gave.
   */
  score: number;
  /**
   * The run of the checklist it rests on.
   */
  screening_id: string | null;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Support tier (MTSS 1 to 3), apart from the path.
   */
  tier: number;
}

export interface TriageRoute {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The role that owns new concerns.
   */
  role: string;
  /**
   * The school.
   */
  school_id: string;
  /**
   * When.
   */
  set_at: Date;
  /**
   * Who decided it.
   */
  set_by: string;
}

export interface VisitOffer {
  /**
   * The appointment it became.
   */
  appointment_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Intake, assessment, first treatment or follow-up.
   */
  kind: "intake" | "assessment" | "first_treatment" | "follow_up";
  /**
   * How long it would take.
   */
  minutes: number;
  /**
   * At the agency, on campus, at home, or by video: telehealth, telepsychiatry, telepsychology.
   */
  modality: "in_person" | "on_campus" | "home" | "telehealth" | "telepsychiatry" | "telepsychology";
  /**
   * When.
   */
  offered_at: Date;
  /**
   * Who offered it.
   */
  offered_by: string;
  /**
   * The agency.
   */
  partner_id: string;
  /**
   * Where, or which link.
   */
  place: string;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * When it would start.
   */
  starts_at: Date;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Whom the family would meet.
   */
  with_whom: string | null;
}

export interface WeeklyReview {
  /**
   * When it ended; null while it goes on.
   */
  closed_at: Date | null;
  /**
   * Who ended it.
   */
  closed_by: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Of a meeting about progress: counts of students in service by school, as it began.
   */
  figures: unknown | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * It goes through open referrals, through the caseloads of care coordination, or it is a meeting about progress.
   */
  kind: "referrals" | "care" | "progress";
  /**
   * Of the students agencies serve there: how many without a yes to care coordination. They are on no list.
   */
  not_consented: number | null;
  /**
   * When: the list was made at that moment.
   */
  opened_at: Date;
  /**
   * Who began it.
   */
  opened_by: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * The Monday of the week it counts for, on the clock of the district.
   */
  week_on: string;
}

export interface WeeklyReviewLine {
  /**
   * In a case review: what became of what stands in the way.
   */
  barriers_said: "none" | "watched" | "grown" | null;
  /**
   * It goes on as it is, somebody got a task, or the lead is asked.
   */
  decision: "goes_on" | "task" | "ask_lead" | null;
  /**
   * Why it was put off.
   */
  deferred_because: "somebody_missing" | "word_awaited" | "no_time" | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  marked_at: Date | null;
  /**
   * Who wrote it down.
   */
  marked_by: string | null;
  /**
   * In a case review: whether the agreed measures were brought up to date.
   */
  measures_said: "updated" | "unchanged" | "not_agreed" | null;
  /**
   * Reviewed, or put off; null while nobody came to it.
   */
  outcome: "reviewed" | "deferred" | null;
  /**
   * Where it stood on the list: what stalled first.
   */
  position: number;
  /**
   * The referral.
   */
  referral_id: string;
  /**
   * The review.
   */
  review_id: string;
  /**
   * The school whose staff reach the record.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * In a case review: whether the next visit is confirmed.
   */
  visit_said: "confirmed" | "not_confirmed" | "none_booked" | null;
  /**
   * What was said, in words, sealed.
   */
  words: string | null;
}

export interface WeeklyReviewPerson {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * Who took part.
   */
  person_id: string;
  /**
   * The review.
   */
  review_id: string;
}

export interface WeeklyReviewSchool {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * The review.
   */
  review_id: string;
  /**
   * The school.
   */
  school_id: string;
}

export interface WorkingHours {
  /**
   * Local time.
   */
  closes: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Local time.
   */
  opens: string;
  /**
   * 1 Monday to 7 Sunday (ISO 8601). A weekday without a row is free.
   */
  weekday: number;
}

export interface WraparoundMember {
  /**
   * The caregiver.
   */
  caregiver_id: string | null;
  /**
   * The yes to care coordination the agency joined on.
   */
  consent_id: string | null;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * When.
   */
  joined_at: Date;
  /**
   * Who put them on the team.
   */
  joined_by: string;
  /**
   * When; null while they are on it.
   */
  left_at: Date | null;
  /**
   * Who said that they are on it no more.
   */
  left_by: string | null;
  /**
   * The agency.
   */
  partner_id: string | null;
  /**
   * The person of the school.
   */
  person_id: string | null;
  /**
   * The referral the agency accepted.
   */
  referral_id: string | null;
  /**
   * What they do on the team.
   */
  role: "leads" | "coordinates" | "helps_at_school" | "cares" | "family" | "student";
  /**
   * Whether it is a person of the school, an agency, a caregiver or the student.
   */
  side: "school" | "agency" | "caregiver" | "student";
  /**
   * The student.
   */
  student_id: string;
  /**
   * The team.
   */
  team_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface WraparoundStep {
  /**
   * When.
   */
  added_at: Date;
  /**
   * Who wrote it down.
   */
  added_by: string;
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * By which day.
   */
  due_on: string;
  /**
   * When.
   */
  ended_at: Date | null;
  /**
   * Who said so.
   */
  ended_by: string | null;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * Who does it.
   */
  member_id: string;
  /**
   * How it ended; null while it is owed.
   */
  outcome: "done" | "not_needed" | "not_possible" | null;
  /**
   * The agency of that member, where it is one.
   */
  partner_id: string | null;
  /**
   * The student.
   */
  student_id: string;
  /**
   * The team.
   */
  team_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
  /**
   * What is done, from a list: there is no field for words.
   */
  what: "check_in_school" | "check_in_home" | "keep_visits" | "transport" | "forms" | "school_supports" | "daily_routine" | "peer_or_mentor" | "activities" | "family_support" | "crisis_plan_shared" | "meet_again";
}

export interface WraparoundTeam {
  /**
   * Tenant.
   */
  district_id: string;
  /**
   * When; null while it goes on.
   */
  ended_at: Date | null;
  /**
   * Who ended it.
   */
  ended_by: string | null;
  /**
   * When.
   */
  formed_at: Date;
  /**
   * Who formed it.
   */
  formed_by: string;
  /**
   * UUIDv7 made by the application.
   */
  id: string;
  /**
   * The school at which it was formed.
   */
  school_id: string;
  /**
   * The student.
   */
  student_id: string;
  /**
   * Raised at each change; a stale change is refused.
   */
  version: Generated<number>;
}

export interface Database {
  absence: Absence;
  access_block: AccessBlock;
  access_token: AccessToken;
  acknowledgement: Acknowledgement;
  act_try: ActTry;
  agency_coordinator: AgencyCoordinator;
  agreed_measure: AgreedMeasure;
  agreement: Agreement;
  agreement_rule: AgreementRule;
  appointment: Appointment;
  appointment_reminder: AppointmentReminder;
  ask_count: AskCount;
  assignment: Assignment;
  assignment_school: AssignmentSchool;
  audit_event: AuditEvent;
  audit_seal: AuditSeal;
  barrier: Barrier;
  brief_support: BriefSupport;
  care_notice: CareNotice;
  care_notice_agreement: CareNoticeAgreement;
  care_notice_designee: CareNoticeDesignee;
  care_notice_nonce: CareNoticeNonce;
  care_notice_sender: CareNoticeSender;
  care_notice_signal: CareNoticeSignal;
  care_notice_signing_key: CareNoticeSigningKey;
  care_notice_step: CareNoticeStep;
  care_notice_told: CareNoticeTold;
  caregiver: Caregiver;
  case_review_part: CaseReviewPart;
  case_sample: CaseSample;
  case_sample_stratum: CaseSampleStratum;
  change_request: ChangeRequest;
  class_observation: ClassObservation;
  class_time: ClassTime;
  class_time_excuse: ClassTimeExcuse;
  clinical_responsibility: ClinicalResponsibility;
  closing_sign_off: ClosingSignOff;
  concern: Concern;
  concern_question: ConcernQuestion;
  concern_screening: ConcernScreening;
  consent: Consent;
  consent_answer: ConsentAnswer;
  consent_document: ConsentDocument;
  consent_exception: ConsentException;
  consent_exception_review: ConsentExceptionReview;
  consent_request: ConsentRequest;
  consent_revocation: ConsentRevocation;
  consent_settlement: ConsentSettlement;
  contact_attempt: ContactAttempt;
  correction: Correction;
  crisis_alert: CrisisAlert;
  crisis_contact: CrisisContact;
  crisis_drill: CrisisDrill;
  crisis_drill_finding: CrisisDrillFinding;
  crisis_drill_part: CrisisDrillPart;
  crisis_entry: CrisisEntry;
  crisis_incident: CrisisIncident;
  crisis_team_credit: CrisisTeamCredit;
  crisis_team_member: CrisisTeamMember;
  data_key: DataKey;
  disclosure: Disclosure;
  disclosure_reading: DisclosureReading;
  district: District;
  district_key: DistrictKey;
  district_revision: DistrictRevision;
  early_warning: EarlyWarning;
  enrolment: Enrolment;
  escalation: Escalation;
  escalation_alert: EscalationAlert;
  escalation_crisis: EscalationCrisis;
  escalation_entry: EscalationEntry;
  family_contact: FamilyContact;
  family_link: FamilyLink;
  family_need: FamilyNeed;
  family_profile: FamilyProfile;
  family_sign_in: FamilySignIn;
  follow_up: FollowUp;
  further_request: FurtherRequest;
  guardianship: Guardianship;
  guest_link: GuestLink;
  handoff: Handoff;
  handoff_rating: HandoffRating;
  idempotent_reply: IdempotentReply;
  improvement: Improvement;
  incident_review: IncidentReview;
  intake_route: IntakeRoute;
  legal_hold: LegalHold;
  legal_rule: LegalRule;
  legal_rule_review: LegalRuleReview;
  legal_sign_off: LegalSignOff;
  lost_check: LostCheck;
  lost_finding: LostFinding;
  message: Message;
  message_choice: MessageChoice;
  message_try: MessageTry;
  migration: Migration;
  minor_consent_rule: MinorConsentRule;
  modality_mix: ModalityMix;
  notice: Notice;
  onboarding_step: OnboardingStep;
  outside_call: OutsideCall;
  outside_provider: OutsideProvider;
  packet: Packet;
  packet_name: PacketName;
  participation: Participation;
  partner: Partner;
  partner_service: PartnerService;
  person: Person;
  practical_support: PracticalSupport;
  privacy_terms: PrivacyTerms;
  protected_contact: ProtectedContact;
  provider_note: ProviderNote;
  reassessment: Reassessment;
  record_answer: RecordAnswer;
  record_opening: RecordOpening;
  record_opening_end: RecordOpeningEnd;
  record_opening_review: RecordOpeningReview;
  record_removal: RecordRemoval;
  record_removal_student: RecordRemovalStudent;
  record_request: RecordRequest;
  referral: Referral;
  referral_counter: ReferralCounter;
  referral_ending: ReferralEnding;
  referral_pause: ReferralPause;
  referral_status: ReferralStatus;
  reminder_attempt: ReminderAttempt;
  retention_rule: RetentionRule;
  return_plan: ReturnPlan;
  return_sheet: ReturnSheet;
  review_task: ReviewTask;
  roster_import: RosterImport;
  roster_part: RosterPart;
  roster_progress: RosterProgress;
  safety_signal: SafetySignal;
  sampled_case: SampledCase;
  school: School;
  school_closure: SchoolClosure;
  school_event: SchoolEvent;
  school_event_import: SchoolEventImport;
  school_feedback: SchoolFeedback;
  school_scheduler: SchoolScheduler;
  school_term: SchoolTerm;
  school_visit: SchoolVisit;
  screening_cut_off: ScreeningCutOff;
  screening_instrument: ScreeningInstrument;
  screening_load: ScreeningLoad;
  screening_opt_out: ScreeningOptOut;
  screening_result: ScreeningResult;
  screening_round: ScreeningRound;
  second_step_removal: SecondStepRemoval;
  staff_credential: StaffCredential;
  staff_supervisor: StaffSupervisor;
  stall_watch: StallWatch;
  standard: Standard;
  standard_breach: StandardBreach;
  standard_proposal: StandardProposal;
  standard_signature: StandardSignature;
  standing_revision: StandingRevision;
  stop_notice: StopNotice;
  student: Student;
  student_name: StudentName;
  student_name_pair: StudentNamePair;
  supervision: Supervision;
  support_alert: SupportAlert;
  support_alert_told: SupportAlertTold;
  support_review: SupportReview;
  support_strategy: SupportStrategy;
  text_stop: TextStop;
  tier_move: TierMove;
  training_completion: TrainingCompletion;
  training_requirement: TrainingRequirement;
  training_session: TrainingSession;
  treatment_milestone: TreatmentMilestone;
  triage_decision: TriageDecision;
  triage_route: TriageRoute;
  visit_offer: VisitOffer;
  weekly_review: WeeklyReview;
  weekly_review_line: WeeklyReviewLine;
  weekly_review_person: WeeklyReviewPerson;
  weekly_review_school: WeeklyReviewSchool;
  working_hours: WorkingHours;
  wraparound_member: WraparoundMember;
  wraparound_step: WraparoundStep;
  wraparound_team: WraparoundTeam;
}
