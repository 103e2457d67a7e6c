-- Workers find the letters that are due by themselves: a job that would have sent one letter has nothing to do.
-- The queue has its own migrations, and is not there yet in a new installation.
do $$ begin
  if to_regclass('graphile_worker._private_jobs') is not null then
    delete from graphile_worker._private_jobs jobs
    using graphile_worker._private_tasks tasks
    where tasks.id = jobs.task_id and tasks.identifier = 'send-letter';
  end if;
end $$;
