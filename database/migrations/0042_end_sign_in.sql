-- The second door from an act to signing in: whoever's access ends is signed out in the act's own transaction, and no
-- link that was sent to them works any more. Nothing is read out.
create function house.end_sign_in(login uuid, district uuid, person uuid, at timestamptz)
returns void language sql security definer set search_path = pg_catalog, auth, pg_temp as $$
  delete from auth.session s where s.login_id = login;
  update auth.link l set used_at = at
  where l.used_at is null and ((l.district_id = district and l.person_id = person) or l.login_id = login)
$$;
comment on function house.end_sign_in is 'Ends every session of a sign-in account, and the links that were sent to its person.';
revoke all on function house.end_sign_in from public;
grant execute on function house.end_sign_in to throughline_app;
