-- A machine of a desk signs what it sends with a key of its own, of which only the public half is here; and says nothing twice.
create table care_notice_signing_key (
  district_id uuid not null references district,
  id uuid not null,
  sender_id uuid not null,
  public_key text not null check (public_key ~ '^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$'),
  made_by uuid not null,
  made_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (district_id, id),
  unique (district_id, public_key),
  foreign key (district_id, sender_id) references care_notice_sender (district_id, id),
  foreign key (district_id, made_by) references person (district_id, id),
  foreign key (district_id, revoked_by) references person (district_id, id),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table care_notice_signing_key is 'A key with which a machine of a desk signs its notices. Several may hold at once, so that one is changed without a gap.';
comment on column care_notice_signing_key.district_id is 'Tenant.';
comment on column care_notice_signing_key.id is 'UUIDv7 made by the application; a notice names it.';
comment on column care_notice_signing_key.sender_id is 'The desk.';
comment on column care_notice_signing_key.public_key is 'The public half, Ed25519 as SPKI. No secret: the other half never comes here.';
comment on column care_notice_signing_key.made_by is 'Who registered it.';
comment on column care_notice_signing_key.made_at is 'When.';
comment on column care_notice_signing_key.revoked_by is 'Who revoked it.';
comment on column care_notice_signing_key.revoked_at is 'When; null while it holds.';
create index care_notice_signing_key_by_sender on care_notice_signing_key (district_id, sender_id, made_at);
select house.wall('care_notice_signing_key', 'school'), house.may('care_notice_signing_key', 'change'),
  house.traced('care_notice_signing_key');

create table care_notice_nonce (
  district_id uuid not null references district,
  sender_id uuid not null,
  nonce text not null check (nonce ~ '^[A-Za-z0-9_-]{16,64}$'),
  key_id uuid not null,
  notice_id uuid not null,
  used_at timestamptz not null,
  primary key (district_id, sender_id, nonce),
  foreign key (district_id, sender_id) references care_notice_sender (district_id, id),
  foreign key (district_id, key_id) references care_notice_signing_key (district_id, id),
  foreign key (district_id, notice_id) references care_notice (district_id, id)
);
comment on table care_notice_nonce is 'What a signed notice was marked with: the same is never taken again. Never edited.';
comment on column care_notice_nonce.district_id is 'Tenant.';
comment on column care_notice_nonce.sender_id is 'The desk.';
comment on column care_notice_nonce.nonce is 'Drawn by the machine that sent it.';
comment on column care_notice_nonce.key_id is 'The key it was signed with.';
comment on column care_notice_nonce.notice_id is 'The notice that came of it.';
comment on column care_notice_nonce.used_at is 'When.';
create index care_notice_nonce_by_key on care_notice_nonce (district_id, key_id);
create index care_notice_nonce_by_notice on care_notice_nonce (district_id, notice_id);
select house.wall('care_notice_nonce', 'school'), house.may('care_notice_nonce', 'add'),
  house.traced('care_notice_nonce', 'notice_id');

-- A copy of the database gives no desk its signing key back.
create function house.revoke_care_signing_key_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  update care_notice_signing_key k set revoked_at = (event ->> 'at')::timestamptz,
    revoked_by = house.known_person(district, event ->> 'personId', k.made_by)
  where k.district_id = district and k.id = (event ->> 'subjectId')::uuid and k.revoked_at is null
$$;
comment on function house.revoke_care_signing_key_again is 'A signing key of a desk was revoked.';
grant select, update (revoked_at, revoked_by) on care_notice_signing_key to throughline_restorer;
create policy restorer_takes_back on care_notice_signing_key to throughline_restorer using (true) with check (true);
select house.takes_back('care_signing_key.revoked', 'revoke_care_signing_key_again');
