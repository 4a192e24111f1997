-- A passkey proves both that somebody has a device and that it is theirs (it asks for a finger, a face or a PIN), and only
-- on the site it was made for: nobody can be talked into typing it elsewhere. The private key never leaves the device.
create table auth.passkey (
  id uuid primary key,
  login_id uuid not null references auth.login on delete cascade,
  credential_id bytea not null unique check (length(credential_id) between 16 and 1023),
  public_key bytea not null,
  sign_count bigint not null,
  backed_up boolean not null,
  label text not null,
  added_at timestamptz not null,
  used_at timestamptz
);
comment on table auth.passkey is 'A passkey of an account (Web Authentication): which device signs, and how its signature is checked.';
comment on column auth.passkey.id is 'UUIDv7 made by the application.';
comment on column auth.passkey.login_id is 'Whose it is.';
comment on column auth.passkey.credential_id is 'What the device calls it.';
comment on column auth.passkey.public_key is 'What its signatures are checked with, in DER (SPKI): public, and opens nothing.';
comment on column auth.passkey.sign_count is 'How often the device says it signed: one that goes back was copied. Many always say 0.';
comment on column auth.passkey.backed_up is 'Whether it is kept in an account of the person and so on other devices of theirs too.';
comment on column auth.passkey.label is 'What the person calls it, to know it again.';
comment on column auth.passkey.added_at is 'When it was added.';
comment on column auth.passkey.used_at is 'When it was last signed in with; null while it never was.';
create index passkey_login_id_idx on auth.passkey (login_id);

create table auth.spent_challenge (
  hash bytea primary key,
  ends_at timestamptz not null
);
comment on table auth.spent_challenge is 'Challenges that a passkey answered: each counts once. They are made without being kept.';
comment on column auth.spent_challenge.hash is 'SHA-256 of the challenge.';
comment on column auth.spent_challenge.ends_at is 'When the challenge would have ended by itself: then the row can go.';
grant select, insert, update, delete on auth.passkey, auth.spent_challenge to throughline_auth;
