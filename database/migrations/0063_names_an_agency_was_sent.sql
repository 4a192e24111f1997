-- An agency searches among the names it was sent, as a school among its students: each word is a row, and a beginning a
-- range of the key.
create table packet_name (
  district_id uuid not null,
  partner_id uuid not null,
  word text collate "C" not null,
  referral_id uuid not null,
  primary key (district_id, partner_id, word, referral_id),
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, referral_id) references referral
);
comment on table packet_name is 'Words of the names in packets, folded to plain letters, so that an agency finds whom it was sent.';
comment on column packet_name.district_id is 'Tenant.';
comment on column packet_name.partner_id is 'The agency the packet was sent to.';
comment on column packet_name.word is 'One word of the name, without accents, in lower case.';
comment on column packet_name.referral_id is 'The referral the packet was sent with.';
create index packet_name_by_referral on packet_name (district_id, referral_id);

-- Names that were sent before are folded here as the application folds them.
alter table packet no force row level security;
insert into packet_name (district_id, partner_id, word, referral_id)
select distinct k.district_id, k.partner_id, w.word, k.referral_id
from packet k
cross join lateral (select lower(regexp_replace(normalize(k.content -> 'identity' ->> 'name', NFKD), '[\u0300-\u036f]', '', 'g')) as name) l
cross join lateral (select replace(replace(replace(replace(translate(l.name, 'øđðłı', 'oddli'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') as name) f
cross join lateral regexp_split_to_table(f.name, '[^[:alnum:]]+') as w(word)
where w.word <> '';
alter table packet force row level security;
-- The wall comes last: it would keep these rows out.
select house.wall('packet_name', 'school and partner'), house.may('packet_name', 'add');
