-- One crisis standard for a district and everybody it works with. A version of it is proposed, signed by each agency, and
-- comes in force only then: a proposal is no standard yet.
create table standard_proposal (
  district_id uuid not null references district,
  id uuid not null,
  kind text not null check (kind = 'crisis'),
  version int not null check (version > 1),
  body jsonb not null,
  decision text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, proposed_by) references person (district_id, id)
);
comment on table standard_proposal is 'A version of a standard that agencies sign before it comes in force. Never edited.';
comment on column standard_proposal.district_id is 'Tenant.';
comment on column standard_proposal.id is 'UUIDv7 made by the application.';
comment on column standard_proposal.kind is 'The kind of standard that needs signatures.';
comment on column standard_proposal.version is 'The version it would be.';
comment on column standard_proposal.body is 'What it would say, in the shape of its kind.';
comment on column standard_proposal.decision is 'The decision it rests on.';
comment on column standard_proposal.proposed_by is 'Who proposed it.';
comment on column standard_proposal.proposed_at is 'When.';
create index standard_proposal_by_kind on standard_proposal (district_id, kind, proposed_at);
select house.wall('standard_proposal', 'district'), house.may('standard_proposal', 'add'), house.traced('standard_proposal');

create table standard_signature (
  district_id uuid not null references district,
  proposal_id uuid not null,
  partner_id uuid not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (district_id, proposal_id, partner_id),
  foreign key (district_id, proposal_id) references standard_proposal (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, signed_by) references person (district_id, id)
);
comment on table standard_signature is 'An agency signed a proposed version: word for word, and no other. Never edited.';
comment on column standard_signature.district_id is 'Tenant.';
comment on column standard_signature.proposal_id is 'What was signed.';
comment on column standard_signature.partner_id is 'The agency.';
comment on column standard_signature.signed_by is 'Who signed for it.';
comment on column standard_signature.signed_at is 'When.';
create index standard_signature_by_partner on standard_signature (district_id, partner_id);
select house.wall('standard_signature', 'school and partner'), house.may('standard_signature', 'add'),
  house.traced('standard_signature', 'proposal_id');

alter table standard add column proposal_id uuid,
  add foreign key (district_id, proposal_id) references standard_proposal (district_id, id),
  -- Of a standard that needs signatures only what ships stands there without them.
  add check (kind <> 'crisis' or version = 1 or proposal_id is not null);
comment on column standard.proposal_id is 'What agencies signed, where the kind needs signatures.';

-- Contacts say since when they are known to be right, and when somebody answers.
alter table crisis_contact drop constraint crisis_contact_kind_check,
  add constraint crisis_contact_kind_check
    check (kind in ('emergency', 'crisis_line', 'mobile_crisis', 'stabilization', 'emergency_department', 'other')),
  add column hours text,
  add column checked_on date,
  add column checked_by uuid,
  add foreign key (district_id, checked_by) references person (district_id, id);
comment on column crisis_contact.hours is 'When somebody answers, in a few words; null for at any hour.';
comment on column crisis_contact.checked_on is 'On which day somebody last made sure that it is right.';
comment on column crisis_contact.checked_by is 'Who made sure.';

-- Districts that are there begin with what ships. The owner passes the wall and the guard for this one statement, and it
-- applies from when the model itself began.
alter table standard no force row level security;
alter table standard disable trigger leaves_a_trace;
insert into standard (district_id, id, kind, version, in_force_from, body, sample, decision, published_at)
select m.district_id,
  (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0')
    || '7' || substr(md5('crisis' || m.district_id::text), 1, 3) || '8' || substr(md5('crisis' || m.district_id::text), 4, 15))::uuid,
  'crisis', 1, m.began, '
    {
      "statement": "A guide for staff, and not a diagnostic tool. In doubt, choose further to the right. Anybody may call 911 first.",
      "items": [
        {
          "code": "hurt_or_in_reach",
          "question": "Is somebody hurt, or is something dangerous in reach?",
          "low": "No",
          "moderate": "Not sure",
          "high": "Yes"
        },
        {
          "code": "said",
          "question": "What did the student say or show about hurting themselves or somebody else?",
          "low": "Nothing like that",
          "moderate": "Something that worries me",
          "high": "That they mean to"
        },
        {
          "code": "with_an_adult",
          "question": "Can the student stay with an adult and talk?",
          "low": "Yes",
          "moderate": "For a short while",
          "high": "No"
        },
        {
          "code": "today",
          "question": "What is different today?",
          "low": "A hard day, and the student sees a way on",
          "moderate": "Something happened that the student cannot see past",
          "high": "The student says goodbye, or gives things away"
        }
      ],
      "tree": {"low": "school_team", "moderate": "mobile_crisis", "high": "emergency_services"},
      "responses": [
        {"code": "school_team", "criteria": "Low: the counselor or nurse sees the student today and decides what follows."},
        {"code": "crisis_line", "criteria": "The student wants to talk now, or no team can come: call or text 988 together."},
        {"code": "mobile_crisis", "criteria": "Moderate: a team comes to the school. Stay together until it is there."},
        {"code": "stabilization", "criteria": "The team that comes advises a place to stay for a short time, and the caregiver agrees."},
        {"code": "emergency_services", "criteria": "High: somebody is in danger now. Call 911, then the lead."}
      ],
      "actions": [
        {"code": "not_alone", "what": "An adult stays with the student"},
        {"code": "others_away", "what": "Other students are somewhere else"},
        {"code": "things_away", "what": "What could hurt is out of reach"},
        {"code": "way_clear", "what": "The way in is clear for help"}
      ],
      "caregiverRule": "A caregiver is told the same day, once the student is safe. Where telling is dangerous, the lead says why.",
      "exceptions": [
        {"code": "danger_at_home", "reason": "Telling would put the student in danger"},
        {"code": "nobody_reached", "reason": "Nobody could be reached, and somebody goes on trying"},
        {"code": "law_says_not", "reason": "The law or an order says not to"}
      ],
      "policies": [
        {
          "code": "mandatory_reporting",
          "title": "Mandatory reporting",
          "says": "Whoever suspects that a child is hurt or not cared for reports it themselves, the same day. Nobody has to agree.",
          "reviewOn": "2027-06-30"
        },
        {
          "code": "reentry_after_suicide_threat",
          "title": "Coming back after a threat of suicide",
          "says": "Before the student comes back: a meeting with the family, a named adult, the next visit, and what to do if risk rises.",
          "reviewOn": "2027-06-30"
        }
      ],
      "contactsCheckedWithinDays": 90,
      "checkEveryMinutes": 15
    }'::jsonb, true,
  'Shipped with Throughline', now()
from (select district_id, min(in_force_from) as began from standard group by 1) m;
alter table standard enable trigger leaves_a_trace;
alter table standard force row level security;
