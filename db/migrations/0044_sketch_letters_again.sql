-- Sketches are made in another way, and those of two ways cannot be compared. Texts are sealed, so a worker makes them anew
-- from those that still stand. A new installation has neither letters nor a queue yet.
do $$ begin
  if to_regclass('graphile_worker._private_jobs') is not null and exists (select from "letters") then
    perform graphile_worker.add_job('sketch-again', '{"after": null}'::json, job_key := 'sketch-again');
  end if;
end $$;
