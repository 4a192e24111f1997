-- The server takes a comparison of a setting for one that nearly no row passes: behind a wall it read every person of
-- a district once for each school, because it expected to find two. What is coalesced it takes for a coin's toss,
-- which is near enough to the truth: the walls say the same as before, and are planned for what they let through.
do $$
declare
  wall record;
  asked constant text := $sql$current_setting('app.side', true) in ('school', 'system')$sql$;
  kept constant text := $sql$(current_setting('app.side'::text, true) = ANY (ARRAY['school'::text, 'system'::text]))$sql$;
  made text := pg_get_functiondef('house.wall(regclass, text)'::regprocedure);
begin
  if position(asked in made) = 0 then raise exception 'house.wall no longer asks for the school side as expected'; end if;
  execute replace(made, asked, format('coalesce(%s, false)', asked));
  for wall in
    select polrelid::regclass as target, polname, pg_get_expr(polqual, polrelid) as sees,
      pg_get_expr(polwithcheck, polrelid) as writes
    from pg_policy where 'throughline_app'::regrole = any (polroles)
  loop
    if position(kept in wall.sees) > 0 then
      execute format('alter policy %I on %s using (%s)', wall.polname, wall.target,
        replace(wall.sees, kept, format('coalesce(%s, false)', kept)));
    end if;
    if position(kept in wall.writes) > 0 then
      execute format('alter policy %I on %s with check (%s)', wall.polname, wall.target,
        replace(wall.writes, kept, format('coalesce(%s, false)', kept)));
    end if;
  end loop;
end $$;
