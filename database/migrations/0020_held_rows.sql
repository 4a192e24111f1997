-- Whoever writes a row says which version they read. When somebody was faster the whole transaction is refused, so
-- that nobody has to wait for each change to see whether it was made.
create function house.next_version(stands int, was_read int) returns int language plpgsql immutable as $$
begin
  if stands <> was_read then
    raise exception 'Somebody else changed this row meanwhile' using errcode = 'TL409';
  end if;
  return stands + 1;
end
$$;
comment on function house.next_version is 'The version a written row gets; refuses when it is not the one that was read.';
revoke execute on function house.next_version from public;
grant execute on function house.next_version to throughline_app, throughline_worker;
